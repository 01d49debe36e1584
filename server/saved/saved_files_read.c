/* Reads what saved_files.c wrote. */
#include "base/array.h"
#include "base/decimal.h"
#include "base/error_text.h"
#include "base/server_log.h"
#include "base/sha256_text.h"
#include "files/record_file.h"
#include "saved/saved_files.h"
#include "saved/saved_list.h"

#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum {
    DIGEST_LENGTH = SHA256_TEXT_BYTES - 1
};

/* The list that is being read. */
struct reading {
    const char *folder;
    const struct load_source *given; /* NULL to read no files */
    size_t given_count;
    struct saved_files *saved;
    char sources[SHA256_TEXT_BYTES];
    bool complete;
};

static const char *copy_text(struct reading *reading, const char *text)
{
    return arena_copy_text(&reading->saved->memory, text, strlen(text));
}

/* Returns a new source, or NULL if out of memory. */
static struct load_source *add_source(struct saved_files *saved)
{
    struct load_source *at =
        array_reserve(saved->sources, &saved->capacity, saved->count + 1, sizeof *at);
    if (!at)
        return NULL;
    saved->sources = at;
    saved->sources[saved->count] = (struct load_source){.name = NULL};
    return &saved->sources[saved->count++];
}

/* Reads a whole file, whose digest must be the expected one. Returns NULL if it is not. */
static const char *read_saved(struct arena *memory, const char *path, const char *digest,
                              size_t *ret_length)
{
    char found[SHA256_TEXT_BYTES] = "", *text = NULL;
    struct stat status;
    FILE *file = fopen(path, "re");
    if (!file)
        return NULL;
    if (fstat(fileno(file), &status) == 0 && status.st_size <= RECORD_FILE_BYTES_MAX)
        text = arena_take(memory, (size_t)status.st_size + 1);
    if (text) {
        *ret_length = fread(text, 1, (size_t)status.st_size, file);
        text[*ret_length] = '\0';
        sha256_text(text, *ret_length, found);
    }
    fclose(file);
    return strcmp(found, digest) == 0 ? text : NULL;
}

/* The parts of the value of a line of a file. */
struct file_line {
    char digest[SHA256_TEXT_BYTES];
    int64_t modified;
    bool tried, has_format;
    const char *name;
};

/* Parses "SHA256 MODIFIED FLAGS NAME". */
static bool parse_file(const char *value, struct file_line *ret_line)
{
    const size_t length = strcspn(value, " ");
    const char *number = value + length + 1;
    if (length != DIGEST_LENGTH || strspn(value, "0123456789abcdef") != DIGEST_LENGTH ||
        !value[length])
        return false;
    memcpy(ret_line->digest, value, DIGEST_LENGTH);
    ret_line->digest[DIGEST_LENGTH] = '\0';
    const size_t digits = strcspn(number, " ");
    if (!decimal_parse(number, digits, &ret_line->modified) || strlen(number + digits) < 5 ||
        number[digits + 3] != ' ')
        return false;
    ret_line->tried = number[digits + 1] == 't';
    ret_line->has_format = number[digits + 2] == 'f';
    ret_line->name = number + digits + 4;
    return true;
}

/* Returns the format that the given sources have, or NULL. */
static const struct import_format *given_format(const struct reading *reading)
{
    for (size_t i = 0; i < reading->given_count; i++)
        if (reading->given[i].format)
            return reading->given[i].format;
    return NULL;
}

static bool read_file_line(struct reading *reading, const char *value, bool is_map)
{
    struct file_line line;
    char path[PATH_MAX];
    if (!parse_file(value, &line))
        return false;
    if (!reading->given)
        return true;
    struct load_source *source = add_source(reading->saved);
    if (!source)
        return false;
    snprintf(path, sizeof path, "%s/%s.file", reading->folder, line.digest);
    source->is_map = is_map;
    source->name = copy_text(reading, is_map ? path : line.name);
    source->modified = line.modified;
    source->tried = line.tried;
    source->format = line.has_format ? given_format(reading) : NULL;
    if (!is_map)
        source->text = read_saved(&reading->saved->memory, path, line.digest, &source->length);
    if (source->name && (is_map || source->text))
        return true;
    server_log(SERVER_LOG_WARNING, "%s is missing or damaged: it has the copy of %s", path,
               line.name);
    return false;
}

/* Takes the copy of a URL from the given sources. */
static bool read_url_line(struct reading *reading, const char *url)
{
    for (size_t i = 0; i < reading->given_count; i++) {
        const struct load_source *given = &reading->given[i];
        if (strcmp(given->name, url) != 0 || !given->text)
            continue;
        struct load_source *source = add_source(reading->saved);
        if (source)
            *source = *given;
        return source != NULL;
    }
    return !reading->given;
}

static bool read_count_line(struct reading *reading, const char *value)
{
    int64_t count;
    const size_t digits = strcspn(value, " ");
    if (!value[digits] || !decimal_parse(value, digits, &count))
        return false;
    record_counts_add(&reading->saved->counts, value + digits + 1, (size_t)count);
    return true;
}

static bool read_digest(const char *value, char digest[SHA256_TEXT_BYTES])
{
    if (strlen(value) != DIGEST_LENGTH)
        return false;
    memcpy(digest, value, SHA256_TEXT_BYTES);
    return true;
}

static bool is_key(const char *line, size_t length, const char *key)
{
    return strlen(key) == length && memcmp(line, key, length) == 0;
}

/* Reads a line after the first one. Unknown keys are those of later versions. */
static bool read_line(struct reading *reading, const char *line)
{
    const char *value = strstr(line, ": ");
    int64_t modified;
    if (!value)
        return false;
    const size_t key = (size_t)(value - line);
    value += 2;
    if (is_key(line, key, "sources"))
        return read_digest(value, reading->sources);
    if (is_key(line, key, "version"))
        return read_digest(value, reading->saved->version);
    if (is_key(line, key, "count"))
        return read_count_line(reading, value);
    if (is_key(line, key, "file") || is_key(line, key, "map"))
        return read_file_line(reading, value, *line == 'm');
    if (is_key(line, key, "url"))
        return read_url_line(reading, value);
    if (is_key(line, key, "modified")) {
        const bool parsed = decimal_parse(value, strlen(value), &modified);
        reading->saved->modified = parsed ? modified : 0;
        return parsed;
    }
    reading->complete |= strcmp(line, SAVED_LIST_LAST) == 0;
    return true;
}

static bool read_lines(struct reading *reading, FILE *file)
{
    char line[SAVED_LINE_MAX];
    bool first = true, read = true;
    while (read && !reading->complete && fgets(line, sizeof line, file)) {
        const size_t length = strcspn(line, "\n");
        read = line[length] == '\n';
        line[length] = '\0';
        read = read && (first ? strcmp(line, SAVED_LIST_FIRST) == 0 : read_line(reading, line));
        first = false;
    }
    return read && reading->complete;
}

static bool read_list(struct reading *reading)
{
    char path[PATH_MAX];
    snprintf(path, sizeof path, "%s/" SAVED_LIST_NAME, reading->folder);
    FILE *file = fopen(path, "re");
    if (!file) {
        if (errno != ENOENT)
            server_log(SERVER_LOG_WARNING, "cannot read %s: %s", path, error_text(errno));
        return false;
    }
    const bool read = read_lines(reading, file);
    fclose(file);
    if (!read)
        server_log(SERVER_LOG_WARNING, "ignoring %s: it or a file that it names is incomplete",
                   path);
    return read;
}

static void saved_files_init(struct saved_files *saved)
{
    *saved = (struct saved_files){.sources = NULL};
    arena_init(&saved->memory, SIZE_MAX);
}

bool saved_files_read(const char *folder, struct saved_files *ret_saved)
{
    struct reading reading = {.folder = folder, .saved = ret_saved};
    saved_files_init(ret_saved);
    return read_list(&reading);
}

bool saved_files_load(const char *folder, const struct load_source *sources, size_t count,
                      struct saved_files *ret_saved)
{
    struct reading reading = {
        .folder = folder, .given = sources, .given_count = count, .saved = ret_saved};
    char expected[SHA256_TEXT_BYTES];
    saved_files_init(ret_saved);
    if (!read_list(&reading))
        return false;
    saved_list_digest(sources, count, expected);
    if (strcmp(reading.sources, expected) != 0) {
        server_log(SERVER_LOG_WARNING, "not starting from the copies in %s: they are of other data",
                   folder);
        return false;
    }
    struct load_source *texts = add_source(ret_saved);
    if (texts) {
        texts->name = folder;
        texts->is_texts = true;
    }
    return texts != NULL;
}

void saved_files_finish(struct saved_files *saved)
{
    free(saved->sources);
    arena_finish(&saved->memory);
    *saved = (struct saved_files){.sources = NULL};
}
