#define _GNU_SOURCE /* CLONE_* */
#include "sandbox/seccomp.h"

#include "sandbox/system_calls.h"

#include <errno.h>
#include <sched.h>
#include <seccomp.h>
#include <stdint.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <unistd.h>

#define CALL(name) SCMP_SYS(name)

/* An argument of 32 bits: the kernel does not look at the others. */
#define ARGUMENT_IS(number, value) \
    SCMP_CMP64(number, SCMP_CMP_MASKED_EQ, 0xffffffff, (uint32_t)(value))

struct filter {
    scmp_filter_ctx context;
    const struct seccomp_needs *needs;
    int error; /* the first, or 0 */
};

static void note(struct filter *filter, int code)
{
    if (code != 0 && filter->error == 0)
        filter->error = -code;
}

/* What is only logged is what no rule is about. */
static void add_all(struct filter *filter, bool allow, const struct system_calls *calls)
{
    const uint32_t action = allow ? SCMP_ACT_ALLOW : SCMP_ACT_ERRNO(EPERM);
    for (size_t i = 0; i < calls->count && (allow || !filter->needs->log_only); i++)
        note(filter, seccomp_rule_add(filter->context, action, calls->at[i], 0));
}

static void allow_where(struct filter *filter, int call, struct scmp_arg_cmp argument)
{
    note(filter, seccomp_rule_add(filter->context, SCMP_ACT_ALLOW, call, 1, argument));
}

static void deny_where(struct filter *filter, int call, struct scmp_arg_cmp argument)
{
    if (!filter->needs->log_only)
        note(filter, seccomp_rule_add(filter->context, SCMP_ACT_ERRNO(EPERM), call, 1, argument));
}

/* Local ones are for the service manager and for the C library's questions about names. */
static void add_sockets(struct filter *filter)
{
    for (int family = 0; family < AF_MAX; family++) {
        const bool of_origins = family == AF_INET || family == AF_INET6 || family == AF_NETLINK;
        if (family == AF_UNIX || (of_origins && filter->needs->origins))
            allow_where(filter, CALL(socket), ARGUMENT_IS(0, family));
        else
            deny_where(filter, CALL(socket), ARGUMENT_IS(0, family));
    }
}

#ifdef __s390__
#define CLONE_FLAGS 1 /* which of its arguments they are */
#else
#define CLONE_FLAGS 0
#endif

/* clone3(2) has its flags in memory, where a filter does not see them, so it is left unknown, and
 * the C library uses clone(2). That is nothing to be warned of. */
static void add_threads(struct filter *filter)
{
    const uint64_t apart = CLONE_NEWCGROUP | CLONE_NEWIPC | CLONE_NEWNET | CLONE_NEWNS |
                           CLONE_NEWPID | CLONE_NEWUSER | CLONE_NEWUTS;
    allow_where(filter, CALL(clone),
                SCMP_CMP64(CLONE_FLAGS, SCMP_CMP_MASKED_EQ, CLONE_THREAD | apart, CLONE_THREAD));
    deny_where(filter, CALL(clone), SCMP_CMP64(CLONE_FLAGS, SCMP_CMP_MASKED_EQ, CLONE_THREAD, 0));
    if (filter->needs->log_only)
        note(filter, seccomp_rule_add(filter->context, SCMP_ACT_ALLOW, CALL(clone3), 0));
    allow_where(filter, CALL(tgkill), ARGUMENT_IS(0, getpid()));
}

/* What else depends on what is asked. */
static void add_questions(struct filter *filter)
{
    static const unsigned long ioctls[] = {FIONBIO, FIONREAD, TCGETS, TIOCGWINSZ};
    for (size_t i = 0; i < sizeof ioctls / sizeof *ioctls; i++)
        allow_where(filter, CALL(ioctl), ARGUMENT_IS(1, ioctls[i]));
    allow_where(filter, CALL(prctl), ARGUMENT_IS(0, PR_SET_NAME));
    allow_where(filter, CALL(prctl), ARGUMENT_IS(0, PR_GET_NAME));
    allow_where(filter, CALL(prctl), ARGUMENT_IS(0, PR_SET_VMA));
    allow_where(filter, CALL(prlimit64), ARGUMENT_IS(0, 0));
}

static void add_rules(struct filter *filter)
{
    add_all(filter, true, &calls_allowed);
    add_all(filter, filter->needs->origins, &calls_for_origins);
    add_all(filter, filter->needs->state, &calls_for_state);
    add_all(filter, false, &calls_denied);
    add_sockets(filter);
    add_threads(filter);
    add_questions(filter);
}

int seccomp_filter_load(const struct seccomp_needs *needs)
{
    struct filter filter = {seccomp_init(needs->log_only ? SCMP_ACT_LOG : SCMP_ACT_ERRNO(ENOSYS)),
                            needs, 0};
    if (!filter.context)
        return ENOMEM;
    /* A tree of comparisons rather than a list of them. */
    note(&filter, seccomp_attr_set(filter.context, SCMP_FLTATR_CTL_OPTIMIZE, 2));
    add_rules(&filter);
    if (filter.error == 0)
        note(&filter, seccomp_load(filter.context));
    seccomp_release(filter.context);
    return filter.error;
}
