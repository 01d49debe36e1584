#define _GNU_SOURCE /* O_PATH, syscall */
#include "texts/texts.h"

#include "base/error_text.h"
#include "base/utf8.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <linux/openat2.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

enum {
    /* O_NONBLOCK: a pipe without a writer must not block. */
    OPEN_FLAGS = O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK,
    FOLDER_FLAGS = O_PATH | O_DIRECTORY | O_CLOEXEC
};

const char text_no_memory[] = "out of memory";

/* Opens one segment of a path without following a link. */
static int open_segment(int folder, const char *segment, int flags)
{
    if (!*segment || strcmp(segment, ".") == 0 || strcmp(segment, "..") == 0) {
        errno = EXDEV;
        return -1;
    }
    return openat(folder, segment, flags | O_NOFOLLOW);
}

/* Opens a file below a folder, segment by segment, without following links. */
static int open_without_links(int folder, const char *path)
{
    char copy[PATH_MAX], *segment = copy, *slash;
    int at = folder;
    if (snprintf(copy, sizeof copy, "%s", path) >= PATH_MAX) {
        errno = ENAMETOOLONG;
        return -1;
    }
    while (at >= 0 && (slash = strchr(segment, '/'))) {
        *slash = '\0';
        const int next = open_segment(at, segment, FOLDER_FLAGS);
        const int reason = errno;
        if (at != folder)
            close(at);
        errno = reason;
        at = next;
        segment = slash + 1;
    }
    if (at < 0)
        return -1;
    const int file = open_segment(at, segment, OPEN_FLAGS);
    const int reason = errno;
    if (at != folder)
        close(at);
    errno = reason;
    return file;
}

/* Opens a file below a folder. Old kernels and some sandboxes do not have openat2(2). */
static int open_beneath(int folder, const char *path)
{
    const struct open_how how = {.flags = OPEN_FLAGS,
                                 .resolve = RESOLVE_BENEATH | RESOLVE_NO_MAGICLINKS};
    const int file = (int)syscall(SYS_openat2, folder, path, &how, sizeof how);
    if (file >= 0 || (errno != ENOSYS && errno != EPERM))
        return file;
    return open_without_links(folder, path);
}

static const char *reason_of(int error)
{
    switch (error) {
    case EXDEV:
        return "it is not below the folder of the data file";
    case ELOOP:
        return "it is a symbolic link that cannot be followed here";
    default:
        return error_text(error);
    }
}

/* Reads a file that should have `size` bytes. Returns false if it has another size. */
static bool read_exactly(int file, char *bytes, size_t size)
{
    size_t length = 0;
    ssize_t count;
    while ((count = read(file, bytes + length, size + 1 - length)) > 0)
        length += (size_t)count;
    return count == 0 && length == size;
}

static const char *text_read_open(int file, struct arena *arena, struct text *ret_text)
{
    struct stat status;
    if (fstat(file, &status) != 0)
        return error_text(errno);
    if (!S_ISREG(status.st_mode))
        return "it is not a file";
    if (status.st_size == 0)
        return "it is empty";
    if (status.st_size > TEXT_BYTES_MAX)
        return "it is larger than 4 MiB; split it into several documents";
    const size_t size = (size_t)status.st_size;
    char *bytes = arena_take(arena, size + 1);
    if (!bytes)
        return text_no_memory;
    if (!read_exactly(file, bytes, size))
        return "it changed during reading; try again";
    bytes[size] = '\0';
    if (memchr(bytes, '\0', size) || !utf8_is_valid(bytes, size))
        return "it is not a text in UTF-8; convert it, and correct \"sha256\"";
    *ret_text =
        (struct text){.bytes = bytes, .length = (uint32_t)size, .modified = status.st_mtime};
    return NULL;
}

const char *text_read(const char *folder, const char *path, struct arena *arena,
                      struct text *ret_text)
{
    const int root = open(folder, FOLDER_FLAGS);
    if (root < 0)
        return error_text(errno);
    const int file = open_beneath(root, path);
    const char *reason = file < 0 ? reason_of(errno) : text_read_open(file, arena, ret_text);
    if (file >= 0)
        close(file);
    close(root);
    return reason;
}

static bool is_blank(const char *at, const char *end)
{
    while (at < end && strchr(" \t\r\f", *at))
        at++;
    return at == end;
}

uint32_t text_count_lines(const char *bytes, size_t length)
{
    uint32_t lines = 0;
    const char *const end = bytes + length;
    for (const char *at = bytes, *feed; at < end; at = feed ? feed + 1 : end) {
        feed = memchr(at, '\n', (size_t)(end - at));
        lines += feed || !is_blank(at, end);
    }
    return lines;
}
