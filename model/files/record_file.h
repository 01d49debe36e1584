/* A data file that is being loaded.
 *
 * Its text is in memory only while the file is read, and again while the line of a fault is
 * searched. A file of another format than rapporteur's own is imported first
 * (record_file_import.h): the text of a data file is made from it, and is then read in its place.
 */
#pragma once

#include "import/import.h"

#include <limits.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
    RECORD_FILE_BYTES_MAX = 256 * 1024 * 1024
};

struct record_file {
    const char *name; /* the given path, or the path in a folder */
    const char *text; /* without a byte order mark; NULL if it is not in memory */
    size_t length;
    bool marked;                        /* true if it begins with a byte order mark */
    int64_t modified;                   /* the last change, in seconds since 1970 */
    bool borrowed;                      /* true if the caller owns the text */
    const struct import_format *format; /* as given by the caller; NULL to recognise it */
    const char *media_type;             /* as given by the caller; may be NULL */
    const struct table_map *map;        /* names of the columns of tables, or NULL */
    const char *folder;                 /* the part of `name` in which files of one name differ: the
                                           folders before it, without a NUL; or NULL */
    size_t folder_length;
    bool tried;   /* true if the file need not have a format, because its suffix is shared */
    bool skipped; /* true if it has none; set by the import */
    /* The members below are set by the import of a file of another format. */
    bool imported;
    struct draft_text draft;    /* the text of the data file, and lines; the lines stay */
    const char *document;       /* the id of the document that is the file itself, or NULL */
    const char *other_document; /* the id with the name of the file, for the case that another file
                                   has the same id */
    bool renamed;    /* true if it has: `document` is that id, and `other_document` is the one
                        which the draft has */
    bool is_minutes; /* true if the document is minutes or an agenda */
    bool is_agenda;
    const char *document_text; /* the text of this document, or NULL */
    size_t document_length;
};

/* Reads the text of a file, unless it is in memory. Returns NULL, or a human-readable reason why
 * the file cannot be read. Returns record_file_no_memory if out of memory. */
const char *record_file_read(struct record_file *file);
extern const char record_file_no_memory[];

/* Writes the path of the folder that holds the file. */
void record_file_write_folder(const struct record_file *file, char folder[PATH_MAX]);

/* Receives the path of a text, which is valid only during the call. */
typedef void text_path_visitor(void *context, const char *path);

/* Visits the texts that the documents in a file name, with paths that include its folder. The text
 * of the file must be in memory; if the file is imported, that of the draft. It is searched for the
 * name of the field and not parsed, so the file may have faults. */
void record_file_visit_texts(const struct record_file *file, text_path_visitor *visit,
                             void *context);

/* Frees the text, unless it is borrowed. */
void record_file_release(struct record_file *file);

/* Frees the text and the lines. */
void record_file_finish(struct record_file *file);
