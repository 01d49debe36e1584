#include "data/state_folder.h"

#include "base/decimal.h"
#include "base/error_text.h"
#include "base/server_log.h"
#include "base/sha256_text.h"
#include "saved/atomic_file.h"

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum {
    LINE_BYTES_MAX = 8192,
    COPY_NAME_MAX = SHA256_TEXT_BYTES + 5
};

static const char first_line[] = "rapporteur copy 1";

static void copy_name(const char *url, char name[COPY_NAME_MAX])
{
    char hex[SHA256_TEXT_BYTES];
    sha256_text(url, strlen(url), hex);
    snprintf(name, COPY_NAME_MAX, "%s.copy", hex);
}

/* Reads the value of the next line. Returns false if the line has another name. */
static bool copy_read_line(FILE *file, const char *name, char *value, size_t size)
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

static bool copy_read_number(FILE *file, const char *name, int64_t *ret_number)
{
    char text[DECIMAL_DIGITS_MAX + 1];
    return copy_read_line(file, name, text, sizeof text) &&
           decimal_parse(text, strlen(text), ret_number);
}

/* Reads the line with the media type, which copies of earlier versions lack. Returns false on an
 * error of the file. */
static bool copy_read_media_type(FILE *file, struct remote_copy *copy)
{
    const long line = ftell(file);
    if (copy_read_line(file, "content-type", copy->media_type, sizeof copy->media_type))
        return true;
    return line >= 0 && fseek(file, line, SEEK_SET) == 0;
}

/* Reads the lines before the body; writes the expected digest of the body to `hex`. */
static bool copy_read_head(FILE *file, const char *url, struct remote_copy *copy,
                           char hex[SHA256_TEXT_BYTES])
{
    char line[sizeof first_line + 1], known_url[LINE_BYTES_MAX];
    int64_t length;
    if (!fgets(line, sizeof line, file) || strncmp(line, first_line, sizeof first_line - 1) != 0 ||
        !copy_read_line(file, "url", known_url, sizeof known_url) || strcmp(known_url, url) != 0 ||
        !copy_read_line(file, "etag", copy->entity_tag, sizeof copy->entity_tag) ||
        !copy_read_line(file, "last-modified", copy->last_modified, sizeof copy->last_modified) ||
        !copy_read_media_type(file, copy) || !copy_read_number(file, "modified", &copy->modified) ||
        !copy_read_number(file, "length", &length) ||
        !copy_read_line(file, "sha256", hex, SHA256_TEXT_BYTES) || fgetc(file) != '\n')
        return false;
    copy->length = (size_t)length;
    return true;
}

/* Returns the rest of the file, or NULL if its length or its digest differs from the expected one.
 */
static char *copy_read_body(FILE *file, size_t length, const char *expected)
{
    char hex[SHA256_TEXT_BYTES], *body = malloc(length + 1);
    if (body && fread(body, 1, length, file) == length && fgetc(file) == EOF) {
        body[length] = '\0';
        sha256_text(body, length, hex);
        if (strcmp(hex, expected) == 0)
            return body;
    }
    free(body);
    return NULL;
}

bool state_folder_read(const char *folder, const char *url, size_t bytes_max,
                       struct remote_copy *ret_copy)
{
    char path[PATH_MAX], hex[SHA256_TEXT_BYTES], name[COPY_NAME_MAX];
    struct remote_copy copy = {0};
    copy_name(url, name);
    snprintf(path, sizeof path, "%s/%s", folder, name);
    FILE *file = fopen(path, "re");
    if (!file) {
        if (errno != ENOENT)
            server_log(SERVER_LOG_WARNING, "cannot read %s: %s", path, error_text(errno));
        return false;
    }
    /* Reads at most `bytes_max` bytes, even if the file has a larger length. */
    char *body = copy_read_head(file, url, &copy, hex) && copy.length <= bytes_max
                     ? copy_read_body(file, copy.length, hex)
                     : NULL;
    fclose(file);
    if (body) {
        *ret_copy = copy;
        ret_copy->body = body;
        return true;
    }
    server_log(SERVER_LOG_WARNING, "ignoring %s: incomplete copy of %s", path, url);
    return false;
}

struct named_copy {
    const char *url;
    const struct remote_copy *copy;
};

static bool copy_write(FILE *file, const void *context)
{
    const struct named_copy *named = context;
    const struct remote_copy *copy = named->copy;
    char hex[SHA256_TEXT_BYTES];
    sha256_text(copy->body, copy->length, hex);
    fprintf(file, "%s\nurl: %s\netag: %s\nlast-modified: %s\n", first_line, named->url,
            copy->entity_tag, copy->last_modified);
    fprintf(file, "content-type: %s\n", copy->media_type);
    fprintf(file, "modified: %" PRId64 "\nlength: %zu\nsha256: %s\n\n", copy->modified,
            copy->length, hex);
    return fwrite(copy->body, 1, copy->length, file) == copy->length;
}

bool state_folder_write(const char *folder, const char *url, const struct remote_copy *copy)
{
    char name[COPY_NAME_MAX];
    const struct named_copy named = {url, copy};
    copy_name(url, name);
    return atomic_file_write(folder, name, copy_write, &named);
}

bool state_folder_is_there(const char *folder)
{
    struct stat found;
    const bool there = stat(folder, &found) == 0;
    if (there ? S_ISDIR(found.st_mode) : errno != ENOENT && errno != ENOTDIR)
        return true;
    server_log(SERVER_LOG_ERROR, "--state takes an existing folder, not \"%s\"; create it first",
               folder);
    return false;
}
