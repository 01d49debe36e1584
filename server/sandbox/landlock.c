#define _GNU_SOURCE /* O_PATH, syscall */
#include "sandbox/landlock.h"

#include "sandbox/paths.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/landlock.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

/* Rights as in linux/landlock.h. Debian 12's header has only those of ABI 2; with its names the
 * program would depend on the machine that builds it. */
enum {
    FS_EXECUTE = 1 << 0,
    FS_WRITE_FILE = 1 << 1,
    FS_READ_FILE = 1 << 2,
    FS_READ_DIR = 1 << 3,
    FS_REMOVE_FILE = 1 << 5,
    FS_MAKE_REG = 1 << 8,
    FS_TRUNCATE = 1 << 14,
    FS_IOCTL_DEV = 1 << 15,
    FS_OF_FILES = FS_EXECUTE | FS_WRITE_FILE | FS_READ_FILE | FS_TRUNCATE | FS_IOCTL_DEV,
    NET_BIND_TCP = 1 << 0,
    NET_CONNECT_TCP = 1 << 1,
    SCOPE_ABSTRACT_UNIX_SOCKET = 1 << 0,
    SCOPE_SIGNAL = 1 << 1,
    READ = FS_READ_FILE | FS_READ_DIR,
    WRITE = READ | FS_WRITE_FILE | FS_REMOVE_FILE | FS_MAKE_REG | FS_TRUNCATE
};

/* struct landlock_ruleset_attr of ABI 6; older kernels accept it if members unknown to them are
 * zero. */
struct landlock_rights {
    uint64_t files, ports, scopes;
};

struct landlock_rules {
    int ruleset;
    uint64_t files; /* the rights over files that the ruleset handles */
    int error;      /* the first error, or 0 */
};

int landlock_abi(void)
{
    const long abi = syscall(SYS_landlock_create_ruleset, NULL, 0, LANDLOCK_CREATE_RULESET_VERSION);
    return abi < 1 ? 0 : (int)abi;
}

static uint64_t landlock_file_rights(int abi)
{
    return ((uint64_t)1 << (abi >= 5 ? 16 : abi >= 3 ? 15 : abi >= 2 ? 14 : 13)) - 1;
}

/* systemd may listen on an abstract socket, which SCOPE_ABSTRACT_UNIX_SOCKET would make
 * unreachable. */
static uint64_t landlock_scopes(void)
{
    const char *manager = getenv("NOTIFY_SOCKET");
    return manager && *manager == '@' ? SCOPE_SIGNAL : SCOPE_SIGNAL | SCOPE_ABSTRACT_UNIX_SOCKET;
}

static struct landlock_rights landlock_rights_of(const struct options *options, int abi)
{
    struct landlock_rights handled = {.files = landlock_file_rights(abi)};
    if (abi >= 4)
        handled.ports = options_has_url(options) ? NET_BIND_TCP : NET_BIND_TCP | NET_CONNECT_TCP;
    if (abi >= 6)
        handled.scopes = landlock_scopes();
    return handled;
}

static void allow_opened(struct landlock_rules *rules, int fd, uint64_t rights)
{
    struct stat status;
    if (fstat(fd, &status) == 0 && !S_ISDIR(status.st_mode))
        rights &= FS_OF_FILES;
    const struct landlock_path_beneath_attr beneath = {.allowed_access = rights & rules->files,
                                                       .parent_fd = fd};
    if (syscall(SYS_landlock_add_rule, rules->ruleset, LANDLOCK_RULE_PATH_BENEATH, &beneath, 0) !=
            0 &&
        rules->error == 0)
        rules->error = errno;
}

/* A path that does not exist needs no rule. */
static void allow_path(struct landlock_rules *rules, const char *path, uint64_t rights)
{
    const int fd = open(path, O_PATH | O_CLOEXEC);
    if (fd < 0)
        return;
    allow_opened(rules, fd, rights);
    close(fd);
}

/* Allows /metrics to read the figures of the process. A rule applies to an inode, and /proc
 * replaces inodes that are not in use, so the folder stays open until the program ends. */
static void allow_proc_self(struct landlock_rules *rules)
{
    static int held = -1;
    if (held < 0)
        held = open("/proc/self", O_PATH | O_DIRECTORY | O_CLOEXEC);
    if (held >= 0)
        allow_opened(rules, held, READ);
}

static void allow_use(void *context, const char *path, enum path_use use)
{
    if (use != PATH_INSIDE)
        allow_path(context, path, use == PATH_STATE ? WRITE : READ);
}

static bool landlock_restrict_to(struct landlock_rules *rules)
{
    if (rules->error == 0 && syscall(SYS_landlock_restrict_self, rules->ruleset, 0) != 0)
        rules->error = errno;
    close(rules->ruleset);
    errno = rules->error;
    return rules->error == 0;
}

bool landlock_restrict(const struct options *options, int abi)
{
    const struct landlock_rights handled = landlock_rights_of(options, abi);
    struct landlock_rules rules = {
        .ruleset = (int)syscall(SYS_landlock_create_ruleset, &handled, sizeof handled, 0),
        .files = handled.files};
    if (rules.ruleset < 0)
        return false;
    sandbox_paths_visit(options, allow_use, &rules);
    allow_proc_self(&rules);
    return landlock_restrict_to(&rules);
}
