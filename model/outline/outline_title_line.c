/* Titles that nothing but their form tells: "Approval of Minutes" directly above its text (I2). */
#include "members/member.h"
#include "outline/outline_labels.h"
#include "outline/outline_private.h"
#include "phrases/sentence.h"

#include <string.h>

enum {
    TITLE_BYTES_MAX = 60,
    LONG_WORD_BYTES = 4, /* of words that have capitals in titles */
    SENTENCE_WORDS_MIN = 3
};

bool outline_is_in_title_case(struct text_span text)
{
    struct sentence words;
    sentence_read(text, 0, &words);
    for (size_t i = 0; i < words.count; i++)
        if (words.list[i].end - words.list[i].start >= LONG_WORD_BYTES && !words.list[i].upper &&
            !words.list[i].number)
            return false;
    return words.count > 1;
}

/* Reports whether a text begins with a sentence: a capital, and words in small letters. */
static bool begins_sentence(struct text_span text)
{
    struct sentence words;
    size_t small = 0;
    sentence_read(text, 0, &words);
    for (size_t i = 0; i < words.count; i++)
        small += !words.list[i].upper && !words.list[i].number;
    return words.count >= SENTENCE_WORDS_MIN && words.list[0].upper && small > 1;
}

bool outline_is_title_line(const struct markdown *markdown, size_t line)
{
    const struct markdown_line *at = &markdown->lines[line];
    if (at->form != MARKDOWN_PARAGRAPH || at->quoted || at->depth || at->bold || at->url_length ||
        !at->length || at->length > TITLE_BYTES_MAX || line + 1 >= markdown->count ||
        at[1].block != at->block || at[1].entry || (line && at[-1].block == at->block))
        return false;
    const struct text_span text = outline_line_text(markdown, line);
    return memchr(text.text, ':', text.length) == NULL &&
           memchr(text.text, ',', text.length) == NULL &&
           !strchr(".?!;-", text.text[text.length - 1]) && outline_is_in_title_case(text) &&
           !member_is_name(text, false) && begins_sentence(outline_line_text(markdown, line + 1));
}
