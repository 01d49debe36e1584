/* Distinguishes files of one name in several folders. */
#include "files/record_files.h"

#include <stdlib.h>
#include <string.h>

/* Returns the name of a file without its folders. */
static const char *base_name(const struct record_file *file)
{
    const char *slash = strrchr(file->name, '/');
    return slash ? slash + 1 : file->name;
}

static int compare_base_names(const void *left, const void *right)
{
    const struct record_file *const *a = left, *const *b = right;
    const int order = strcmp(base_name(*a), base_name(*b));
    return order ? order : strcmp((*a)->name, (*b)->name);
}

/* Returns the length of the folders that two names share, with the slash after them. */
static size_t shared_folders(const char *a, const char *b)
{
    size_t shared = 0;
    for (size_t i = 0; a[i] && a[i] == b[i]; i++)
        if (a[i] == '/')
            shared = i + 1;
    return shared;
}

/* Gives files of one name, in the order of their paths, the folders that they do not share. In this
 * order the first and the last path share what all of them share. */
static void tell_apart(struct record_file *const *files, size_t count)
{
    const size_t shared = shared_folders(files[0]->name, files[count - 1]->name);
    for (size_t i = 0; i < count; i++) {
        const size_t folders = (size_t)(base_name(files[i]) - files[i]->name);
        if (folders <= shared)
            continue;
        files[i]->folder = files[i]->name + shared;
        files[i]->folder_length = folders - shared - 1;
    }
}

bool record_files_tell_apart(struct record_files *files)
{
    struct record_file **sorted = malloc((files->count + 1) * sizeof *sorted);
    size_t first = 0;
    if (!sorted)
        return false;
    for (size_t i = 0; i < files->count; i++)
        sorted[i] = &files->at[i];
    qsort(sorted, files->count, sizeof(struct record_file *), compare_base_names);
    for (size_t i = 1; i <= files->count; i++) {
        if (i < files->count && strcmp(base_name(sorted[i]), base_name(sorted[first])) == 0)
            continue;
        if (i - first > 1)
            tell_apart(&sorted[first], i - first);
        first = i;
    }
    free(sorted);
    return true;
}
