/* Says what a file of a folder is that no format has the suffix of. */
#include "base/error_text.h"
#include "files/record_files_private.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

enum {
    HEAD_BYTES = 64 * 1024 /* of a file, which show what it is */
};

/* Reads the first bytes of a file. Returns their number, or -1 with errno set. */
static ssize_t read_head(const char *path, char head[HEAD_BYTES + 1])
{
    /* A pipe would block; nothing is read from one. */
    const int descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (descriptor < 0)
        return -1;
    const ssize_t length = read(descriptor, head, HEAD_BYTES);
    const int error = errno;
    close(descriptor);
    errno = error;
    head[length < 0 ? 0 : length] = '\0';
    return length;
}

static void write_likeness(const char *path, char text[DRAFT_MESSAGE_BYTES])
{
    char head[HEAD_BYTES + 1];
    const ssize_t length = read_head(path, head);
    if (length < 0) {
        snprintf(text, DRAFT_MESSAGE_BYTES, "unknown: %s", error_text(errno));
        return;
    }
    const struct draft_source source = import_source(path, head, (size_t)length);
    import_write_likeness(&source, text);
}

void record_files_warn_unread(const struct record_file *file, struct faults *faults)
{
    struct stat status;
    char text[DRAFT_MESSAGE_BYTES];
    const bool found = stat(file->name, &status) == 0;
    if (faults_warnings_are_full(faults)) {
        faults_count_warning(faults);
    } else if (found && S_ISDIR(status.st_mode)) {
        faults_warn_at_line(faults, file, 0,
                            "the files of this folder are not read; name it with --data, too");
    } else if (found && !S_ISREG(status.st_mode)) {
        faults_warn_at_line(faults, file, 0, "it is not read: it is neither a file nor a folder");
    } else {
        write_likeness(file->name, text);
        faults_warn_at_line(faults, file, 0, "the file is not read: it is %s", text);
    }
}
