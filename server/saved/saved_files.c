#include "saved/saved_files.h"

#include "base/array.h"
#include "base/error_text.h"
#include "base/server_log.h"
#include "base/sha256_text.h"
#include "saved/atomic_file.h"
#include "saved/saved_list.h"

#include <dirent.h>
#include <errno.h>
#include <inttypes.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static const char suffix[] = ".file";

enum {
    DIGEST_LENGTH = SHA256_TEXT_BYTES - 1,
    NAME_MAX_BYTES = SHA256_TEXT_BYTES + sizeof suffix
};

/* The digests of the files that the new list names. */
struct digests {
    char (*at)[SHA256_TEXT_BYTES];
    size_t count, capacity;
};

/* The copies that are being made. */
struct saving {
    const char *folder;
    FILE *list;
    struct digests digests;
    struct sha256_ctx all; /* digest of all data, as the version of the archive */
};

struct bytes {
    const char *at;
    size_t length;
};

static bool write_bytes(FILE *file, const void *context)
{
    const struct bytes *bytes = context;
    return fwrite(bytes->at, 1, bytes->length, file) == bytes->length;
}

/* Writes a file named by its digest, unless it is there. Writes the digest. */
static bool save_bytes(struct saving *saving, struct bytes bytes, char digest[SHA256_TEXT_BYTES])
{
    char name[NAME_MAX_BYTES], path[PATH_MAX];
    struct stat status;
    struct digests *digests = &saving->digests;
    void *at =
        array_reserve(digests->at, &digests->capacity, digests->count + 1, sizeof *digests->at);
    if (!at) {
        server_log(SERVER_LOG_ERROR, "out of memory");
        return false;
    }
    digests->at = at;
    sha256_text(bytes.at, bytes.length, digest);
    memcpy(digests->at[digests->count++], digest, SHA256_TEXT_BYTES);
    snprintf(name, sizeof name, "%s%s", digest, suffix);
    snprintf(path, sizeof path, "%s/%s", saving->folder, name);
    if (stat(path, &status) == 0 && S_ISREG(status.st_mode) &&
        (size_t)status.st_size == bytes.length)
        return true;
    return atomic_file_write(saving->folder, name, write_bytes, &bytes);
}

/* Copies a file, and adds its line to the list. */
static bool save_file(struct saving *saving, struct record_file *file, const char *key)
{
    char digest[SHA256_TEXT_BYTES];
    if (file->borrowed) {
        sha256_update(&saving->all, file->length, (const uint8_t *)file->text);
        fprintf(saving->list, "url: %s\n", file->name);
        return true;
    }
    if (record_file_read(file) || strchr(file->name, '\n')) {
        server_log(SERVER_LOG_WARNING, "cannot copy %s into the folder of --state", file->name);
        return false;
    }
    sha256_update(&saving->all, file->length, (const uint8_t *)file->text);
    const bool saved = save_bytes(saving, (struct bytes){file->text, file->length}, digest);
    if (saved)
        fprintf(saving->list, "%s: %s %" PRId64 " %c%c %s\n", key, digest, file->modified,
                file->tried ? 't' : '-', file->format ? 'f' : '-', file->name);
    record_file_release(file);
    return saved;
}

/* Copies the texts of the documents, except those that are data files themselves. */
static bool save_texts(struct saving *saving, const struct archive *archive)
{
    size_t count;
    const struct record *const *documents =
        archive_all(archive, record_types[TYPE_DOCUMENT], &count);
    for (size_t i = 0; i < count; i++) {
        char digest[SHA256_TEXT_BYTES];
        const struct document_text *text = archive_text(archive, documents[i]);
        if (text && !save_bytes(saving, (struct bytes){text->bytes, text->length}, digest))
            return false;
    }
    return true;
}

static bool save_all(struct saving *saving, struct record_files *files,
                     const struct archive *archive)
{
    const struct record_counts counts = record_counts_of(archive);
    for (size_t i = 0; i < counts.count; i++)
        fprintf(saving->list, "count: %zu %s\n", counts.at[i].count, counts.at[i].collection);
    if (files->map_file.name && !save_file(saving, &files->map_file, "map"))
        return false;
    for (size_t i = 0; i < files->count; i++)
        if (!save_file(saving, &files->at[i], "file"))
            return false;
    return save_texts(saving, archive);
}

static int compare_digests(const void *left, const void *right)
{
    return memcmp(left, right, SHA256_TEXT_BYTES);
}

/* Removes the files that the list does not name. */
static void remove_others(struct saving *saving)
{
    struct digests *digests = &saving->digests;
    DIR *folder = opendir(saving->folder);
    if (!folder)
        return;
    if (digests->count)
        qsort(digests->at, digests->count, sizeof *digests->at, compare_digests);
    for (const struct dirent *entry; (entry = readdir(folder));) {
        char digest[SHA256_TEXT_BYTES] = "";
        if (strlen(entry->d_name) != DIGEST_LENGTH + strlen(suffix) ||
            strcmp(entry->d_name + DIGEST_LENGTH, suffix) != 0)
            continue;
        memcpy(digest, entry->d_name, DIGEST_LENGTH);
        if (!digests->count ||
            !bsearch(digest, digests->at, digests->count, sizeof *digests->at, compare_digests))
            unlinkat(dirfd(folder), entry->d_name, 0);
    }
    closedir(folder);
}

/* Writes the list, unless a file has changed since it was loaded. */
static bool save_list(struct saving *saving, const char *version, const struct bytes *list)
{
    char digest[SHA256_TEXT_BYTES];
    sha256_text_finish(&saving->all, digest);
    if (strcmp(digest, version) != 0) {
        server_log(SERVER_LOG_INFO, "not copying the data into the folder of --state: they have "
                                    "changed since they were loaded");
        return false;
    }
    if (!atomic_file_write(saving->folder, SAVED_LIST_NAME, write_bytes, list))
        return false;
    remove_others(saving);
    return true;
}

bool saved_files_write(const char *folder, const struct load_source *sources, size_t count,
                       const struct archive *archive)
{
    const struct archive_version version = archive_version(archive);
    struct record_files files;
    struct faults ignored;
    struct saving saving = {.folder = folder};
    char *text = NULL, digest[SHA256_TEXT_BYTES];
    size_t length = 0;
    saving.list = open_memstream(&text, &length);
    if (!saving.list)
        return false;
    sha256_init(&saving.all);
    record_files_init(&files);
    faults_init(&ignored);
    load_list_files(sources, count, &files, &ignored);
    saved_list_digest(sources, count, digest);
    fprintf(saving.list, SAVED_LIST_FIRST "\nsources: %s\nversion: %s\nmodified: %" PRId64 "\n",
            digest, version.sha256, version.modified);
    bool saved = !files.out_of_memory && save_all(&saving, &files, archive);
    fputs(SAVED_LIST_LAST "\n", saving.list);
    saved &= !ferror(saving.list);
    saved &= fclose(saving.list) == 0 && text; /* glibc: no text if out of memory */
    saved = saved && save_list(&saving, version.sha256, &(struct bytes){text, length});
    faults_finish(&ignored);
    record_files_finish(&files);
    free(saving.digests.at);
    free(text);
    return saved;
}
