#include "load/record_file.h"

#include "base/error_text.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

const char record_file_no_memory[] = "out of memory";

static const char changed[] = "the file changed during reading; try again";

bool record_file_is_data(const char *name)
{
    const size_t length = strlen(name);
    return name[0] != '.' && length > 5 && strcmp(name + length - 5, ".json") == 0 &&
           strcmp(name, "schema.json") != 0;
}

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
    file->text = text;
    file->length = size;
    file->modified = status.st_mtime;
    return NULL;
}

const char *record_file_read(struct record_file *file)
{
    if (file->text)
        return NULL;
    const int descriptor = open(file->name, O_RDONLY | O_CLOEXEC);
    if (descriptor < 0)
        return error_text(errno);
    const char *reason = read_open(file, descriptor);
    close(descriptor);
    return reason;
}

void record_file_release(struct record_file *file)
{
    if (file->borrowed || !file->text)
        return;
    free((char *)(uintptr_t)file->text);
    file->text = NULL;
}
