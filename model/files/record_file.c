#define _GNU_SOURCE /* memmem */
#include "files/record_file.h"

#include "base/error_text.h"
#include "schema/kind.h"
#include "schema/record_type.h"

#include <errno.h>
#include <fcntl.h>
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

const char record_file_no_memory[] = "out of memory";

static const char changed[] = "the file changed during reading; try again";

/* Reads a file, which should have `size` bytes. Returns NULL, or the reason of a failure. */
static const char *read_whole(int descriptor, char *text, size_t size)
{
    size_t length = 0;
    ssize_t count;
    while ((count = read(descriptor, text + length, size + 1 - length)) > 0)
        length += (size_t)count;
    if (count < 0)
        return error_text(errno);
    if (length != size)
        return changed;
    text[length] = '\0';
    return NULL;
}

static const char *read_open(struct record_file *file, int descriptor)
{
    struct stat status;
    if (fstat(descriptor, &status) != 0)
        return error_text(errno);
    if (!S_ISREG(status.st_mode))
        return "neither a file nor a folder";
    if (status.st_size > RECORD_FILE_BYTES_MAX)
        return "larger than 256 MiB; split it into several files in one folder";
    const size_t size = (size_t)status.st_size;
    char *text = malloc(size + 1);
    if (!text)
        return record_file_no_memory;
    const char *reason = read_whole(descriptor, text, size);
    if (reason) {
        free(text);
        return reason;
    }
    const struct draft_source source = import_source(file->name, text, size);
    if (source.bytes != text)
        memmove(text, source.bytes, source.length);
    file->text = text;
    file->length = source.length;
    file->marked = source.marked;
    file->modified = status.st_mtime;
    return NULL;
}

const char *record_file_read(struct record_file *file)
{
    if (file->text)
        return NULL;
    /* A pipe is refused below; without O_NONBLOCK, opening one waits for a program that writes. */
    const int descriptor = open(file->name, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (descriptor < 0)
        return error_text(errno);
    const char *reason = read_open(file, descriptor);
    close(descriptor);
    return reason;
}

void record_file_write_folder(const struct record_file *file, char folder[PATH_MAX])
{
    const char *slash = strrchr(file->name, '/');
    const int length = slash > file->name ? (int)(slash - file->name) : slash ? 1 : 0;
    snprintf(folder, PATH_MAX, "%.*s", length ? length : 1, length ? file->name : ".");
}

/* Returns the string of JSON that is the value of the member whose name ends at `at`, or NULL. */
static json_t *string_after(const char *at, const char *end)
{
    static const char between[] = " \t\r\n:";
    while (at < end && *at && strchr(between, *at))
        at++;
    if (at == end || *at != '"')
        return NULL;
    return json_loadb(at, (size_t)(end - at), JSON_DECODE_ANY | JSON_DISABLE_EOF_CHECK, NULL);
}

static void visit_text(const struct record_file *file, const char *text, text_path_visitor *visit,
                       void *context)
{
    char folder[PATH_MAX], path[PATH_MAX];
    record_file_write_folder(file, folder);
    if (kinds[FIELD_PATH].accepts(text, strlen(text)) &&
        snprintf(path, sizeof path, "%s/%s", folder, text) < PATH_MAX)
        visit(context, path);
}

void record_file_visit_texts(const struct record_file *file, text_path_visitor *visit,
                             void *context)
{
    char name[32];
    const char *const begin = file->imported ? file->draft.text : file->text;
    const char *const end = begin + (file->imported ? file->draft.length : file->length);
    const int length = snprintf(name, sizeof name, "\"%s\"",
                                field_list_with_role(document_type.fields, ROLE_TEXT_FILE)->name);
    for (const char *at = begin; (at = memmem(at, (size_t)(end - at), name, (size_t)length));) {
        at += length;
        json_t *text = string_after(at, end);
        if (text)
            visit_text(file, json_string_value(text), visit, context);
        json_decref(text);
    }
}

void record_file_release(struct record_file *file)
{
    free(file->draft.text);
    file->draft.text = NULL;
    if (file->borrowed || !file->text)
        return;
    free((char *)(uintptr_t)file->text);
    file->text = NULL;
}

void record_file_finish(struct record_file *file)
{
    record_file_release(file);
    draft_text_finish(&file->draft);
}
