/* Minutes that are being read: what the steps of reading share. */
#pragma once

#include "draft/draft.h"
#include "markdown/front_matter.h"
#include "members/roster.h"
#include "outline/outline.h"
#include "phrases/date.h"
#include "phrases/time.h"
#include "wording/words.h"

struct minutes {
    struct draft *draft;
    enum words_language language; /* the one with most function words and labels */
    struct front_matter front;
    struct markdown markdown;
    struct outline outline;
    struct roster roster;
    struct text_span title; /* of the meeting */
    struct line_span title_lines;
    struct text_span body;         /* the name of the body, or empty */
    struct line_span body_lines;   /* those that name it; 0 for those of the title */
    struct phrase_date date;       /* its month is 0 if no date was found */
    bool date_is_guess;            /* true if the order of its day and month is not certain */
    enum date_order date_order;    /* of a/b/yyyy in the text */
    const char *date_order_reason; /* if the order is a guess, else NULL */
    const char *date_rule;
    unsigned date_line;
    int start, end;                    /* minutes from midnight, or -1 */
    bool start_is_guess, end_is_guess; /* true if the half of the day is not stated */
    bool end_is_actual;                /* true if a sentence reports the end */
    struct line_span start_lines, end_lines, participants_lines;
    struct line_span duration_lines; /* if the end follows from the duration, else 0 */
    int planned_start, planned_end;  /* if the meeting began or ended at other times, else -1 */
    struct phrase_zone zone;
    bool has_attendance;
    bool is_agenda;   /* true if the title says so, and no one is listed as present */
    int participants; /* the number that the attendance states, or 0 */
    json_t *meeting;
    const char *file_id;     /* the id of the document of a file with several meetings, or NULL */
    struct text_span series; /* the title of such a file, or empty */
    struct line_span series_lines;
    json_t *people; /* an object with the ids of the people of this meeting */
    char meeting_id[DRAFT_ID_BYTES];
    char body_id[DRAFT_ID_BYTES];
    char people_id[DRAFT_ID_BYTES]; /* the prefix of the ids of people with full names */
};

/* Returns the text and the lines of the source of the lines from `first` to before `end`. */
static inline struct text_span minutes_text(const struct minutes *minutes, size_t first, size_t end)
{
    return markdown_text(&minutes->markdown, first, end);
}
static inline struct line_span minutes_lines(const struct minutes *minutes, size_t first,
                                             size_t end)
{
    return (struct line_span){minutes->markdown.lines[first].line,
                              minutes->markdown.lines[end - 1].last_line};
}

/* Returns two texts with another between them, which the roster keeps; an empty text if out of
 * memory. */
struct text_span minutes_join(struct minutes *minutes, struct text_span first,
                              struct text_span between, struct text_span second);

/* Sets a member of a record to a text. */
static inline void minutes_set(struct minutes *minutes, json_t *record, const char *member,
                               struct text_span text)
{
    draft_set_text(minutes->draft, record, member, text.text, text.length);
}
