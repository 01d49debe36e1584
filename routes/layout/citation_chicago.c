/* Citations in the style of a bibliography of the Chicago Manual of Style (18th edition). */
#include "layout/citation_text.h"
#include "layout/say_date.h"
#include "wording/words.h"

#include <string.h>

enum {
    AUTHORS_MAX = 10, /* of more authors, the first AUTHORS_FIRST are named */
    AUTHORS_FIRST = 7,
    WORDS_BYTES_MAX = 1024 * 1024
};

static void append_value(struct markup *markup, const struct value *value)
{
    markup_name(markup, value->text, value->count);
}

/* Appends a name; that of the first author with the family name first. Returns its last byte. */
static char append_author(struct markup *markup, const struct citation_name *name, bool first)
{
    const struct value *last = name->whole;
    if (first && name->family->count) {
        append_value(markup, name->family);
        markup_text(markup, ", ");
        last = name->given;
    }
    append_value(markup, last);
    return citation_last_byte(last);
}

static void append_authors(const struct citation *citation, struct markup *markup)
{
    const size_t count = citation_count_authors(citation);
    const size_t named = count > AUTHORS_MAX ? AUTHORS_FIRST : count;
    struct citation_name name;
    char last = '\0';
    for (size_t i = 0; i < named && citation_read_name(citation, i, &name); i++) {
        markup_text(markup, i == 0                                              ? ""
                            : count == 2 && !citation_begins_inverted(citation) ? " and "
                            : i + 1 == count                                    ? ", and "
                                                                                : ", ");
        last = append_author(markup, &name, i == 0);
    }
    if (count > AUTHORS_MAX)
        markup_text(markup, ", et al.");
    else if (count)
        citation_end_sentence(markup, last);
    markup_text(markup, count ? " " : "");
}

/* Reports whether the name of a meeting begins with an ordinal number: "Third", "111th", "3.". */
static bool begins_with_ordinal(const struct record *meeting)
{
    unsigned value = 0;
    const struct value *label = record_label(meeting);
    const char *name = label->text;
    const size_t digits = strspn(name, "0123456789");
    if (digits)
        return strcspn(name + digits, " ") > 0 && !strchr("/:-", name[digits]);
    const size_t length = words_ordinal_at(name, label->count, &value);
    return length && name[length] == ' ';
}

/* Reports whether the name of the meeting follows "at". */
static bool leads_to_meeting(const struct citation *citation)
{
    return citation->kind == CITATION_PAPER || citation->kind == CITATION_SPEECH;
}

/* Appends what kind of work it is, with the words that lead to the meeting; as a sentence. */
static void append_kind(const struct citation *citation, struct markup *markup)
{
    const struct value *kind = record_value(citation->record, ROLE_KIND);
    const bool is_paper = !kind->count || strcmp(kind->text, "paper") == 0;
    const bool is_titled = citation->title->count;
    struct buffer genre;
    buffer_init(&genre, WORDS_BYTES_MAX);
    if (citation->kind != CITATION_PAPER)
        citation_append_genre(&genre, citation);
    if (genre.length && !genre.failed)
        markup_name(markup, genre.bytes, genre.length);
    if (citation->kind == CITATION_PAPER)
        markup_text(markup, is_titled  ? is_paper ? "Paper presented at " : "Presented at "
                            : is_paper ? "Untitled paper presented at "
                                       : "Untitled presentation at ");
    else
        markup_text(markup, !genre.length ? "" : citation->kind == CITATION_SPEECH ? " at " : ", ");
    markup->out->failed |= genre.failed;
    buffer_finish(&genre);
}

static void append_date(const struct citation *citation, const char *before, struct markup *markup)
{
    char date[SAY_DATE_BYTES];
    const struct citation_date recorded = citation_date_in_text(citation);
    if (!say_year_last(&recorded.from, &recorded.to, date))
        return;
    markup_text(markup, before);
    markup_text(markup, recorded.approximate ? "ca. " : "");
    markup_text(markup, date);
}

/* Appends a part of a meeting: its title in quotation marks, unless it has none, its kind, and the
 * meeting. */
static void append_part_of_meeting(const struct citation *citation, struct markup *markup)
{
    if (citation->title->count) {
        markup_text(markup, "\xE2\x80\x9C");
        citation_end_sentence(markup, citation_write_title(citation, markup));
        markup_text(markup, "\xE2\x80\x9D");
    }
    markup_text(markup, citation->title->count ? " " : "");
    append_kind(citation, markup);
    markup_text(markup,
                leads_to_meeting(citation) && begins_with_ordinal(citation->meeting) ? "the " : "");
    append_value(markup, record_label(citation->meeting));
    citation_write_part(markup, record_value(citation->meeting, ROLE_CITY));
    append_date(citation, ", ", markup);
    markup_text(markup, ".");
}

static void append_meeting(const struct citation *citation, struct markup *markup)
{
    markup_open(markup, "i", NULL);
    citation_write_title(citation, markup);
    markup_close(markup, "i");
    citation_write_part(markup, record_value(citation->record, ROLE_CITY));
    append_date(citation, ", ", markup);
    markup_text(markup, ".");
}

static void append_document(const struct citation *citation, struct markup *markup)
{
    const struct value *publisher = record_value(citation->record, ROLE_PUBLISHER);
    markup_open(markup, "i", NULL);
    const char last = citation_write_title(citation, markup);
    markup_close(markup, "i");
    citation_end_sentence(markup, last);
    if (publisher->count) {
        markup_text(markup, " ");
        append_value(markup, publisher);
    }
    const size_t before = markup->out->length;
    append_date(citation, publisher->count ? ", " : " ", markup);
    markup_text(markup, publisher->count || markup->out->length > before ? "." : "");
}

void citation_text_write_chicago(struct page *page)
{
    struct markup *markup = &page->markup;
    const struct citation citation = citation_of_page(page);
    append_authors(&citation, markup);
    if (citation.kind == CITATION_DOCUMENT)
        append_document(&citation, markup);
    else if (citation.kind == CITATION_MEETING)
        append_meeting(&citation, markup);
    else
        append_part_of_meeting(&citation, markup);
    citation_write_address(&citation, markup);
}
