#define _GNU_SOURCE /* setresuid, initgroups */
#include "sandbox/privileges.h"

#include "base/error_text.h"
#include "base/notify.h"
#include "base/server_log.h"
#include "sandbox/capabilities.h"
#include "sandbox/paths.h"

#include <errno.h>
#include <grp.h>
#include <pwd.h>
#include <signal.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

struct user {
    const char *name; /* NULL if the number has no name */
    uid_t uid;
    gid_t gid;
};

static bool privileges_refuse(const char *given, const char *reason)
{
    server_log(SERVER_LOG_ERROR, "cannot switch to user \"%s\": %s", given, reason);
    return false;
}

/* Looks up a user by name, or else by number. A number without a name is also the group.
 * NOLINTBEGIN(concurrency-mt-unsafe): getpwnam and getpwuid, before there are threads. */
static bool privileges_find_user(const char *given, struct user *ret_user)
{
    char *end;
    const unsigned long number = strtoul(given, &end, 10);
    const bool is_number = *given >= '0' && *given <= '9' && !*end && number < UINT32_MAX;
    const struct passwd *entry = getpwnam(given);
    if (!entry && is_number)
        entry = getpwuid((uid_t)number);
    if (entry)
        *ret_user = (struct user){entry->pw_name, entry->pw_uid, entry->pw_gid};
    else if (is_number)
        *ret_user = (struct user){NULL, (uid_t)number, (gid_t)number};
    return entry || is_number;
}
/* NOLINTEND(concurrency-mt-unsafe) */

static bool privileges_become(const char *given)
{
    struct user user;
    if (!privileges_find_user(given, &user))
        return privileges_refuse(given, "no such user");
    if (user.uid == 0)
        return privileges_refuse(given, "it is root");
    if (user.uid == geteuid() && user.uid == getuid())
        return true;
    if (geteuid() != 0)
        return privileges_refuse(given, "only root can switch to another user");
    const int grouped =
        user.name ? initgroups(user.name, user.gid) : setgroups(0, (const gid_t *)NULL);
    if (grouped != 0 || setresgid(user.gid, user.gid, user.gid) != 0 ||
        setresuid(user.uid, user.uid, user.uid) != 0)
        return privileges_refuse(given, error_text(errno));
    return setresuid(0, 0, 0) != 0 ||
           privileges_refuse(given, "the process could become root again");
}

enum {
    REASON_MAX = 320
};

static const char nobody[] = "65534"; /* by number, since an image may have no names */

/* The state of the trial run as user `nobody`. */
struct nobody_trial {
    const struct options *options;
    char denied[256]; /* the first path that `nobody` cannot use as required */
};

static bool is_owned(const char *path)
{
    struct stat status;
    return stat(path, &status) == 0 && status.st_uid == geteuid();
}

/* Notes the first path that `nobody` cannot use. It must own the state folder, because files there
 * belong to the user who wrote them. */
static void note_denied(void *context, const char *path, enum path_use use)
{
    struct nobody_trial *trial = context;
    const bool watched = use == PATH_HOLDER && trial->options->watch;
    const bool denied = use == PATH_STATE ? !is_owned(path)
                        : use == PATH_NAMED || use == PATH_INSIDE || watched
                            ? sandbox_paths_is_denied(path, R_OK)
                            : false;
    if (denied && !*trial->denied)
        snprintf(trial->denied, sizeof trial->denied, "%s", path);
}

/* Tries all paths as `nobody`, in a child process, because the process cannot become root again.
 * Writes the first path that `nobody` cannot use to `out`. Exits with EXIT_SUCCESS if it could
 * switch to `nobody`.
 */
static void privileges_try_nobody(const struct options *options, int out)
{
    struct nobody_trial trial = {.options = options};
    const char *manager = notify_path();
    close(STDERR_FILENO);
    if (!privileges_become(nobody))
        _exit(EXIT_FAILURE);
    sandbox_paths_visit(options, note_denied, &trial);
    sandbox_paths_visit_texts(options, note_denied, &trial);
    if (!*trial.denied && manager && sandbox_paths_is_denied(manager, W_OK))
        snprintf(trial.denied, sizeof trial.denied, "%s", manager);
    const size_t length = strlen(trial.denied);
    _exit(write(out, trial.denied, length) == (ssize_t)length ? EXIT_SUCCESS : EXIT_FAILURE);
}

/* Reports whether `nobody` can use all paths that the options name, and the service manager's
 * socket; otherwise writes the reason to `why`. */
static bool privileges_nobody_can(const struct options *options, char why[REASON_MAX])
{
    int ends[2], status = 0;
    char denied[256] = "";
    snprintf(why, REASON_MAX, "it cannot switch to another user");
    if (pipe(ends) != 0)
        return false;
    signal(SIGCHLD, SIG_DFL); /* if it is ignored, waitpid(2) cannot get the status */
    const pid_t child = fork();
    if (child == 0)
        privileges_try_nobody(options, ends[1]);
    close(ends[1]);
    const ssize_t length = read(ends[0], denied, sizeof denied - 1);
    close(ends[0]);
    if (child < 0 || waitpid(child, &status, 0) != child || !WIFEXITED(status) ||
        WEXITSTATUS(status) != EXIT_SUCCESS || length < 0)
        return false;
    snprintf(why, REASON_MAX, "user nobody cannot use %s", denied);
    return length == 0;
}

/* Chooses the user for a start by root without --user. Returns NULL to stay root, with the reason
 * in `why`. */
static const char *privileges_choose_user(const struct options *options, char why[REASON_MAX])
{
    if (geteuid() != 0 || options->sandbox == SANDBOX_OFF || !privileges_nobody_can(options, why))
        return NULL;
    server_log(SERVER_LOG_INFO, "started by root, running as user %s (nobody)", nobody);
    return nobody;
}

bool privileges_give_up(const struct options *options)
{
    char why[REASON_MAX] = "";
    const char *user = options->user ? options->user : privileges_choose_user(options, why);
    if (user && !privileges_become(user))
        return false;
    if (options->sandbox == SANDBOX_OFF || capabilities_give_up(options, why))
        return true;
    server_log(SERVER_LOG_ERROR, "cannot drop capabilities: %s", error_text(errno));
    return false;
}
