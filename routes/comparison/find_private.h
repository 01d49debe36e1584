/* The steps in which a comparison is found. Private to the folder. */
#pragma once

#include "comparison/comparison.h"

enum {
    COMPARED_RECORDS_MAX = 1000 /* papers, points or decisions of a person, that are looked at */
};

/* Reports whether a person is an author of a paper or the speaker of a point that says something.
 */
bool compared_is_said_by(const struct record *record, const struct record *person);

/* Returns a subject of a record: the topic `at`, or if `topics` is false its item of the agenda.
 * NULL after the last. */
const struct record *compared_subject_at(const struct record *record, bool topics, size_t at);

/* Finds the subjects on which several of the people spoke. */
void comparison_find_subjects(struct record_page *page, struct comparison *comparison);

/* Finds the decisions on which several of the people voted. */
void comparison_find_decisions(struct record_page *page, struct comparison *comparison);
