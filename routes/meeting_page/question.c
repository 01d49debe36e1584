/* A question without an answer, in its words: a title would cut it before what it asks. */
#include "base/utf8.h"
#include "meeting_page/meeting_page_private.h"

enum {
    QUESTION_BYTES_MAX = 600
};

/* Returns where the text of a question begins: at its start, unless it is long and only a later
 * sentence has a question mark. */
static size_t find_question(const char *text, size_t length)
{
    static const char marks[] = ".!?\n";
    const char *const asked = memchr(text, '?', length);
    size_t at = asked ? (size_t)(asked - text) : 0;
    if (length <= QUESTION_BYTES_MAX || at < QUESTION_BYTES_MAX)
        return 0;
    for (; at > 0; at--)
        if (strchr(" \n", text[at]) && strchr(marks, text[at - 1]))
            return at + 1;
    return 0;
}

/* Writes the words of a question, cut between words after QUESTION_BYTES_MAX. */
static void write_words(struct markup *markup, const struct value *text)
{
    const size_t from = find_question(text->text, text->count);
    const char *const words = text->text + from;
    const size_t all = text->count - from;
    const bool whole = all <= QUESTION_BYTES_MAX;
    const size_t length = whole ? all : utf8_cut_words(words, QUESTION_BYTES_MAX);
    markup_open(markup, "p", "dir", "auto", NULL);
    markup_attribute(markup, "lang", markup->language);
    markup_text(markup, from ? "\xE2\x80\xA6 " : "");
    markup_record_text(markup, words, length);
    markup_text(markup, whole ? "" : "\xE2\x80\xA6");
    markup_close(markup, "p");
}

/* Writes the place of a question as a link, and the speaker. */
static void write_place(struct page *page, const struct record *question)
{
    struct markup *markup = &page->markup;
    const struct field *author = field_list_with_role(question->type->fields, ROLE_AUTHOR);
    const struct value *speaker = record_value(question, ROLE_AUTHOR);
    const struct value *words = record_value(question, ROLE_ATTRIBUTION);
    markup_open(markup, "p", "class", "small soft", NULL);
    said_open_place(page, question, 0, 0);
    markup_text(markup, speaker->count || words->count ? ", " : "");
    if (speaker->count)
        page_link_record(page, author->list ? speaker->items->record : speaker->record);
    else if (words->count)
        markup_name(markup, words->text, words->count);
    markup_close(markup, "span");
    markup_close(markup, "p");
}

void question_write(struct record_page *page, const struct record *question)
{
    struct markup *markup = &page->page->markup;
    markup_open(markup, "li", NULL);
    write_words(markup, record_value(question, ROLE_DESCRIPTION));
    write_place(page->page, question);
    sources_write_of_record(page, question);
    markup_close(markup, "li");
    markup_break(markup);
}
