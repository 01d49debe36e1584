#include "data/state_folder.h"

#include "base/error_text.h"

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <limits.h>
#include <nettle/sha2.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum {
    HEX_MAX = 2 * SHA256_DIGEST_SIZE + 1,
    LINE_BYTES_MAX = 8192,
    MODE = 0600
};

static const char first_line[] = "rapporteur copy 1";

static void hash(const char *bytes, size_t length, char hex[HEX_MAX])
{
    uint8_t digest[SHA256_DIGEST_SIZE];
    struct sha256_ctx context;
    sha256_init(&context);
    sha256_update(&context, length, (const uint8_t *)bytes);
    sha256_digest(&context, sizeof digest, digest);
    for (size_t i = 0; i < sizeof digest; i++)
        snprintf(hex + 2 * i, 3, "%02x", digest[i]);
}

static void path_of(const char *folder, const char *url, const char *suffix, char path[PATH_MAX])
{
    char hex[HEX_MAX];
    hash(url, strlen(url), hex);
    snprintf(path, PATH_MAX, "%s/%s.copy%s", folder, hex, suffix);
}

/* The value of the next line, which must have that name. */
static bool read_line(FILE *file, const char *name, char *value, size_t size)
{
    char line[LINE_BYTES_MAX];
    const size_t length = strlen(name);
    if (!fgets(line, sizeof line, file) || strncmp(line, name, length) != 0 ||
        strncmp(line + length, ": ", 2) != 0)
        return false;
    const char *begin = line + length + 2;
    const size_t count = strcspn(begin, "\n");
    if (begin[count] != '\n' || count >= size)
        return false;
    memcpy(value, begin, count);
    value[count] = '\0';
    return true;
}

/* Up to the empty line before the body, whose hash is left in `hex`. */
static bool read_head(FILE *file, const char *url, struct origin_copy *copy, char hex[HEX_MAX])
{
    char line[sizeof first_line + 1], known_url[LINE_BYTES_MAX], number[24];
    if (!fgets(line, sizeof line, file) || strncmp(line, first_line, sizeof first_line - 1) != 0 ||
        !read_line(file, "url", known_url, sizeof known_url) || strcmp(known_url, url) != 0 ||
        !read_line(file, "etag", copy->entity_tag, sizeof copy->entity_tag) ||
        !read_line(file, "last-modified", copy->last_modified, sizeof copy->last_modified) ||
        !read_line(file, "modified", number, sizeof number))
        return false;
    copy->modified = strtoll(number, NULL, 10);
    if (!read_line(file, "length", number, sizeof number) ||
        !read_line(file, "sha256", hex, HEX_MAX) || fgetc(file) != '\n')
        return false;
    copy->length = (size_t)strtoull(number, NULL, 10);
    return true;
}

/* The file's rest, all of it, which is `length` bytes that have that hash; else NULL. */
static char *read_body(FILE *file, size_t length, const char *expected)
{
    char hex[HEX_MAX], *body = malloc(length + 1);
    if (body && fread(body, 1, length, file) == length && fgetc(file) == EOF) {
        body[length] = '\0';
        hash(body, length, hex);
        if (strcmp(hex, expected) == 0)
            return body;
    }
    free(body);
    return NULL;
}

bool state_folder_read(const char *folder, const char *url, size_t bytes_max,
                       struct origin_copy *ret_copy)
{
    char path[PATH_MAX], hex[HEX_MAX];
    struct origin_copy copy = {0};
    path_of(folder, url, "", path);
    FILE *file = fopen(path, "re");
    if (!file) {
        if (errno != ENOENT)
            fprintf(stderr, "rapporteur: warning: %s cannot be read: %s\n", path,
                    error_text(errno));
        return false;
    }
    /* No more is read than `bytes_max`, whatever the head says. */
    char *body = read_head(file, url, &copy, hex) && copy.length <= bytes_max
                     ? read_body(file, copy.length, hex)
                     : NULL;
    fclose(file);
    if (body) {
        *ret_copy = copy;
        ret_copy->body = body;
        return true;
    }
    fprintf(stderr, "rapporteur: warning: %s is no whole copy of %s, and is not used\n", path, url);
    return false;
}

static bool write_copy(FILE *file, const char *url, const struct origin_copy *copy)
{
    char hex[HEX_MAX];
    hash(copy->body, copy->length, hex);
    fprintf(file, "%s\nurl: %s\netag: %s\nlast-modified: %s\n", first_line, url, copy->entity_tag,
            copy->last_modified);
    fprintf(file, "modified: %" PRId64 "\nlength: %zu\nsha256: %s\n\n", copy->modified,
            copy->length, hex);
    fwrite(copy->body, 1, copy->length, file);
    return !ferror(file) && fflush(file) == 0 && fsync(fileno(file)) == 0;
}

/* The new name is on disk, too, once the folder is. */
static void sync_folder(const char *folder)
{
    const int descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0)
        return;
    fsync(descriptor);
    close(descriptor);
}

static bool write_beside(const char *path, const char *url, const struct origin_copy *copy)
{
    const int descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, MODE);
    FILE *file = descriptor < 0 ? NULL : fdopen(descriptor, "w");
    if (!file) {
        const int cause = errno;
        if (descriptor >= 0)
            close(descriptor);
        errno = cause;
        return false;
    }
    const bool written = write_copy(file, url, copy);
    const int reason = errno;
    const bool closed = fclose(file) == 0;
    if (!written)
        errno = reason;
    return written && closed;
}

bool state_folder_write(const char *folder, const char *url, const struct origin_copy *copy)
{
    char path[PATH_MAX], beside[PATH_MAX];
    path_of(folder, url, "", path);
    path_of(folder, url, ".new", beside);
    if (write_beside(beside, url, copy) && rename(beside, path) == 0) {
        sync_folder(folder);
        return true;
    }
    fprintf(stderr, "rapporteur: warning: %s cannot be written: %s\n", beside, error_text(errno));
    unlink(beside);
    return false;
}

bool state_folder_is_there(const char *folder)
{
    struct stat found;
    const bool there = stat(folder, &found) == 0;
    if (there ? S_ISDIR(found.st_mode) : errno != ENOENT && errno != ENOTDIR)
        return true;
    fprintf(stderr, "rapporteur: --state: there is no folder \"%s\"; make it first\n", folder);
    return false;
}
