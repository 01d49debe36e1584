/* The formats in which records are served: JSON, CSV, iCalendar, BibTeX and others.
 *
 * Each format is one row of a const table, in its own file. A format writes one record after the
 * other and does not use HTTP: the endpoints choose the format and write the header fields.
 */
#pragma once

#include "citation/citation.h"
#include "formats/page.h"
#include "http/request.h"
#include "layout/page.h"
#include "select/selection.h"

/* The state of writing records in a format. */
struct format_writer {
    const struct archive *archive;
    const char *base_path;          /* prefix of the URLs in the records, or NULL */
    const struct record_type *type; /* type of the records */
    const struct query *query;
    const struct record_view *view; /* the parts of the records that are written */
    size_t longest;                 /* the bytes after which a file ends; 0 means FILE_BYTES_MAX */
    struct paged *paged;            /* the list that contains the page; NULL for one record */
    const struct selection *selection; /* the page itself; NULL for one record, or in a stream */
    const struct selection_request *selected; /* the request for it, if there is a selection */
    const struct record *const *records;      /* all that are written; format_write sets it */
    size_t count;                             /* of them */
    struct work *work;                        /* that the records spend; or NULL */
    struct buffer *out;
    const struct publication *publication; /* of the service; or NULL */
    const struct request *request;         /* that is answered; may be NULL if it is no page */
    bool home;                             /* true if the page of a record is "/" */
    int64_t calendar_stamp;                /* of the entries of a calendar; `begin` sets it */
    /* The address of the service, from request_address; format_write sets it. */
    char address[REQUEST_ADDRESS_BYTES];
    struct json_writer json; /* writes to `out` */
    struct page page;        /* that is being written, if the format is HTML */
};

struct format {
    const char *suffix;        /* of paths in this format, with the dot */
    const char *name;          /* human-readable, such as "BibTeX" */
    const char *media_type;    /* with parameters, as in `Content-Type` */
    const char *documentation; /* one sentence for the reference */
    /* Supported types of record: those in a set of TARGET(type), or those with a field that has a
     * role in a set of ROLE_SET(role). All types if both are 0. */
    unsigned types;
    uint64_t roles;
    /* Reports whether a record can be written. A format with this function is for single records,
     * not for lists. NULL: the format is for all records and lists of its types. */
    bool (*is_available)(const struct archive *archive, const struct record *record);
    const char *lacking; /* the reason, as a clause, why a record is not available */
    bool file;           /* true if it holds all records by default, and not a page */
    bool page;           /* true if it is a page for browsers (negotiation.h) */
    bool json;           /* true if the format is JSON, which `pretty` indents */
    bool addressed; /* true if records have the address of the service, so that they vary by host */
    const char *const *unsupported; /* parameters that the format refuses, then NULL; may be NULL */
    /* Write the part before the records, one record, and the part after the records. `begin` and
     * `end` may be NULL. */
    void (*begin)(struct format_writer *writer);
    void (*write)(struct format_writer *writer, const struct record *record);
    void (*end)(struct format_writer *writer);
};

/* The formats. */
extern const struct format format_json, format_html, format_ndjson, format_csv, format_jsonld,
    format_calendar, format_bibtex, format_ris, format_csl, format_popolo, format_text,
    format_schedule_xml, format_schedule_json;

/* The records to choose a format for: one record, or a list. */
struct format_subject {
    const struct archive *archive;
    const struct record_type *type;
    const struct record *record; /* NULL for a list */
    enum pages_mode pages;
};

/* Returns format number `index` in the order of preference, or NULL after the last. */
const struct format *format_at(size_t index);

/* Reports whether a format is for lists of records of a type, or for single records of that type,
 * of which some may not be available. */
bool format_is_for(const struct format *format, const struct record_type *type, bool list);

/* Reports whether the subject is available in a format. */
bool format_is_available(const struct format *format, const struct format_subject *subject);

/* Returns the length of a path segment without its suffix: the suffix of a format, else the part
 * from the last dot. */
size_t format_stem(const char *segment);

/* Returns the format with a suffix, or NULL. */
const struct format *format_by_suffix(const char *suffix);

/* Returns the format that `Accept` prefers of those in which the subject is available, or NULL.
 * `accept` may be NULL. */
const struct format *format_preferred(const char *accept, const struct format_subject *subject);

/* Returns the citation of a record that is being written. */
struct citation format_citation(const struct format_writer *writer, const struct record *record);

enum {
    FILE_BYTES_MAX = 32 * 1024 * 1024,
    /* A file that is longer is streamed if the server can do that. Up to this length it is kept
     * whole, compressed and cached: to compress it takes about ten milliseconds, and many of them
     * fit in the memory for unsent answers. */
    FILE_BYTES_WHOLE = 1024 * 1024,
    /* A server ends a file after this length that cannot be streamed, because it is indented or
     * must be compressed. */
    FILE_BYTES_UNSTREAMED = 2 * 1024 * 1024
};

/* Writes records to `writer->out`; sets its `failed` if out of memory. Stops if the work is used
 * up. A file ends after the record that makes it longer than `writer->longest`, and `paged->cut_to`
 * is then its number of records. */
void format_write(const struct format *format, struct format_writer *writer,
                  const struct record *const *records, size_t count);
