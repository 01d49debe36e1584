#define _GNU_SOURCE /* realpath, AT_EACCESS */
#include "sandbox/paths.h"

#include "import/import.h"
#include "load/load.h"
#include "texts/texts.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <libgen.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

struct path_visitor {
    void (*visit)(void *context, const char *path, enum path_use use);
    void *context;
};

/* All of /etc, because resolv.conf is often a symbolic link and is replaced when the network
 * changes. The libraries, because the C library loads the modules of nsswitch.conf on demand. */
static const char *const for_urls[] = {"/etc",
                                       "/usr",
                                       "/lib",
                                       "/lib64",
                                       "/run/systemd/resolve",
                                       "/run/resolvconf",
                                       "/run/NetworkManager"};

/* Random bytes, which libraries need for unpredictable hashes, and the number of processors. */
static const char *const of_libraries[] = {"/dev/urandom", "/sys/devices/system/cpu"};

static bool path_is_folder(const char *path)
{
    struct stat status;
    return stat(path, &status) == 0 && S_ISDIR(status.st_mode);
}

static void visit_holder(const struct path_visitor *visitor, const char *path, bool folder)
{
    char copy[PATH_MAX], holder[PATH_MAX];
    snprintf(copy, sizeof copy, "%s", path);
    if (!realpath(dirname(copy), holder) || strcmp(holder, "/") == 0 ||
        (folder && strcmp(holder, "/etc") == 0))
        return;
    visitor->visit(visitor->context, holder, PATH_HOLDER);
}

/* Visits the parent folder of the path and of the file that the path resolves to. */
static void visit_holders(const struct path_visitor *visitor, const char *path)
{
    char real[PATH_MAX];
    const bool folder = path_is_folder(path);
    visit_holder(visitor, path, folder);
    if (realpath(path, real))
        visit_holder(visitor, real, folder);
}

static void visit_inside(const struct path_visitor *visitor, const char *path)
{
    char file[PATH_MAX + NAME_MAX + 2], real[PATH_MAX];
    struct stat status;
    DIR *folder = opendir(path);
    if (!folder)
        return;
    for (const struct dirent *entry; (entry = readdir(folder));) {
        if (!import_is_data(entry->d_name))
            continue;
        snprintf(file, sizeof file, "%s/%s", path, entry->d_name);
        visitor->visit(visitor->context, file, PATH_INSIDE);
        if (lstat(file, &status) == 0 && S_ISLNK(status.st_mode) && realpath(file, real))
            visit_holder(visitor, real, false);
    }
    closedir(folder);
}

static void visit_named(const struct path_visitor *visitor, const char *path)
{
    if (!path)
        return;
    visitor->visit(visitor->context, path, PATH_NAMED);
    visit_holders(visitor, path);
}

static void visit_system(const struct path_visitor *visitor, const char *const *paths, size_t count)
{
    for (size_t i = 0; i < count; i++)
        visitor->visit(visitor->context, paths[i], PATH_SYSTEM);
}

static void visit_for_urls(const struct path_visitor *visitor, const struct options *options)
{
    visit_named(visitor, options->remote_ca);
    visit_system(visitor, for_urls, sizeof for_urls / sizeof *for_urls);
}

void sandbox_paths_visit(const struct options *options,
                         void (*visit)(void *context, const char *path, enum path_use use),
                         void *context)
{
    const struct path_visitor visitor = {visit, context};
    for (size_t i = 0; i < options->data_count; i++) {
        if (options_is_url(options->data[i]))
            continue;
        visit_named(&visitor, options->data[i]);
        visit_inside(&visitor, options->data[i]);
    }
    visit_named(&visitor, options->map);
    visit_named(&visitor, options->texts);
    visit_system(&visitor, of_libraries, sizeof of_libraries / sizeof *of_libraries);
    visit_named(&visitor, options->tls_cert);
    visit_named(&visitor, options->tls_key);
    if (options_has_url(options))
        visit_for_urls(&visitor, options);
    if (options->state && options->data_count)
        visit(context, options->state, PATH_STATE);
}

static void visit_text(void *context, const char *path)
{
    const struct path_visitor *visitor = context;
    visitor->visit(visitor->context, path, PATH_INSIDE);
    visit_holder(visitor, path, false);
}

/* A folder of texts whose files are visited. */
struct text_folder_visit {
    const struct path_visitor *visitor;
    const char *folder;
};

static bool visit_found_text(void *context, const char *path)
{
    const struct text_folder_visit *visit = context;
    char full[PATH_MAX];
    if (snprintf(full, sizeof full, "%s/%s", visit->folder, path) < PATH_MAX)
        visit->visitor->visit(visit->visitor->context, full, PATH_INSIDE);
    return true;
}

void sandbox_paths_visit_texts(const struct options *options,
                               void (*visit)(void *context, const char *path, enum path_use use),
                               void *context)
{
    struct path_visitor visitor = {visit, context};
    for (size_t i = 0; i < options->data_count; i++)
        if (!options_is_url(options->data[i]))
            load_visit_texts(options->data[i], visit_text, &visitor);
    struct text_folder_visit found = {&visitor, options->texts};
    if (options->texts)
        text_folder_visit(options->texts, visit_found_text, &found);
}

bool sandbox_paths_is_denied(const char *path, int mode)
{
    return faccessat(AT_FDCWD, path, mode, AT_EACCESS) != 0 && errno == EACCES;
}
