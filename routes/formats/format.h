/* The formats in which records are served: JSON, CSV, iCalendar, BibTeX and others.
 *
 * Each format is one row of a const table, in a file of its own. A format writes record by record
 * and knows nothing of HTTP: the endpoints choose the format and write the header fields.
 */
#pragma once

#include "formats/page.h"
#include "select/selection.h"

/* The state of writing records in a format. */
struct format_writer {
    const struct archive *archive;
    const char *base_path;          /* prefix of the URLs in the records; or NULL */
    const struct record_type *type; /* of the records */
    const struct query *query;
    struct paged *paged;               /* the list that the page belongs to; NULL for one record */
    const struct selection *selection; /* the page itself; NULL for one record */
    struct buffer *out;
    struct json_writer json; /* writes to `out` */
};

struct format {
    const char *suffix;        /* of the paths that ask for it, with its dot */
    const char *media_type;    /* with its parameters, as in `Content-Type` */
    const char *documentation; /* one sentence for the reference */
    unsigned types;            /* of records that it can hold: a set of TARGET(type); 0 for any */
    bool file;                 /* true if, without `limit`, it holds all records, not a page */
    bool json;                 /* true if it is JSON, which `pretty` indents */
    const char *const *unsupported; /* parameters that it refuses, then NULL; or NULL */
    /* Write what comes before the records, one record, and what comes after them; `begin` and `end`
     * may be NULL. */
    void (*begin)(struct format_writer *writer);
    void (*write)(struct format_writer *writer, const struct record *record);
    void (*end)(struct format_writer *writer);
};

/* The rows of the table. */
extern const struct format format_json, format_ndjson, format_csv, format_jsonld, format_calendar,
    format_bibtex, format_csl;

/* Returns the format `index` in the order of preference, or NULL after the last. */
const struct format *format_at(size_t index);

/* Reports whether a format can hold records of a type. */
bool format_is_for(const struct format *format, const struct record_type *type);

/* Returns the length of a path segment without its suffix, which is a format's suffix or else
 * begins at the last dot. */
size_t format_stem(const char *segment);

/* Returns the format with a suffix, or the one that `Accept` prefers, for records of a type; NULL
 * if no format fits. `accept` may be NULL. */
const struct format *format_by_suffix(const char *suffix, const struct record_type *type);
const struct format *format_preferred(const char *accept, const struct record_type *type);

enum {
    FILE_BYTES_MAX = 32 * 1024 * 1024
};

/* Writes records to `writer->out`, whose `failed` tells if memory ran out. A file ends with the
 * record that makes it longer than FILE_BYTES_MAX; `paged->cut_to` is then the number of records
 * in it. */
void format_write(const struct format *format, struct format_writer *writer,
                  const struct record *const *records, size_t count);
