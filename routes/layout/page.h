/* A page that is being written, and its frame. */
#pragma once

#include "archive/archive.h"
#include "http/request.h"
#include "http/target.h"
#include "http/url.h"
#include "markup/markup.h"

enum {
    PAGE_FORMATS_MAX = 16,
    PAGE_SECTIONS_MAX = 24,      /* entries of the list of sections */
    PAGE_SECTION_BYTES_MAX = 128 /* of a heading or an id, with its NUL */
};

/* A section of the page, for the list of sections. */
struct page_section {
    char id[PAGE_SECTION_BYTES_MAX], heading[PAGE_SECTION_BYTES_MAX];
};

/* A format in which the subject of the page can be downloaded. */
struct page_format {
    const char *suffix, *name, *media_type;
};

struct page {
    struct markup markup;
    const struct archive *archive; /* NULL if none is loaded */
    const char *base_path;         /* or NULL */
    struct publication publication;
    char address[REQUEST_ADDRESS_BYTES]; /* of the service (request_address); "" if not known */
    struct url url;                      /* of the subject, without a suffix; no segments for "/" */
    const struct target *target;
    const struct record *record;         /* the subject, if it is a record; else NULL */
    const struct record *meeting;        /* the meeting that it belongs to, or NULL */
    const struct record *before, *after; /* the neighbours of the subject in a sequence, or NULL */
    const char *previous, *next;         /* URLs of the other pages of the list, or NULL */
    struct page_format formats[PAGE_FORMATS_MAX];
    size_t format_count;
    struct page_section sections[PAGE_SECTIONS_MAX];
    size_t section_count;
    bool home;         /* true if it is the home page, "/" */
    bool has_inferred; /* true if the page has the sign for inferred values, which its foot
                          explains */
};

/* Returns the address of the service, or NULL if it is not known. */
static inline const char *page_service_address(const struct page *page)
{
    return *page->address ? page->address : NULL;
}

/* A text of the program, or of a record if `record` is true. */
struct page_text {
    const char *text;
    size_t length;
    bool record;
};

static inline struct page_text page_text_of(const char *text)
{
    return (struct page_text){text, strlen(text), false};
}

/* The size of a data version, with its NUL. */
enum {
    PAGE_DATA_VERSION_BYTES = 13
};

/* Writes the version of the loaded data: the first 12 digits of its SHA-256. */
void page_data_version(const struct archive *archive, char version[PAGE_DATA_VERSION_BYTES]);

/* Reports whether the page of a record of this type links to the record's feed. Only types to which
 * new records refer over the years have this link. */
static inline bool page_has_feed(const struct record_type *type)
{
    return type == &meeting_type || type == &person_type || type == &organization_type ||
           type == &topic_type;
}

enum {
    PAGE_LINES_MAX = 5000 /* of a document, on one page */
};

/* Returns the number of lines before those of the page on which a line is. */
static inline uint32_t page_lines_before(uint32_t line)
{
    return line ? (line - 1) / PAGE_LINES_MAX * PAGE_LINES_MAX : 0;
}

enum {
    PAGE_SEARCHED_BYTES_MAX = 5000000 /* of the data of an archive that is searched in files */
};

/* Reports whether the archive can be searched. Pages that are files search in one file, which is
 * only made for archives up to PAGE_SEARCHED_BYTES_MAX. */
bool page_has_search(const struct page *page);

/* Returns the class of schema.org for a type of record, such as "Event". */
const char *page_schema_class(const struct record_type *type);

/* Initialises a page that answers the request and is written to `out`. `archive` may be NULL if
 * none is loaded. The meeting of the page is the one that the archive is about. */
void page_init(struct page *page, const struct archive *archive, const struct request *request,
               struct buffer *out);

/* Sets how the service is published, and its address. */
void page_set_publication(struct page *page, const struct request *request);

/* Returns the meeting that an archive is about: the only one, or the only one that has a programme,
 * papers, a discussion or outcomes of its own. Returns NULL if there is no such meeting, or if
 * `archive` is NULL. */
const struct record *page_main_meeting(const struct archive *archive);

/* Returns the meeting that a record belongs to: the record itself if it is a meeting, the meeting
 * that it names, or the only one in a relation of it; else the one that the archive is about.
 * `record` may be NULL. Returns NULL if there is none. */
const struct record *page_find_meeting(const struct archive *archive, const struct record *record);

/* Writes everything up to the beginning of the content. `description` is for search engines; its
 * length may be 0. `railed` is true if the page may get a list of its sections, which wide screens
 * show at the side. */
void page_begin(struct page *page, struct page_text title, struct page_text description,
                bool railed);

/* Writes the breadcrumbs of a record, or of a list or another page called `name`. */
void page_write_trail(struct page *page, const char *name);

/* Writes the action bar: cite, link, download, API. */
void page_write_actions(struct page *page);

/* Writes the foot and ends the document. */
void page_end(struct page *page);

/* Opens a section with its heading; closes it. */
void page_open_section(struct page *page, const char *id, const char *heading, bool beside);
void page_close_section(struct page *page);

/* Inserts the list of the sections opened so far, if there are at least three. `at` is the offset
 * in the buffer at which to insert it; it must be between elements. */
void page_insert_contents(struct page *page, size_t at);
