#include "texts/text_folder.h"

#include "texts/texts.h"

#include <dirent.h>
#include <limits.h>
#include <stddef.h>
#include <stdio.h>
#include <sys/stat.h>

struct text_folder {
    const char *root;
    text_folder_visitor *visit;
    void *context;
    size_t left; /* files that may still be visited */
};

static bool visit_folder(struct text_folder *folder, const char *path, unsigned depth);

/* Visits a file or a folder, whose path is relative to the root. */
static void visit_entry(struct text_folder *folder, const char *path, unsigned depth)
{
    char full[PATH_MAX];
    struct stat status;
    if (snprintf(full, sizeof full, "%s/%s", folder->root, path) >= PATH_MAX ||
        lstat(full, &status) != 0)
        return;
    if (S_ISDIR(status.st_mode) && depth < TEXT_FOLDER_DEPTH_MAX)
        visit_folder(folder, path, depth + 1);
    if (!S_ISREG(status.st_mode))
        return;
    folder->left--;
    if (!folder->visit(folder->context, path))
        folder->left = 0;
}

/* Visits the entries of a folder, whose path is relative to the root; "" is the root. Returns false
 * if it cannot be opened. */
static bool visit_folder(struct text_folder *folder, const char *path, unsigned depth)
{
    char full[PATH_MAX], inside[PATH_MAX];
    if (snprintf(full, sizeof full, "%s/%s", folder->root, path) >= PATH_MAX)
        return false;
    DIR *entries = opendir(full);
    if (!entries)
        return false;
    for (const struct dirent *entry; folder->left > 0 && (entry = readdir(entries));)
        if (*entry->d_name != '.' && snprintf(inside, sizeof inside, "%s%s%s", path,
                                              *path ? "/" : "", entry->d_name) < PATH_MAX)
            visit_entry(folder, inside, depth);
    closedir(entries);
    return true;
}

bool text_folder_visit(const char *folder, text_folder_visitor *visit, void *context)
{
    struct text_folder search = {folder, visit, context, TEXT_FOLDER_FILES_MAX};
    return visit_folder(&search, "", 0);
}

/* The context of read_file. */
struct text_reading {
    const char *folder;
    text_visitor *visit;
    void *context;
    bool no_memory;
};

static bool read_file(void *context, const char *path)
{
    struct text_reading *reading = context;
    struct arena arena;
    struct text text;
    char digest[SHA256_TEXT_BYTES];
    bool more = true;
    arena_init_raw(&arena, (size_t)2 * TEXT_BYTES_MAX);
    const char *reason = text_read(reading->folder, path, &arena, &text);
    reading->no_memory |= reason == text_no_memory;
    if (!reason) {
        sha256_text(text.bytes, text.length, digest);
        more = reading->visit(reading->context, &text, digest);
    }
    arena_finish(&arena);
    return more && !reading->no_memory;
}

enum text_folder_result text_folder_read(const char *folder, text_visitor *visit, void *context)
{
    struct text_reading reading = {folder, visit, context, false};
    if (!text_folder_visit(folder, read_file, &reading))
        return TEXT_FOLDER_NOT_OPENED;
    return reading.no_memory ? TEXT_FOLDER_NO_MEMORY : TEXT_FOLDER_READ;
}
