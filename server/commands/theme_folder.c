#include "commands/theme_folder.h"

#include "base/error_text.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static bool theme_could_not(const char *folder, const char *name, const char *reason)
{
    fprintf(stderr, "rapporteur: cannot read --theme %s%s%s: %s\n", folder, *name ? "/" : "", name,
            reason);
    return false;
}

/* Reads `length` bytes. Returns false, with errno set, if that fails or if there are fewer. */
static bool read_whole(int descriptor, char *bytes, size_t length)
{
    size_t done = 0;
    while (done < length) {
        const ssize_t got = read(descriptor, bytes + done, length - done);
        if (got == 0)
            errno = EIO;
        if (got <= 0)
            return false;
        done += (size_t)got;
    }
    return true;
}

/* Adds an open file to a theme. Returns the reason of a failure, or NULL. */
static const char *add_open_file(int descriptor, const char *name, struct theme *theme)
{
    struct stat status;
    if (fstat(descriptor, &status) != 0)
        return error_text(errno);
    if (!S_ISREG(status.st_mode))
        return "it is not a file";
    if (status.st_size > THEME_FILE_BYTES_MAX)
        return "it has more than 1 MiB";
    const size_t length = (size_t)status.st_size;
    char *bytes = malloc(length + 1);
    if (!bytes || !read_whole(descriptor, bytes, length)) {
        const char *reason = error_text(errno);
        free(bytes);
        return reason;
    }
    theme_add(theme, name, bytes, length);
    if (status.st_mtim.tv_sec > theme->modified)
        theme->modified = status.st_mtim.tv_sec;
    return NULL;
}

static bool add_file(const char *folder, int directory, const char *name, struct theme *theme)
{
    if (!theme_media_type(name))
        return theme_could_not(
            folder, name,
            "not a file of a theme; its name must be of a-z, 0-9 and \"._-\", and "
            "end with .css, .svg, .png, .webp, .jpg, .woff2 or .txt");
    if (theme->count == THEME_FILES_MAX)
        return theme_could_not(folder, "", "it has more than 32 files");
    const int descriptor = openat(directory, name, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (descriptor < 0)
        return theme_could_not(folder, name, error_text(errno));
    const char *reason = add_open_file(descriptor, name, theme);
    close(descriptor);
    return !reason || theme_could_not(folder, name, reason);
}

bool theme_folder_read(const char *folder, struct theme *ret_theme)
{
    DIR *directory = folder ? opendir(folder) : NULL;
    const struct dirent *entry;
    bool done = true;
    if (!folder)
        return true;
    if (!directory)
        return theme_could_not(folder, "", error_text(errno));
    while (done && (entry = readdir(directory)))
        if (entry->d_name[0] != '.')
            done = add_file(folder, dirfd(directory), entry->d_name, ret_theme);
    closedir(directory);
    theme_set_version(ret_theme);
    return done;
}
