/* Warnings of minutes that were read only in part. */
#include "minutes/minutes_private.h"

#include "outcomes/decision.h"
#include "wording/words.h"

/* The share of the lines of good minutes that become nothing is at most 27 of 100, in an agenda
 * that was not held and in remarks about the room. */
enum {
    LOST_LINES_MIN = 4,
    LOST_PERCENT_MIN = 40,
    LABEL_BYTES_MAX = 60
};

/* Reports whether a line is a label of those present and nothing else, or is one with names. */
static bool is_label_of_present(const struct minutes *minutes, size_t line)
{
    const struct text_span text = outline_without_signs(minutes_text(minutes, line, line + 1));
    const size_t colon = text_span_find(text, 0, ":");
    if (colon > LABEL_BYTES_MAX || minutes->markdown.lines[line].form == MARKDOWN_ROW ||
        minutes->outline.lines[line].title)
        return false;
    const bool label = colon < text.length || minutes->outline.lines[line].heading;
    const size_t after = colon < text.length ? colon + 1 : colon;
    const struct text_span rest = text_span_trim(text_span_part(text, after, text.length));
    return label && words_is(WORDS_PRESENT, text.text, colon) &&
           !words_is(WORDS_NO_NAME, rest.text, rest.length) &&
           !(rest.length && *rest.text >= '0' && *rest.text <= '9');
}

void losses_note_decision(struct minutes *minutes, struct text_span text, unsigned line)
{
    if (!minutes->is_agenda && decision_is_likely(text))
        draft_count_unread(minutes->draft, "lines with a possible decision", line);
}

/* Counts the lines outside the proceedings that look like decisions. */
static void note_decisions(struct minutes *minutes)
{
    size_t end;
    for (size_t i = 0; i < minutes->markdown.count; i = end) {
        const struct outline_line *line = &minutes->outline.lines[i];
        end = outline_paragraph_end(&minutes->markdown, i);
        if ((line->zone == ZONE_HEADER || line->zone == ZONE_SKIPPED) && !line->title &&
            !line->heading && minutes->markdown.lines[i].form == MARKDOWN_PARAGRAPH)
            losses_note_decision(minutes, minutes_text(minutes, i, end),
                                 minutes->markdown.lines[i].line);
    }
}

void losses_warn_meeting(struct minutes *minutes)
{
    if (!minutes->outline.item_count && minutes->markdown.count)
        draft_warn(minutes->draft, minutes->markdown.lines[0].line,
                   "no item of the agenda was found; write the title of each as a heading, such as "
                   "\"## Finances\", or as a numbered line, such as \"2. Finances\"");
    note_decisions(minutes);
    if (minutes->has_attendance || minutes->participants)
        return;
    for (size_t i = 0; i < minutes->markdown.count; i++)
        if (is_label_of_present(minutes, i)) {
            draft_warn(minutes->draft, minutes->markdown.lines[i].line,
                       "no attendance was found, although this line is a label of one; write the "
                       "names before the first item, such as \"Present: NAME, NAME\"");
            return;
        }
}

void losses_warn_lines(const struct minutes *file)
{
    struct draft_lost_lines lost;
    if (draft_refusal(file->draft) || draft_is_out_of_memory(file->draft))
        return;
    if (!draft_count_lost_lines(file->draft, file->front.lines + 1, &lost))
        draft_set_out_of_memory(file->draft);
    else if (lost.count >= LOST_LINES_MIN && 100 * lost.count >= LOST_PERCENT_MIN * lost.of)
        draft_warn(file->draft, lost.first,
                   "%zu of %zu lines became nothing, this one first; \"convert --explain\" shows "
                   "them, and docs/minutes.md how to write them",
                   lost.count, lost.of);
}
