/* Minutes that are being read. Private to model/minutes. */
#pragma once

#include "markdown/front_matter.h"
#include "members/roster.h"
#include "minutes/minutes.h"
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

/* The marks that distinguish minutes from other texts (P6). */
struct minutes_marks {
    bool date, attendance, items, chat, decisions;
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

/* Finds the title, the body, the date and the times of the meeting (3.2). */
void meeting_read(struct minutes *minutes);

/* Adds the place of the meeting, unless it has one: from its title, or from the sentence or line of
 * the head that names it. */
void meeting_add_place(struct minutes *minutes);

/* Adds the meeting, its body, its place and its quorum to the draft. */
void meeting_add(struct minutes *minutes);

/* Reads the attendance into the roster (3.4). */
void attendance_read(struct minutes *minutes);

/* Returns true if the front matter lists who was there. */
bool attendance_is_in_front(const struct minutes *minutes);

/* Adds the people and organizations of the roster to the draft. */
void attendance_add(struct minutes *minutes);

/* Adds the record of a person, unless the draft has it. */
void attendance_add_person(struct minutes *minutes, uint32_t number);

/* Adds the items, contributions, decisions and actions to the draft. */
void proceedings_add(struct minutes *minutes);

/* Returns a reference to a person, for fields that name people or organizations; NULL if out of
 * memory. */
json_t *attendance_reference(const struct minutes *minutes, uint32_t number);

/* Refuses a text that has too few marks of minutes. The message depends on the kind of text, and
 * says what to do (P6). */
void minutes_refuse(struct minutes *minutes, const struct minutes_marks *marks);

/* Refuses a file that is one long line, in which no meeting is looked for. */
void minutes_refuse_line(struct draft *draft);

/* Refuses a file without any text; `front` is true if it has front matter. */
void minutes_refuse_empty(struct draft *draft, bool front);

/* Warns if a meeting has no item of the agenda, or if its text has a label of an attendance of
 * which nothing was read. */
void losses_warn_meeting(struct minutes *minutes);

/* Warns if a large share of the lines of a file became nothing. */
void losses_warn_lines(const struct minutes *file);

/* Counts a text that looks like a decision but did not become one. */
void losses_note_decision(struct minutes *minutes, struct text_span text, unsigned line);

/* Sets a member of a record to a text. */
static inline void minutes_set(struct minutes *minutes, json_t *record, const char *member,
                               struct text_span text)
{
    draft_set_text(minutes->draft, record, member, text.text, text.length);
}

/* Returns the place after the colon of a label of some class, or 0. */
static inline size_t meeting_label_end(enum words_class words, struct text_span text)
{
    const size_t colon = text_span_find(text, 0, ":");
    return colon < text.length && colon < 60 && words_is(words, text.text, colon) ? colon + 1 : 0;
}

/* Finds the first line of the head with a day that does not exist, "31 February 2026". Returns the
 * number of lines if there is none. */
size_t meeting_impossible_date(const struct minutes *minutes, struct text_span *ret_day);

/* Returns true for the lines before the first item. */
static inline bool meeting_is_head(const struct minutes *minutes, size_t line)
{
    return !minutes->outline.item_count || line < minutes->outline.items[0].line;
}

enum {
    TIME_LINE_BYTES_MAX = 1000 /* of a line that may tell when the meeting began */
};

/* Reads the date; warns if its sources disagree (D1, D2). */
void meeting_read_date(struct minutes *minutes);

/* Reads the planned times of the header: labels of dates and times, and ranges. */
void meeting_read_planned_times(struct minutes *minutes);

/* Reads the times at which the meeting really began and ended; the last end counts. */
void meeting_read_actual_times(struct minutes *minutes);

/* Completes times in words, such as "half past seven", and an end after midnight. */
void meeting_complete_times(struct minutes *minutes);
