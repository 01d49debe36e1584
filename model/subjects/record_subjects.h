/* What each record is about, for the facets of a search: its meetings, years, topics and people.
 *
 * The subjects are found once, when the index is built, so that counting the facets of a search
 * reads only numbers.
 */
#pragma once

#include "archive/archive.h"

#include <stdint.h>

/* The facets of a search, besides the type. */
enum search_facet {
    SEARCH_FACET_MEETING, /* the meetings that the record belongs to or attended; or itself */
    SEARCH_FACET_YEAR,    /* of its date, else of its meetings */
    SEARCH_FACET_TOPIC,   /* the topics of its subject; or itself */
    SEARCH_FACET_PERSON,  /* the people whom its fields name; or itself */
    SEARCH_FACET_COUNT
};

enum {
    SEARCH_SUBJECT_SHIFT = 28, /* bits of a subject for its number */
    SEARCH_SUBJECTS_MAX = 64,  /* of one record; others are not counted */
    SEARCH_YEARS = 10000
};

/* A subject: the facet, shifted by SEARCH_SUBJECT_SHIFT, and the ordinal of the record, or the
 * year. */
typedef uint32_t search_subject;

struct search_subjects;

/* The names of the facets, as in the parameters of a search. */
extern const char *const search_facet_names[SEARCH_FACET_COUNT];

/* Returns the record that is a value of a facet. Returns NULL for a year, and for a number that no
 * record has. */
const struct record *search_facet_record(const struct archive *archive, enum search_facet facet,
                                         uint32_t number);

/* Finds the subjects of all records. Returns NULL if out of memory. */
struct search_subjects *search_subjects_create(const struct archive *archive);

/* Accepts NULL. */
void search_subjects_destroy(struct search_subjects *subjects);

/* Returns the subjects of the record of a type with an ordinal, each once. */
const search_subject *search_subjects_of(const struct search_subjects *subjects, size_t type,
                                         uint32_t ordinal, size_t *ret_count);

/* Returns the number of values that a facet may have. */
size_t search_subjects_range(const struct search_subjects *subjects, enum search_facet facet);

/* Returns the number of bytes of the subjects. */
size_t search_subjects_bytes(const struct search_subjects *subjects);
