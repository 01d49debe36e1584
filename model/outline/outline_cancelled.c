/* Meetings that were cancelled (P6). */
#include "outline/outline.h"
#include "phrases/pattern.h"
#include "phrases/word_class.h"

enum {
    TEXT_BYTES_MAX = 1500, /* of a text that only says that a meeting was cancelled */
    DENIAL_WORDS_MAX = 2,  /* from "not" to "cancelled" */
    BEFORE_WORDS_MAX = 4,  /* before the word for the meeting: "Due to illness, the meeting" */
    BEHIND_WORDS_MAX = 2   /* between "cancelled" and that word: "Se suspende la reunión" */
};

/* Finds the words that say that something was cancelled, from *ret_at to before *ret_end. */
static bool find_cancelled(const struct sentence *sentence, size_t *ret_at, size_t *ret_end)
{
    for (size_t i = 0; i < sentence->count; i++) {
        const size_t start = sentence->list[i].start;
        const size_t length =
            span_at(WORDS_CANCELLED, text_span_part(sentence->text, start, sentence->text.length));
        if (!length)
            continue;
        size_t end = i + 1;
        while (end < sentence->count && sentence->list[end].start < start + length)
            end++;
        *ret_at = i;
        *ret_end = end;
        return true;
    }
    return false;
}

/* Returns true if one of the words directly before another denies it. */
static bool is_denied(const struct sentence *sentence, size_t at)
{
    for (size_t i = at;
         i && i + DENIAL_WORDS_MAX > at && !strchr(",;:.(", sentence->list[i].before); i--)
        if (pattern_at(PATTERN_NOT, sentence, i - 1))
            return true;
    return false;
}

/* Returns true if a sentence denies what it says at a word, says that it is only possible, or is
 * about another meeting: "not cancelled", "if it is cancelled", "the next meeting is cancelled". */
static bool is_other(const struct sentence *sentence, size_t at)
{
    if (is_denied(sentence, at) || pattern_is_in(PATTERN_NEXT, sentence))
        return true;
    for (size_t i = 0; i < at; i++)
        if (pattern_at(PATTERN_MODAL, sentence, i) || pattern_at(PATTERN_SUBORDINATE, sentence, i))
            return true;
    return false;
}

/* Returns true if a word for the meeting is at one of some words. */
static bool has_meeting(const struct sentence *sentence, size_t from, size_t end)
{
    for (size_t i = from; i < end && i < sentence->count; i++)
        if (pattern_at(PATTERN_OWN_MEETING, sentence, i))
            return true;
    return false;
}

/* Returns true if a sentence says of the meeting what it says from `at` to before `end`. */
static bool is_of_meeting(const struct sentence *sentence, size_t at, size_t end)
{
    const size_t before = end < BEFORE_WORDS_MAX + 1 ? end : BEFORE_WORDS_MAX + 1;
    if (has_meeting(sentence, 0, before) || has_meeting(sentence, end, end + BEHIND_WORDS_MAX))
        return true;
    return at == 0 && !(end < sentence->count && pattern_at(PATTERN_ARTICLE, sentence, end));
}

/* Returns a text without a label that is no speaker: "Status:", "Note:". */
static struct text_span without_label(struct text_span text)
{
    const size_t colon = text_span_find(text, 0, ":");
    const struct text_span label = text_span_part(text, 0, colon);
    if (colon < text.length &&
        (span_is(WORDS_NO_SPEAKER, label) || pattern_is(PATTERN_STATUS_COLUMN, label)))
        return text_span_trim(text_span_part(text, colon + 1, text.length));
    return text;
}

/* Returns true if a text says that the meeting was cancelled. A title is about the meeting. */
static bool says_cancelled(struct text_span text, bool title)
{
    struct sentence sentence;
    size_t at, end;
    text = without_label(text_span_strip(outline_without_signs(text), "*_"));
    for (size_t from = 0; from < text.length;) {
        from = sentence_read(text, from, &sentence);
        if (!find_cancelled(&sentence, &at, &end) || is_other(&sentence, at))
            continue;
        const size_t colon = text_span_find(sentence.text, 0, ": ");
        const bool spoken = colon < sentence.list[at].start;
        if (title || (!spoken && is_of_meeting(&sentence, at, end)))
            return true;
    }
    return false;
}

bool outline_line_is_cancelled(const struct markdown *markdown, const struct outline *outline,
                               size_t line)
{
    const struct markdown_line *at = &markdown->lines[line];
    const enum zone zone = outline->lines[line].zone;
    return (at->form == MARKDOWN_PARAGRAPH || at->form == MARKDOWN_HEADING) && !at->quoted &&
           zone != ZONE_NEXT_MEETING && zone != ZONE_REVIEW &&
           says_cancelled(markdown_text(markdown, line, line + 1), false);
}

bool outline_is_cancelled(const struct markdown *markdown, const struct outline *outline,
                          struct text_span title)
{
    if (markdown_text(markdown, 0, markdown->count).length >= TEXT_BYTES_MAX)
        return false;
    if (says_cancelled(title, true))
        return true;
    for (size_t i = 0; i < markdown->count; i++)
        if (outline_line_is_cancelled(markdown, outline, i))
            return true;
    return false;
}
