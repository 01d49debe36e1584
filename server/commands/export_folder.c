#define _GNU_SOURCE /* renameat2, nftw */

#include "commands/export_folder.h"

#include "base/error_text.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static bool export_could_not(const char *verb, const char *folder, const char *path)
{
    fprintf(stderr, "rapporteur: cannot %s %s%s%s: %s\n", verb, folder, path ? "/" : "",
            path ? path : "", error_text(errno));
    return false;
}

static bool directory_is_empty(DIR *directory)
{
    const struct dirent *entry;
    while ((entry = readdir(directory)))
        if (strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0)
            return false;
    return true;
}

static bool directory_is_export(int directory)
{
    char line[sizeof EXPORT_MARK] = "";
    const int descriptor = openat(directory, EXPORT_HEADERS_FILE, O_RDONLY | O_CLOEXEC);
    const ssize_t length = descriptor < 0 ? -1 : read(descriptor, line, sizeof line - 1);
    if (descriptor >= 0)
        close(descriptor);
    return length == sizeof line - 1 && strcmp(line, EXPORT_MARK) == 0;
}

/* Reports whether the folder at its place may be replaced. */
static bool export_folder_may_be_replaced(struct export_folder *folder)
{
    DIR *directory = opendir(folder->place);
    if (!directory && errno == ENOENT)
        return true;
    if (!directory)
        return export_could_not("replace", folder->place, NULL);
    folder->replaces = true;
    const bool may = directory_is_empty(directory) || directory_is_export(dirfd(directory));
    closedir(directory);
    if (!may)
        fprintf(
            stderr,
            "rapporteur: cannot replace %s: it contains files that are not an earlier export; name "
            "an empty or a new folder\n",
            folder->place);
    return may;
}

/* Resolves symbolic links, so that a link to a folder stays a link. If the path does not exist,
 * returns it without trailing slashes. Returns NULL if out of memory. */
static char *export_folder_real_place(const char *place)
{
    char *real = realpath(place, NULL);
    if (real)
        return real;
    real = strdup(place);
    for (size_t length = real ? strlen(real) : 0; length > 1 && real[length - 1] == '/'; length--)
        real[length - 1] = '\0';
    return real;
}

static bool export_folder_make_beside(struct export_folder *folder)
{
    const mode_t mask = umask(0);
    umask(mask);
    if (asprintf(&folder->beside, "%s.XXXXXX", folder->place) < 0)
        folder->beside = NULL;
    if (!folder->beside || !mkdtemp(folder->beside)) {
        free(folder->beside);
        folder->beside = NULL;
        return export_could_not("write", folder->place, NULL);
    }
    folder->descriptor = open(folder->beside, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    return (folder->descriptor >= 0 && fchmod(folder->descriptor, 0777 & ~mask) == 0) ||
           export_could_not("write", folder->beside, NULL);
}

bool export_folder_init(struct export_folder *folder, const char *place)
{
    *folder = (struct export_folder){.place = export_folder_real_place(place), .descriptor = -1};
    if (!folder->place)
        return export_could_not("write", place, NULL);
    return export_folder_may_be_replaced(folder) && export_folder_make_beside(folder);
}

static int export_folder_remove_entry(const char *path, const struct stat *status, int kind,
                                      struct FTW *where)
{
    (void)status, (void)kind, (void)where;
    return remove(path);
}

static int export_folder_remove(const char *path)
{
    return nftw(path, export_folder_remove_entry, 16, FTW_DEPTH | FTW_PHYS);
}

void export_folder_finish(struct export_folder *folder)
{
    if (folder->descriptor >= 0)
        close(folder->descriptor);
    if (folder->beside)
        export_folder_remove(folder->beside);
    free(folder->beside);
    free(folder->place);
}

/* Makes the parent folders of a path. */
static bool export_folder_make_parents(const struct export_folder *folder, const char *path)
{
    char name[8192];
    for (const char *slash = strchr(path, '/'); slash; slash = strchr(slash + 1, '/')) {
        snprintf(name, sizeof name, "%.*s", (int)(slash - path), path);
        if (mkdirat(folder->descriptor, name, 0777) != 0 && errno != EEXIST)
            return false;
    }
    return true;
}

FILE *export_folder_open(struct export_folder *folder, const char *path)
{
    const int flags = O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC;
    int descriptor = openat(folder->descriptor, path, flags, 0666);
    if (descriptor < 0 && errno == ENOENT && export_folder_make_parents(folder, path))
        descriptor = openat(folder->descriptor, path, flags, 0666);
    FILE *file = descriptor < 0 ? NULL : fdopen(descriptor, "w");
    if (!file)
        export_could_not("write", folder->place, path);
    return file;
}

bool export_folder_has(const struct export_folder *folder, const char *path)
{
    return faccessat(folder->descriptor, path, F_OK, 0) == 0;
}

bool export_folder_close(struct export_folder *folder, FILE *file, const char *path,
                         int64_t modified)
{
    const struct timespec times[2] = {{.tv_sec = modified}, {.tv_sec = modified}};
    bool done =
        fflush(file) == 0 && !ferror(file) && (modified < 0 || futimens(fileno(file), times) == 0);
    const int cause = errno;
    if (fclose(file) == 0)
        errno = cause;
    else
        done = false;
    return done || export_could_not("write", folder->place, path);
}

/* Exchanges both folders or, if the file system cannot do that, moves the old one away first. */
static bool export_folder_take_place(const struct export_folder *folder)
{
    char away[8192];
    if (!folder->replaces)
        return rename(folder->beside, folder->place) == 0;
    if (renameat2(AT_FDCWD, folder->beside, AT_FDCWD, folder->place, RENAME_EXCHANGE) == 0)
        return true;
    if (errno != EINVAL && errno != ENOSYS)
        return false;
    snprintf(away, sizeof away, "%s.old", folder->beside);
    if (rename(folder->place, away) != 0)
        return false;
    if (rename(folder->beside, folder->place) == 0)
        return rename(away, folder->beside) == 0;
    const int cause = errno;
    (void)rename(away, folder->place); /* the first error is reported even if this fails */
    errno = cause;
    return false;
}

bool export_folder_publish(struct export_folder *folder)
{
    if (!export_folder_take_place(folder))
        return export_could_not("replace", folder->place, NULL);
    if (!folder->replaces) {
        free(folder->beside);
        folder->beside = NULL;
    }
    return true;
}
