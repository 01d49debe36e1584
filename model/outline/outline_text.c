/* The text of the head that is neither a fact nor part of the attendance. It belongs to no item. */
#include "members/member.h"
#include "outcomes/decision.h"
#include "outline/outline_labels.h"
#include "outline/outline_private.h"
#include "phrases/date.h"
#include "phrases/time.h"
#include "wording/words.h"

#include <string.h>

enum {
    SENTENCE_BLANKS_MIN = 3, /* in the shortest sentence */
    MEMBERS_BYTES_MAX = 2000 /* of a paragraph about members */
};

bool outline_is_time(struct text_span text)
{
    struct phrase_time time;
    text = text_span_strip(text, ",;:.|()-");
    text = text_span_trim(
        text_span_part(text, words_at(WORDS_TIME_AT, text.text, text.length), text.length));
    return phrase_time_find(text, 0, &time) && time.span.text == text.text &&
           time.span.length == text.length;
}

/* Reports whether a line is a date or a time and nothing else. */
static bool is_date_or_time(const struct markdown *markdown, size_t line)
{
    struct phrase_date date;
    const struct text_span text = outline_without_signs(markdown_text(markdown, line, line + 1));
    return outline_is_time(text) || phrase_date_is_all(text_span_strip(text, ".,;"), &date);
}

/* Reports whether a text is a sentence that mentions neither the attendance nor the times. */
static bool is_sentence(struct text_span text)
{
    static const enum words_class others[] = {WORDS_PRESENT, WORDS_ALL_PRESENT, WORDS_REGRETS,
                                              WORDS_QUORUM, WORDS_GUESTS};
    size_t blanks = 0;
    if (!text.length || !strchr(".?!", text.text[text.length - 1]))
        return false;
    for (size_t i = 0; i < text.length && blanks < SENTENCE_BLANKS_MIN; i++)
        blanks += text.text[i] == ' ';
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (words_has(others[i], text.text, text.length))
            return false;
    return blanks == SENTENCE_BLANKS_MIN && !outline_tells_times(text);
}

/* Reports whether a paragraph says who was there, or who had a role: "The chair was N." */
static bool is_of_members(const struct markdown *markdown, size_t line, size_t end)
{
    struct member_group group;
    const struct text_span text = outline_without_signs(markdown_text(markdown, line, end));
    return text.length && text.length < MEMBERS_BYTES_MAX && member_group_read(text, &group);
}

/* Reports whether a text is a decision, a proposal, a vote or an action by its label. */
static bool is_labelled(struct text_span text)
{
    struct text_span rest;
    const enum block_label label = block_label_read(text, &rest, NULL);
    return label != LABEL_NONE && label != LABEL_NOTE && rest.length;
}

/* Reports whether a paragraph is text of the proceedings. */
static bool is_text(const struct markdown *markdown, size_t line, size_t end)
{
    const struct markdown_line *at = &markdown->lines[line];
    const struct text_span text = outline_without_signs(markdown_text(markdown, line, end));
    for (size_t i = line; i < end; i++)
        if (is_date_or_time(markdown, i))
            return false;
    return at->form == MARKDOWN_PARAGRAPH && !at->quoted && !at->checkbox && !at->linked &&
           !at->url_length && (is_labelled(text) || (!at->depth && is_sentence(text)));
}

/* Reports whether a paragraph below text says what became of a motion: "Carried 3-1." */
static bool is_outcome(const struct markdown *markdown, size_t line, size_t end)
{
    const struct markdown_line *at = &markdown->lines[line];
    const struct text_span text = outline_without_signs(markdown_text(markdown, line, end));
    return at->form == MARKDOWN_PARAGRAPH && !at->depth && !at->quoted &&
           !outline_tells_times(text) && decision_is_outcome(text);
}

void outline_find_text(struct outline_reader *reader)
{
    const struct markdown *markdown = reader->markdown;
    struct outline_line *lines = reader->outline->lines;
    if (!reader->attended)
        return;
    for (size_t i = 0, end; i < markdown->count; i = end) {
        end = outline_paragraph_end(markdown, i);
        if (lines[i].zone > ZONE_ATTENDANCE)
            return;
        if (lines[i].zone != ZONE_HEADER || lines[i].heading || lines[i].title ||
            is_of_members(markdown, i, end) || outline_is_head_label(markdown, i) ||
            !(is_text(markdown, i, end) ||
              (i && lines[i - 1].zone == ZONE_MINUTES && is_outcome(markdown, i, end))))
            continue;
        for (size_t line = i; line < end; line++)
            lines[line].zone = ZONE_MINUTES;
    }
}
