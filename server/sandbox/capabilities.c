#include "sandbox/capabilities.h"

#include "base/server_log.h"
#include "sandbox/paths.h"

#include <cap-ng.h>
#include <stdio.h>
#include <unistd.h>

/* The capabilities that the server may keep. */
enum {
    WRITE_ANY_FILE,
    READ_ANY_FILE,
    FOR_FILES
};

static const unsigned for_files[FOR_FILES] = {
    [WRITE_ANY_FILE] = CAP_DAC_OVERRIDE, [READ_ANY_FILE] = CAP_DAC_READ_SEARCH};

/* The capabilities that the process needs. */
struct needed {
    bool files[FOR_FILES];
    char path[256]; /* the first path that needs one, or "" */
};

/* Notes a path that the options require and that the process cannot use. No capability is effective
 * when this runs. */
static void note_needed(void *context, const char *path, enum path_use use)
{
    struct needed *needed = context;
    const bool write = use == PATH_STATE && sandbox_paths_is_denied(path, R_OK | W_OK | X_OK);
    const bool read =
        (use == PATH_NAMED || use == PATH_INSIDE) && sandbox_paths_is_denied(path, R_OK);
    needed->files[WRITE_ANY_FILE] |= write;
    needed->files[READ_ANY_FILE] |= read;
    if ((write || read) && !*needed->path)
        snprintf(needed->path, sizeof needed->path, "%s", path);
}

static void warn_of_root(const char *path, const char *why)
{
    server_log(SERVER_LOG_WARNING, "running as root (%s), %s%s; name another user with --user", why,
               *path ? "keeping the capability that it needs to use " : "without capabilities",
               path);
}

/* Empties the bounding and ambient sets, from which a started program would get capabilities.
 * Ignores errors, because the server cannot start programs. */
static void clear_inheritance(void)
{
    capng_clear(CAPNG_SELECT_ALL);
    const bool bounds = capng_apply(CAPNG_SELECT_BOUNDS) == 0;
    const bool ambient = capng_apply(CAPNG_SELECT_AMBIENT) == 0;
    (void)bounds, (void)ambient;
}

/* Sets exactly the capabilities in `wanted`. */
static bool set_capabilities(const bool wanted[FOR_FILES], capng_type_t sets)
{
    capng_clear(CAPNG_SELECT_CAPS);
    for (size_t i = 0; i < FOR_FILES; i++)
        if (wanted[i])
            capng_update(CAPNG_ADD, sets, for_files[i]);
    return capng_apply(CAPNG_SELECT_CAPS) == 0;
}

/* Tries all paths without capabilities, and keeps only the capabilities that the process needs. */
static bool keep_needed(const struct options *options, struct needed *needed)
{
    bool had[FOR_FILES];
    for (size_t i = 0; i < FOR_FILES; i++)
        had[i] = capng_have_capability(CAPNG_PERMITTED, for_files[i]);
    clear_inheritance();
    if (!set_capabilities(had, CAPNG_PERMITTED))
        return false;
    if (geteuid() == 0) {
        sandbox_paths_visit(options, note_needed, needed);
        sandbox_paths_visit_texts(options, note_needed, needed);
    }
    for (size_t i = 0; i < FOR_FILES; i++)
        needed->files[i] &= had[i];
    return set_capabilities(needed->files, CAPNG_EFFECTIVE | CAPNG_PERMITTED);
}

bool capabilities_give_up(const struct options *options, const char *why)
{
    struct needed needed = {.path = ""};
    if (capng_get_caps_process() != 0)
        return false;
    if (capng_have_permitted_capabilities() != CAPNG_NONE && !keep_needed(options, &needed))
        return false;
    if (geteuid() == 0)
        warn_of_root(needed.files[WRITE_ANY_FILE] || needed.files[READ_ANY_FILE] ? needed.path : "",
                     why);
    return true;
}
