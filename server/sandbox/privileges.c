#define _GNU_SOURCE /* setresuid, initgroups, syscall */
#include "sandbox/privileges.h"

#include "base/error_text.h"
#include "base/notify.h"
#include "sandbox/paths.h"

#include <errno.h>
#include <fcntl.h>
#include <grp.h>
#include <linux/capability.h>
#include <pwd.h>
#include <signal.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

struct user {
    const char *name; /* NULL where the number has none */
    uid_t uid;
    gid_t gid;
};

static bool refuse(const char *given, const char *reason)
{
    fprintf(stderr, "rapporteur: cannot become the user \"%s\": %s\n", given, reason);
    return false;
}

/* By name, else by number; a number without a name is that of its group, too.
 * NOLINTBEGIN(concurrency-mt-unsafe): getpwnam and getpwuid, before there are threads. */
static bool find_user(const char *given, struct user *ret_user)
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

static bool become(const char *given)
{
    struct user user;
    if (!find_user(given, &user))
        return refuse(given, "there is none of that name");
    if (user.uid == 0)
        return refuse(given, "that is root, who may do everything");
    if (user.uid == geteuid() && user.uid == getuid())
        return true;
    if (geteuid() != 0)
        return refuse(given, "only root can become somebody else");
    const int grouped =
        user.name ? initgroups(user.name, user.gid) : setgroups(0, (const gid_t *)NULL);
    if (grouped != 0 || setresgid(user.gid, user.gid, user.gid) != 0 ||
        setresuid(user.uid, user.uid, user.uid) != 0)
        return refuse(given, error_text(errno));
    return setresuid(0, 0, 0) != 0 || refuse(given, "there is a way back");
}

enum {
    WORDS = _LINUX_CAPABILITY_U32S_3,
    REASON_MAX = 320
};

static bool set_capabilities(uint64_t permitted, uint64_t effective)
{
    struct __user_cap_header_struct header = {.version = _LINUX_CAPABILITY_VERSION_3};
    struct __user_cap_data_struct sets[WORDS] = {0};
    for (unsigned i = 0; i < WORDS; i++) {
        sets[i].permitted = (uint32_t)(permitted >> 32 * i);
        sets[i].effective = (uint32_t)(effective >> 32 * i);
    }
    return syscall(SYS_capset, &header, sets) == 0;
}

static uint64_t permitted_capabilities(void)
{
    struct __user_cap_header_struct header = {.version = _LINUX_CAPABILITY_VERSION_3};
    struct __user_cap_data_struct sets[WORDS] = {0};
    if (syscall(SYS_capget, &header, sets) != 0)
        return 0;
    return (uint64_t)sets[1].permitted << 32 | sets[0].permitted;
}

/* What another program could be given, which cannot be started anyhow; where this may not be
 * changed it does not matter. */
static void empty_what_is_inherited(void)
{
    for (int capability = 0; capability < 64; capability++)
        prctl(PR_CAPBSET_DROP, capability, 0, 0, 0);
    prctl(PR_CAP_AMBIENT, PR_CAP_AMBIENT_CLEAR_ALL, 0, 0, 0);
}

struct missed {
    uint64_t capabilities;
    char path[256]; /* the first that makes them necessary */
};

static bool is_denied(const char *path, int how)
{
    return faccessat(AT_FDCWD, path, how, AT_EACCESS) != 0 && errno == EACCES;
}

/* Whether the path can be used as it must be, now that there are no capabilities. */
static void note_missed(void *context, const char *path, enum path_use use)
{
    struct missed *missed = context;
    const uint64_t before = missed->capabilities;
    if (use == PATH_STATE && is_denied(path, R_OK | W_OK | X_OK))
        missed->capabilities |= (uint64_t)1 << CAP_DAC_OVERRIDE;
    else if ((use == PATH_NAMED || use == PATH_INSIDE) && is_denied(path, R_OK))
        missed->capabilities |= (uint64_t)1 << CAP_DAC_READ_SEARCH;
    if (before == 0 && missed->capabilities)
        snprintf(missed->path, sizeof missed->path, "%s", path);
}

static void write_root(const struct missed *kept, const char *why)
{
    fprintf(stderr, "rapporteur: warning: runs as root (%s), ", why);
    if (kept->capabilities)
        fprintf(stderr, "and may use files of others, as %s makes necessary", kept->path);
    else
        fputs("but without root's capabilities", stderr);
    fputs("; --user names a user to become\n", stderr);
}

static bool give_up_capabilities(const struct options *options, const char *why)
{
    struct missed missed = {0};
    const uint64_t had = permitted_capabilities();
    if (had == 0) {
        if (geteuid() == 0)
            write_root(&missed, why);
        return true;
    }
    empty_what_is_inherited();
    if (!set_capabilities(had, 0))
        return false;
    if (geteuid() == 0)
        sandbox_paths_visit(options, note_missed, &missed);
    missed.capabilities &= had;
    if (!set_capabilities(missed.capabilities, missed.capabilities))
        return false;
    if (geteuid() == 0)
        write_root(&missed, why);
    return true;
}

static const char nobody[] = "65534"; /* by number, since an image may have no names */

/* What nobody is to find out. */
struct trial {
    const struct options *options;
    char denied[256]; /* the first path that cannot be used as it must be */
};

static bool is_own(const char *path)
{
    struct stat status;
    return stat(path, &status) == 0 && status.st_uid == geteuid();
}

/* The copies in a state folder belong to whoever wrote them. */
static void note_denied(void *context, const char *path, enum path_use use)
{
    struct trial *trial = context;
    const bool watched = use == PATH_HOLDER && trial->options->watch;
    const bool denied = use == PATH_STATE                                    ? !is_own(path)
                        : use == PATH_NAMED || use == PATH_INSIDE || watched ? is_denied(path, R_OK)
                                                                             : false;
    if (denied && !*trial->denied)
        snprintf(trial->denied, sizeof trial->denied, "%s", path);
}

/* In a process of its own, as there is no way back. Its status tells whether it could become nobody
 * and, where that is so, `out` the path that nobody cannot use. */
static void try_nobody(const struct options *options, int out)
{
    struct trial trial = {.options = options};
    const char *manager = notify_path();
    close(STDERR_FILENO);
    if (!become(nobody))
        _exit(EXIT_FAILURE);
    sandbox_paths_visit(options, note_denied, &trial);
    if (!*trial.denied && manager && is_denied(manager, W_OK))
        snprintf(trial.denied, sizeof trial.denied, "%s", manager);
    const size_t length = strlen(trial.denied);
    _exit(write(out, trial.denied, length) == (ssize_t)length ? EXIT_SUCCESS : EXIT_FAILURE);
}

/* Whether nobody can use all that the options name, and tell the service manager; if not, why. */
static bool nobody_can(const struct options *options, char why[REASON_MAX])
{
    int ends[2], status = 0;
    char denied[256] = "";
    snprintf(why, REASON_MAX, "it cannot become anybody else");
    if (pipe(ends) != 0)
        return false;
    signal(SIGCHLD, SIG_DFL); /* where it was ignored, nobody could be waited for */
    const pid_t child = fork();
    if (child == 0)
        try_nobody(options, ends[1]);
    close(ends[1]);
    const ssize_t length = read(ends[0], denied, sizeof denied - 1);
    close(ends[0]);
    if (child < 0 || waitpid(child, &status, 0) != child || !WIFEXITED(status) ||
        WEXITSTATUS(status) != EXIT_SUCCESS || length < 0)
        return false;
    snprintf(why, REASON_MAX, "nobody (65534) cannot use %s", denied);
    return length == 0;
}

/* Whom to become where no user is named: NULL to stay, for the reason that is then told. */
static const char *user_in_place_of_root(const struct options *options, char why[REASON_MAX])
{
    if (geteuid() != 0 || options->sandbox == SANDBOX_OFF || !nobody_can(options, why))
        return NULL;
    fprintf(stderr, "rapporteur: was started by root, runs as user %s (nobody)\n", nobody);
    return nobody;
}

bool privileges_give_up(const struct options *options)
{
    char why[REASON_MAX] = "";
    const char *user = options->user ? options->user : user_in_place_of_root(options, why);
    if (user && !become(user))
        return false;
    if (options->sandbox == SANDBOX_OFF || give_up_capabilities(options, why))
        return true;
    fprintf(stderr, "rapporteur: cannot give up capabilities: %s\n", error_text(errno));
    return false;
}
