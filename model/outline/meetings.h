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

/* Finds the headings that begin meetings. The caller finishes the starts in any case. */
void meeting_starts_find(const struct markdown *markdown, struct meeting_starts *starts);
void meeting_starts_finish(struct meeting_starts *starts);
