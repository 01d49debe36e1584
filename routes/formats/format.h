/* The forms in which records are given: JSON, files for spreadsheets, calendars, libraries.
 *
 * Each is one row of a const table and one file as_*.c. A representation is written record by
 * record, and knows nothing of HTTP: which one is meant, and what stands in the head, is decided
 * elsewhere (handlers.h).
 */
#pragma once

#include "formats/page.h"
#include "select/selection.h"

/* Records while they are written. */
struct representing {
    const struct archive *archive;
    const char *base_path;          /* of the URLs in them; or NULL */
    const struct record_type *type; /* of the records */
    const struct query *query;
    struct paged *paged;               /* the list of which they are a page; NULL of one record */
    const struct selection *selection; /* the page itself; NULL of one record */
    struct buffer *out;
    struct json_writer json; /* writes to `out` */
};

struct representation {
    const char *suffix;        /* by which a path asks for it, with its dot */
    const char *media_type;    /* with its parameters, as `Content-Type` has it */
    const char *documentation; /* one sentence for the reference */
    unsigned types;            /* of records that it is for: a set of TARGET(type); 0 is any */
    bool file;                 /* without `limit` it holds all records, not a page of them */
    bool json;                 /* so `pretty` indents it */
    const char *const *lacks;  /* parameters that mean nothing here, up to a NULL; or NULL */
    /* Writes what comes before the records, one record, and what comes behind; NULL is nothing. */
    void (*begin)(struct representing *representing);
    void (*write)(struct representing *representing, const struct record *record);
    void (*end)(struct representing *representing);
};

/* The rows, one for each file as_*.c. */
extern const struct representation as_json, as_ndjson, as_csv, as_jsonld, as_calendar, as_bibtex,
    as_csl;

/* The representation `index` in the order of preference, or NULL behind the last. */
const struct representation *representation_at(size_t index);

bool representation_is_for(const struct representation *representation,
                           const struct record_type *type);

/* The length of a path's segment without its suffix: that of a representation, else what follows
 * the last dot. */
size_t representation_stem(const char *segment);

/* The representation of records of a type by its suffix, or the one that a client likes best;
 * NULL where there is none. */
const struct representation *representation_by_suffix(const char *suffix,
                                                      const struct record_type *type);
const struct representation *representation_preferred(const char *accept,
                                                      const struct record_type *type);

enum {
    FILE_BYTES_MAX = 32 * 1024 * 1024
};

/* Writes records. A file ends with the record that makes it longer than FILE_BYTES_MAX;
 * `paged->cut_to` then says how many it holds. */
void representation_write(const struct representation *representation,
                          struct representing *representing, const struct record *const *records,
                          size_t count);
