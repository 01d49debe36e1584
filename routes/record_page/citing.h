/* The records that cite each line of a document. */
#pragma once

#include "archive/archive.h"

struct page;
struct record_page;
struct work;

/* Lines of the document that a record cites. */
struct citing {
    uint32_t from, to;
    const struct record *record;
    bool again; /* true if the record cites fewer lines from the same line on, too */
};

struct citing_list {
    /* By their first line, the shortest passages first; of equal passages in the order of the types
     * and the files. */
    struct citing *at;
    size_t count, capacity;
    bool failed; /* out of memory */
};

/* Finds which other records cite a document: those of `meeting`; of a small archive, or if
 * `meeting` is NULL, the first CITING_RECORDS_MAX records. The caller finishes the list. */
enum {
    CITING_RECORDS_MAX = 20000,
    CITING_MAX = 50000 /* passages */
};
void citing_find(struct citing_list *list, const struct archive *archive,
                 const struct record *document, const struct record *meeting, struct work *work);

void citing_finish(struct citing_list *list);

/* Writes the name of a record that cites a line, as a link. */
void citing_write_record(struct page *page, const struct record *record);

/* Writes a section with the lines of the page that more than `shown` records cite, as many as the
 * margin names. Each line has the id "all-of-L" and its number. */
void citing_write_lines(struct record_page *page, const struct citing_list *list, size_t shown,
                        uint32_t first_line, uint32_t last_line);
