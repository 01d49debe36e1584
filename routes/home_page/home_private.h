/* The parts of the home page. Private to the folder. */
#pragma once

#include "layout/layout.h"

struct work;

/* A meeting and the time at which it begins. */
struct home_meeting {
    int64_t begins; /* in seconds since 1970; INT64_MIN if it is not known */
    const struct record *record;
};

/* The home page, and the meetings of the archive that are not part of another meeting, the latest
 * first. */
struct home {
    struct page *page;
    struct work *work;
    struct home_meeting *meetings;
    size_t count;
};

/* Finds the meetings; the caller frees them. Returns false if out of memory. */
bool home_find_meetings(struct home *home);

/* Writes the year of a meeting in four digits to `ret_year`. Returns false, and writes "", if it is
 * not known. */
bool home_find_year(const struct record *meeting, char ret_year[5]);

/* Returns the relation of `owner` that has the name of the collection of `member`, such as the
 * "papers" of a meeting; NULL if there is none. */
const struct relation *home_find_relation(const struct archive *archive,
                                          const struct record_type *owner,
                                          const struct record_type *member);

/* Reports whether two values of a field are present and equal. The field is a text or a reference.
 */
bool home_is_same(const struct field *field, const struct value *a, const struct value *b);

/* Writes links to the series of the meetings. If there are not several, writes links to the bodies
 * that meet. */
void home_write_series(struct home *home);

/* Writes the section of the meetings by year. */
void home_write_meetings(struct home *home);

/* Writes a link to a list with a parameter. The caller writes its text and closes it. */
void home_open_link(struct page *page, const char *collection, const char *name, const char *value);

/* Write sections: the latest decisions, or proposals if there are no decisions; the latest open
 * actions; the topics to which most records refer; the people who attended most meetings. */
void home_write_outcomes(struct home *home);
void home_write_open_actions(struct home *home);
void home_write_topics(struct home *home);
void home_write_people(struct home *home);
