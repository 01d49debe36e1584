/* The formats that data can have, and the import of a file of any of them.
 *
 * One table lists the formats. Each row names a format, says how its files are recognised, and has
 * the reader that draws up a record from such a file (draft/draft.h). To add a format, write its
 * reader in a folder below this one, and add its row to the table in import.c; no other code knows
 * the formats.
 *
 * A format is recognised, in this order,
 * - by the media type that an HTTP response states, or else by the suffix of the name, if the
 *   contents cannot tell (`recognises` is NULL),
 * - by its contents,
 * - as JSON, if the name or the media type says so.
 * Files that are known to be something else, such as PDF, are refused by the name of that.
 *
 * Each reader has ceilings, so that time and memory are bounded whatever the file: of the bytes
 * here, and of lines, rows, values, parts and nesting in the header of the reader. A file beyond
 * one is refused with the line and the limit. The time for a file grows with its size, not faster.
 *
 * May include: base, unicode, values, texts, schema, draft, schedules, tables, minutes.
 */
#pragma once

#include "draft/draft.h"

#include <stdbool.h>
#include <stddef.h>

/* Lists of words are separated by a space. A list that is NULL is empty. */
struct import_format {
    const char *name;        /* for --format: "markdown" */
    const char *title;       /* in words, such as "minutes in Markdown" */
    const char *suffixes;    /* ".md .markdown" */
    const char *shared;      /* suffixes that files of no format have, too: ".txt" */
    const char *media_types; /* lower case, without parameters: "text/markdown" */
    unsigned mib_max;        /* a larger file is refused; 0 if only its reading has a limit */
    const char *division;    /* what to do with a larger file: a clause in the imperative */
    bool decodes_itself;     /* true if the reader reads other encodings than UTF-8 */
    bool of_spreadsheets;    /* true if it may be in UTF-16 or Windows-1252 (tables/table_text.h) */
    bool names_texts;        /* true if its documents may name texts ("text_file") */
    /* Reports whether a source has this format, by its contents. NULL if they cannot tell. */
    bool (*recognises)(const struct draft_source *source);
    /* Fills a draft from its source. NULL for rapporteur's own JSON, which is read as it is. */
    void (*read)(struct draft *draft);
};

/* The table of all formats, and its row of rapporteur's own JSON. */
extern const struct import_format *const import_formats[];
extern const size_t import_format_count;
extern const struct import_format import_json_format;

/* Returns the format with a name, or NULL. */
const struct import_format *import_format_named(const char *name);

/* Says how a file of a folder is read. */
enum import_use {
    IMPORT_IGNORED, /* hidden, README*, LICENSE*, schema.json, *.allow-shrink: nothing */
    IMPORT_NONE,    /* no format has the suffix: a warning */
    IMPORT_TRIED,   /* a shared suffix: read; a warning if it has no format */
    IMPORT_DATA     /* read; a fault if it has no format */
};

/* Returns what happens to a file with this name. */
enum import_use import_use_of(const char *name);

/* Reports whether a file with this name is read if its folder is. */
bool import_is_data(const char *name);

/* Reports whether a name is that of the table of a whole collection, such as "people.csv". An
 * exported folder has all records in these; the table of a list of some of them, "speakers.csv",
 * has no others. */
bool import_is_whole_table(const char *name);

/* Reports whether the documents in a file with this name may name texts: true for an unknown
 * suffix.
 */
bool import_may_name_texts(const char *name);

/* Returns a source without the byte order mark of UTF-8 that its bytes may begin with. */
struct draft_source import_source(const char *name, const char *bytes, size_t length);

/* Returns the format of a source. `media_type` is that of the HTTP response, with or without
 * parameters, or NULL. Returns NULL if the source has no known format, with the reason in
 * *ret_refusal. */
const struct import_format *import_recognise(const struct draft_source *source,
                                             const char *media_type,
                                             struct draft_note *ret_refusal);

/* Writes what a source of no known format is, such as "a PDF document; save its text as Markdown",
 * after the words "the file is". */
void import_write_likeness(const struct draft_source *source, char text[DRAFT_MESSAGE_BYTES]);

/* Returns the draft that the reader of a format makes from a source, which outlives it. The draft
 * may be refused (draft_refusal) or out of memory. Returns NULL if out of memory. Do not call it
 * for rapporteur's own JSON. */
struct draft *import_read(const struct import_format *format, const struct draft_source *source);

/* Writes "12 elements <license> were not read", which is cut to fit. */
void import_write_unread(const struct draft_unread *unread, char text[DRAFT_MESSAGE_BYTES]);
