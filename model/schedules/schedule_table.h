/* The state of the reader of a programme in CSV or TSV. Private to model/schedules. */
#pragma once

#include "conference/schedule.h"
#include "phrases/text_span.h"
#include "tables/tables.h"

/* The columns with a meaning of their own; all others are values of events. */
enum programme_column {
    PROGRAMME_DATE,
    PROGRAMME_START,
    PROGRAMME_END,
    PROGRAMME_DURATION,
    PROGRAMME_PERSONS,
    PROGRAMME_PERSON_IDS,
    PROGRAMME_LANGUAGE,
    PROGRAMME_VALUE,  /* a value of the event */
    PROGRAMME_UNKNOWN /* not read */
};

enum {
    PROGRAMME_COLUMNS_MAX = 200,
    PROGRAMME_NAME_BYTES =
        120, /* of a heading or a conference, with the NUL; a longer one is cut */
    PROGRAMME_PERSONS_MAX = 100 /* in a cell */
};

struct programme_heading {
    char name[PROGRAMME_NAME_BYTES]; /* as the table has it */
    const char *value;               /* the name of the value (schedule_fields.c) */
    enum programme_column column;
};

/* The texts of a row with a meaning of their own. */
struct programme_row {
    struct text_span cells[PROGRAMME_VALUE];
    size_t event; /* its position; SIZE_MAX if out of memory */
    unsigned line;
};

struct programme_reader {
    struct schedule *schedule;
    struct programme_heading headings[PROGRAMME_COLUMNS_MAX];
    size_t count;
    bool header; /* true after the header */
    enum date_order order;
    char day[sizeof "2031-05-03"]; /* of the rows above; "" if they give none */
};

/* Finds the meaning of the columns. Returns true if they are those of a programme: a title, a day
 * or a time, and persons or a track. `*ret_other` is true if a heading is not English. */
bool programme_read_header(const struct table_row *row, struct programme_heading *headings,
                           size_t *ret_count, bool *ret_other);

/* Gives an event its times, from the cells of its row. */
void programme_set_times(struct programme_reader *reader, const struct programme_row *row);

/* Reads the day that a text is, and makes it that of the rows below. Returns false if it is none.
 */
bool programme_read_day(struct programme_reader *reader, struct text_span text, unsigned line);

/* Adds the persons of a row to its event. */
void programme_add_persons(struct programme_reader *reader, const struct programme_row *row);
