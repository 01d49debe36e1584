/* The parts of the home page. Private to the folder. */
#pragma once

#include "layout/layout.h"

struct work;

/* A meeting with the time of its beginning. */
struct home_meeting {
    int64_t begins; /* in seconds since 1970; INT64_MIN if it is not known */
    const struct record *record;
};

/* The meetings of the archive that are no part of another one, the latest first. */
struct home {
    struct page *page;
    struct work *work;
    struct home_meeting *meetings;
    size_t count;
};

/* Finds the meetings; the caller frees them. Returns false if out of memory. */
bool home_find_meetings(struct home *home);

/* Returns the year of a meeting, of which *ret_year has four digits, or false if it is not known.
 */
bool home_find_year(const struct record *meeting, char ret_year[5]);

/* Returns the relation of a type that holds all of an owner's records of a type, or NULL. */
const struct relation *home_find_relation(const struct archive *archive,
                                          const struct record_type *owner,
                                          const struct record_type *member);

/* Reports whether two values of a field, a text or a reference, are present and the same. */
bool home_is_same(const struct field *field, const struct value *a, const struct value *b);

/* Writes the series of the meetings as links, or the bodies that meet, if there are several. */
void home_write_series(struct home *home);

/* Writes the section of the meetings by year. */
void home_write_meetings(struct home *home);

/* Writes a link to a list with a parameter. The caller writes its text and closes it. */
void home_open_link(struct page *page, const char *collection, const char *name, const char *value);

/* Writes the latest decisions, or proposals if there are none; what is still to be done; the topics
 * with most records; and the people of most meetings. */
void home_write_outcomes(struct home *home);
void home_write_open_actions(struct home *home);
void home_write_topics(struct home *home);
void home_write_people(struct home *home);
