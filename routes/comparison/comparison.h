/* The comparison of people: what each of them said on a topic, side by side, and how they voted.
 *
 * A comparison judges nothing itself. It says that people agree or differ only if the record has
 * their stances on the same record, or their votes on the same decision.
 *
 * May include: http, layout, markup, query, record_parts.
 */
#pragma once

#include "record_parts/record_parts.h"

enum {
    COMPARED_PEOPLE_LEAST = 2,
    COMPARED_PEOPLE_MAX = 6,
    COMPARED_SUBJECTS_MAX = 24,    /* topics, or items of the agenda */
    COMPARED_OF_PERSON_MAX = 12,   /* statements of a person on a subject */
    COMPARED_STATEMENTS_MAX = 400, /* of all people on all subjects */
    COMPARED_DECISIONS_MAX = 40,
    COMPARED_STANCES_MAX = 20 /* records on which people have stances, of one subject */
};

/* A point of a discussion, an argument of a paper, or its abstract. */
struct compared_statement {
    size_t person, subject; /* positions in the lists of the comparison */
    const struct record *record;
    const struct value *text, *sources;
    size_t argument, of; /* the number of the argument of a paper, from 1, and theirs; else 0 */
};

/* A decision on which several of the people voted. */
struct compared_decision {
    const struct record *record;
    const struct value *options[COMPARED_PEOPLE_MAX]; /* of each person; NULL: no vote */
};

/* A record on which several of the people have a stance. */
struct compared_stance {
    const struct record *about;
    const struct record *points[COMPARED_PEOPLE_MAX]; /* the last of each person; NULL: none */
};

struct comparison {
    const struct record *people[COMPARED_PEOPLE_MAX];
    size_t people_count;
    /* The topics that were asked for, else those on which several of the people spoke; if there are
     * none, the items of the agenda on which several did. */
    const struct record *subjects[COMPARED_SUBJECTS_MAX];
    size_t subject_count;
    bool chosen; /* true if topics were asked for */
    struct compared_statement statements[COMPARED_STATEMENTS_MAX]; /* by subject, then by person */
    size_t statement_count;
    struct compared_decision decisions[COMPARED_DECISIONS_MAX];
    size_t decision_count;
};

/* Finds what is compared. The caller has set the people, `chosen`, and if it is true the subjects;
 * the rest is 0. `page` gives the archive and the work; its buffer fails if out of memory. */
void comparison_find(struct record_page *page, struct comparison *comparison);

/* Stores the records on which several people have stances on a subject. Returns their number. */
size_t comparison_stances(const struct comparison *comparison, size_t subject,
                          struct compared_stance ret_stances[COMPARED_STANCES_MAX]);

enum agreement {
    AGREEMENT_SAME, /* all stances or votes are the same */
    AGREEMENT_DIFFERENT
};

/* Returns whether the stances on a record, or the votes on a decision, are the same. */
enum agreement comparison_of_stances(const struct compared_stance *stance);
enum agreement comparison_of_votes(const struct compared_decision *decision);

/* Writes the page of a comparison. */
void comparison_page_write(struct record_page *page, const struct comparison *comparison);

/* Writes links to comparisons as a section: on the page of a person, with each of those who spoke
 * on most of the same topics; on the page of a topic, of its first speakers. Writes nothing if
 * there is nobody to compare, for other records, or if pages are files, which have no comparisons.
 */
void comparison_write_links(struct record_page *page);
