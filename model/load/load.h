/* Loads data files into an archive.
 *
 * Reads files of any format that can be imported (import/import.h), checks every field, resolves
 * every reference and joins the relations. Returns an archive (archive/archive.h) only if there are
 * no faults; otherwise it reports all faults with file and line (files/fault.h).
 *
 * May include: base, unicode, texts, values, schema, archive, draft, import, files, records.
 */
#pragma once

#include "archive/archive.h"
#include "base/progress.h"
#include "files/fault.h"
#include "files/record_files.h"
#include "import/import.h"
#include "records/json_memory.h"

enum load_status {
    LOAD_SUCCEEDED,
    LOAD_FAULTY,       /* the data has faults */
    LOAD_UNREADABLE,   /* the only faults are files or folders that cannot be read */
    LOAD_OUT_OF_MEMORY /* or the archive is larger than 4 GiB */
};

/* A source: a file, a folder or a text in memory with data; the map for the tables among the
 * sources after it; or a folder of texts. */
struct load_source {
    const char *name; /* the path of a file or folder, or the name of a text in faults */
    const char *text; /* NULL for a file or folder; must not change while it is loaded */
    size_t length;    /* bytes of the text */
    int64_t modified; /* the last change of the text, in seconds since 1970 */
    const struct import_format *format; /* of a file or text; NULL to recognise it */
    const char *media_type;             /* of a text; NULL if unknown */
    bool tried;    /* of a text: true if it need not have a format (files/record_file.h) */
    bool is_map;   /* true if it is the file of a map (tables/table_map.h) */
    bool is_texts; /* true if it is a folder of texts, found by their digests (texts/text_folder.h)
                    */
};

/* Loads sources into one archive. Loads the data files of a folder in the order of their names
 * (record_files.h), and the built-in record if there is no source but a folder of texts. Another
 * thread may read `progress` meanwhile. If it returns LOAD_SUCCEEDED, the caller owns *ret_archive.
 * Otherwise *ret_archive is unchanged, and `faults`, which the caller initialises and finishes, has
 * the reasons. */
enum load_status load_archive(const struct load_source *sources, size_t count,
                              struct progress *progress, struct faults *faults,
                              struct archive **ret_archive);

/* Lists the files of sources like load_archive, without reading them. Adds faults if folders cannot
 * be read. The names and texts of the sources must outlive `files`. */
void load_list_files(const struct load_source *sources, size_t count, struct record_files *files,
                     struct faults *faults);

/* Loads files and folders like load_archive. */
enum load_status load_archive_files(const char *const *paths, size_t count, struct faults *faults,
                                    struct archive **ret_archive);

/* Visits the texts that the data files of a file or folder name, with paths that include the
 * folders of these files (record_file_visit_texts). Skips files that cannot be read. */
void load_visit_texts(const char *path, text_path_visitor *visit, void *context);

/* Loads one text in rapporteur's own JSON like load_archive. Faults refer to it as `name`; its
 * modification time is the epoch, 1970. */
enum load_status load_archive_text(const char *name, const char *text, size_t length,
                                   struct faults *faults, struct archive **ret_archive);
