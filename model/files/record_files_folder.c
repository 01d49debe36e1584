/* Lists the data files of a folder, and warns of the others. */
#include "base/error_text.h"
#include "files/record_file_import.h"
#include "files/record_files_private.h"

#include <dirent.h>
#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A folder that is being listed. */
struct folder_listing {
    struct record_files *files;
    size_t first;               /* the position of its first file in `files` */
    struct record_files others; /* its files of no format, and its folders with data files */
    struct record_files texts;  /* the texts that its files name, sorted */
};

static int is_listed(const struct dirent *entry)
{
    return import_use_of(entry->d_name) != IMPORT_IGNORED;
}

/* Reports whether entries are those of a folder that "rapporteur export" wrote. */
static bool is_export(struct dirent *const *entries, int count)
{
    bool index = false, headers = false;
    for (int i = 0; i < count; i++) {
        index |= strcmp(entries[i]->d_name, "_index.json") == 0;
        headers |= strcmp(entries[i]->d_name, "_headers") == 0;
    }
    return index && headers;
}

/* Compares names by bytes, so that the order does not depend on the locale. */
static int compare_names(const struct dirent **a, const struct dirent **b)
{
    return strcmp((*a)->d_name, (*b)->d_name);
}

static int compare_files(const void *left, const void *right)
{
    const struct record_file *a = left, *b = right;
    return strcmp(a->name, b->name);
}

/* Reports whether a folder has files that would be read if it was named. */
static bool folder_has_data(const char *path)
{
    bool found = false;
    DIR *folder = opendir(path);
    if (!folder)
        return false;
    for (const struct dirent *entry; !found && (entry = readdir(folder));)
        found = import_is_data(entry->d_name);
    closedir(folder);
    return found;
}

/* Adds an entry to the files or to the others. `status` is NULL if it cannot be found. */
static void listing_add(struct folder_listing *listing, const char *path, const char *name,
                        const struct stat *status)
{
    const enum import_use use = import_use_of(name);
    if (status && record_files_is_map(listing->files, status))
        return;
    if (status && S_ISDIR(status->st_mode)) {
        if (folder_has_data(path))
            record_files_add(&listing->others, path, status, (struct record_file){.name = NULL});
        return;
    }
    record_files_add(use == IMPORT_NONE ? &listing->others : listing->files, path, status,
                     (struct record_file){.tried = use == IMPORT_TRIED});
}

static void listing_add_entry(struct folder_listing *listing, const char *folder, const char *name,
                              struct faults *faults)
{
    char path[PATH_MAX];
    struct stat status;
    const bool slash = folder[0] && folder[strlen(folder) - 1] == '/';
    const int length = snprintf(path, sizeof path, "%s%s%s", folder, slash ? "" : "/", name);
    if (length < 0 || (size_t)length >= sizeof path)
        record_files_fault(faults, folder, error_text(ENAMETOOLONG));
    else
        listing_add(listing, path, name, stat(path, &status) == 0 ? &status : NULL);
}

/* Adds the path of a text to a list. */
static void note_text(void *context, const char *path)
{
    record_files_add(context, path, NULL, (struct record_file){.name = NULL});
}

/* Finds the texts that the files name, unless none of the files and the others can be one. */
static void listing_find_texts(struct folder_listing *listing)
{
    const struct record_files *files = listing->files;
    bool candidates = listing->others.count > 0;
    for (size_t i = listing->first; i < files->count; i++)
        candidates |= !import_may_name_texts(files->at[i].name);
    for (size_t i = listing->first; candidates && i < files->count; i++)
        record_file_find_texts(files->at[i].name, note_text, &listing->texts);
    if (listing->texts.count)
        qsort(listing->texts.at, listing->texts.count, sizeof *listing->texts.at, compare_files);
}

/* Removes the files that others name as the text of a document, from a position on. */
static void listing_remove_texts(const struct folder_listing *listing, struct record_files *files,
                                 size_t first)
{
    size_t kept = first;
    const struct record_files *texts = &listing->texts;
    for (size_t i = first; texts->count && i < files->count; i++) {
        if (bsearch(&files->at[i], texts->at, texts->count, sizeof *texts->at, compare_files))
            files->bytes -= files->at[i].length;
        else
            files->at[kept++] = files->at[i];
    }
    if (texts->count)
        files->count = kept;
}

/* Reports whether a text is below a folder. */
static bool listing_has_text_below(const struct folder_listing *listing, const char *folder)
{
    const size_t length = strlen(folder);
    for (size_t i = 0; i < listing->texts.count; i++)
        if (strncmp(listing->texts.at[i].name, folder, length) == 0 &&
            listing->texts.at[i].name[length] == '/')
            return true;
    return false;
}

static void listing_warn(const struct folder_listing *listing, struct faults *faults)
{
    for (size_t i = 0; i < listing->others.count; i++) {
        const struct record_file *other = &listing->others.at[i];
        if (!listing_has_text_below(listing, other->name))
            record_files_warn_unread(other, faults);
    }
}

void record_files_add_folder(struct record_files *files, const char *folder, struct faults *faults)
{
    struct dirent **entries;
    struct folder_listing listing = {.files = files, .first = files->count};
    const int count = scandir(folder, &entries, is_listed, compare_names);
    if (count < 0) {
        record_files_fault(faults, folder, error_text(errno));
        return;
    }
    record_files_init(&listing.others);
    record_files_init(&listing.texts);
    const bool export = is_export(entries, count);
    for (int i = 0; i < count; i++)
        if (!export || import_is_whole_table(entries[i]->d_name))
            listing_add_entry(&listing, folder, entries[i]->d_name, faults);
    for (int i = 0; i < count; i++)
        free(entries[i]);
    free(entries);
    if (files->count == listing.first)
        record_files_fault(
            faults, folder,
            "the folder has no file that can be read (rapporteur formats lists them)");
    listing_find_texts(&listing);
    listing_remove_texts(&listing, files, listing.first);
    listing_remove_texts(&listing, &listing.others, 0);
    listing_warn(&listing, faults);
    files->out_of_memory |= listing.others.out_of_memory | listing.texts.out_of_memory;
    record_files_finish(&listing.others);
    record_files_finish(&listing.texts);
}
