#include "saved/atomic_file.h"

#include "base/error_text.h"
#include "base/server_log.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <unistd.h>

enum {
    MODE = 0600
};

/* A rename is durable only after fsync(2) of its folder. */
static void sync_folder(const char *folder)
{
    const int descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0)
        return;
    fsync(descriptor);
    close(descriptor);
}

static bool write_through(FILE *file, atomic_file_writer *write, const void *context)
{
    return write(file, context) && !ferror(file) && fflush(file) == 0 && fsync(fileno(file)) == 0;
}

static bool write_beside(const char *path, atomic_file_writer *write, const void *context)
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
    const bool written = write_through(file, write, context);
    const int reason = errno;
    const bool closed = fclose(file) == 0;
    if (!written)
        errno = reason;
    return written && closed;
}

bool atomic_file_write(const char *folder, const char *name, atomic_file_writer *write,
                       const void *context)
{
    char path[PATH_MAX], beside[PATH_MAX];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    snprintf(beside, sizeof beside, "%s/%s.new", folder, name);
    if (write_beside(beside, write, context) && rename(beside, path) == 0) {
        sync_folder(folder);
        return true;
    }
    server_log(SERVER_LOG_WARNING, "cannot write %s: %s", beside, error_text(errno));
    unlink(beside);
    return false;
}
