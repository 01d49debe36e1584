/* The meetings of a file (rules M1 to M3). */
#pragma once

#include "markdown/markdown.h"
#include "phrases/date.h"

struct meeting_start {
    size_t line;             /* of its heading */
    struct phrase_date date; /* of a heading that is a date and nothing else, else without a day */
};

struct meeting_starts {
    struct meeting_start *at; /* in the order of the lines */
    size_t count, capacity;   /* no start if the file has one meeting */
    const char *rule;
    bool out_of_memory;
};

/* Returns the date in a heading that is nothing else, but for a time, links and what is in
 * brackets: of "5 June 2031, 17:00 UTC (recording)". The text is a part of that of the Markdown.
 * Returns an empty text if the heading is something else. */
struct text_span meeting_date_of_heading(const struct markdown *markdown, struct text_span text,
                                         struct phrase_date *ret_date);

/* Finds the headings that begin meetings. The caller finishes the starts in any case. */
void meeting_starts_find(const struct markdown *markdown, struct meeting_starts *starts);
void meeting_starts_finish(struct meeting_starts *starts);
