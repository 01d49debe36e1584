/* What speakers said on the subjects of a meeting. Private to the folder. */
#pragma once

#include "meeting_page/meeting_page_private.h"

enum {
    SUBJECTS_MAX = 64,         /* topics, or items of the agenda; the first ones of the meeting */
    SUBJECT_SPEAKERS_MAX = 32, /* of one subject; more are not counted */
    SUBJECT_LEAST = 2,         /* speakers that make a subject one on which positions differ */
    POSITION_RECORDS_MAX = 2   /* of one speaker on one subject; the others are not shown */
};

/* A speaker and the papers and points in which the speaker spoke on a subject: those of the
 * greatest weight, in the order of the record. */
struct position {
    const struct record *records[POSITION_RECORDS_MAX];
    size_t weights[POSITION_RECORDS_MAX];
    size_t count, more;           /* shown, and not shown */
    const struct record *speaker; /* NULL if the source has only words for the speaker */
};

struct subject {
    const struct record *record; /* a topic or an agenda item */
    struct position at[SUBJECT_SPEAKERS_MAX];
    size_t count;
};

struct subject_list {
    struct subject at[SUBJECTS_MAX];
    size_t count;
};

/* Finds the subjects on which somebody spoke, those with the most speakers and stances first: the
 * topics of papers that have arguments and of points that are no questions. If no such topic has
 * SUBJECT_LEAST speakers, finds the items of the agenda. `list` is empty. */
void positions_find(struct record_page *page, struct subject_list *list);

/* The words of a position. */
struct statement {
    const char *text;
    size_t length;
    const struct value *sources;
    size_t argument, of; /* the number of the argument of a paper, from 1, and theirs; else 0 */
    size_t more;         /* arguments of the paper that are on the subject, too */
};

/* Returns what a record says on a subject, whose words `claim` has: the text of a point; of a
 * paper, the argument that the record ties to the subject most closely (record_parts/arguments.h).
 * If it ties none, the abstract of the paper, or if that is absent the first argument. */
struct statement position_statement(struct record_page *page, const struct record *record,
                                    const struct record *subject, struct claim *claim);

/* Reports whether a record is a paper with arguments, or a point with a text. */
bool position_has_statement(const struct record *record);
