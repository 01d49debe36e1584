#define _GNU_SOURCE /* CLONE_* */
#include "sandbox/seccomp.h"

#include <errno.h>
#include <sched.h>
#include <seccomp.h>
#include <stdint.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <unistd.h>

#define CALL(name) SCMP_SYS(name)
#define COUNT(array) (sizeof(array) / sizeof *(array))

/* Compares the low 32 bits of an argument, because the kernel ignores the others. */
#define ARGUMENT_IS(number, value) \
    SCMP_CMP64(number, SCMP_CMP_MASKED_EQ, 0xffffffff, (uint32_t)(value))

/* libseccomp skips calls that the processor does not have. */
static const int allowed[] = {
    /* memory */
    CALL(brk), CALL(madvise), CALL(membarrier), CALL(mlock), CALL(mlock2), CALL(mmap), CALL(mmap2),
    CALL(mprotect), CALL(mremap), CALL(msync), CALL(munlock), CALL(munmap),
    /* files; Landlock says which */
    CALL(_llseek), CALL(access), CALL(close), CALL(close_range), CALL(dup), CALL(dup2), CALL(dup3),
    CALL(faccessat), CALL(faccessat2), CALL(fadvise64), CALL(fadvise64_64), CALL(fcntl),
    CALL(fcntl64), CALL(fstat), CALL(fstat64), CALL(fstatat64), CALL(fstatfs), CALL(fstatfs64),
    CALL(getcwd), CALL(getdents), CALL(getdents64), CALL(lseek), CALL(lstat), CALL(lstat64),
    CALL(newfstatat), CALL(open), CALL(openat), CALL(openat2), CALL(pipe), CALL(pipe2),
    CALL(pread64), CALL(preadv), CALL(preadv2), CALL(pwrite64), CALL(pwritev), CALL(pwritev2),
    CALL(read), CALL(readahead), CALL(readlink), CALL(readlinkat), CALL(readv), CALL(sendfile),
    CALL(sendfile64), CALL(stat), CALL(stat64), CALL(statfs), CALL(statfs64), CALL(statx),
    CALL(write), CALL(writev),
    /* waiting */
    CALL(_newselect), CALL(epoll_create), CALL(epoll_create1), CALL(epoll_ctl), CALL(epoll_pwait),
    CALL(epoll_pwait2), CALL(epoll_wait), CALL(eventfd), CALL(eventfd2), CALL(inotify_add_watch),
    CALL(inotify_init), CALL(inotify_init1), CALL(inotify_rm_watch), CALL(poll), CALL(ppoll),
    CALL(ppoll_time64), CALL(pselect6), CALL(pselect6_time64), CALL(select), CALL(signalfd),
    CALL(signalfd4), CALL(timerfd_create), CALL(timerfd_gettime), CALL(timerfd_settime),
    /* threads and signals */
    CALL(arch_prctl), CALL(exit), CALL(exit_group), CALL(futex), CALL(futex_time64),
    CALL(get_robust_list), CALL(getcpu), CALL(gettid), CALL(pause), CALL(restart_syscall),
    CALL(rseq), CALL(rt_sigaction), CALL(rt_sigpending), CALL(rt_sigprocmask), CALL(rt_sigreturn),
    CALL(rt_sigsuspend), CALL(rt_sigtimedwait), CALL(sched_get_priority_max),
    CALL(sched_get_priority_min), CALL(sched_getaffinity), CALL(sched_getparam),
    CALL(sched_getscheduler), CALL(sched_yield), CALL(set_robust_list), CALL(set_thread_area),
    CALL(set_tid_address), CALL(set_tls), CALL(sigaltstack), CALL(sigreturn),
    /* time, random bytes, the process and the system */
    CALL(capget), CALL(clock_getres), CALL(clock_getres_time64), CALL(clock_gettime),
    CALL(clock_gettime64), CALL(clock_nanosleep), CALL(clock_nanosleep_time64), CALL(getegid),
    CALL(geteuid), CALL(getgid), CALL(getgroups), CALL(getpgrp), CALL(getpid), CALL(getppid),
    CALL(getrandom), CALL(getresgid), CALL(getresuid), CALL(getrlimit), CALL(getrusage),
    CALL(gettimeofday), CALL(getuid), CALL(nanosleep), CALL(sysinfo), CALL(time), CALL(times),
    CALL(ugetrlimit), CALL(uname),
    /* connections */
    CALL(accept), CALL(accept4), CALL(getpeername), CALL(getsockname), CALL(getsockopt), CALL(recv),
    CALL(recvfrom), CALL(recvmmsg), CALL(recvmmsg_time64), CALL(recvmsg), CALL(send),
    CALL(sendmmsg), CALL(sendmsg), CALL(sendto), CALL(setsockopt), CALL(shutdown)};

/* glibc binds a netlink socket to read the addresses of the machine. Landlock restricts TCP ports.
 */
static const int for_urls[] = {CALL(bind), CALL(connect), CALL(socketpair)};

static const int for_state[] = {CALL(fdatasync),   CALL(fsync),  CALL(ftruncate),
                                CALL(ftruncate64), CALL(rename), CALL(renameat),
                                CALL(renameat2),   CALL(unlink), CALL(unlinkat)};

/* Calls that only an attacker would make: they fail with EPERM. Other unlisted calls fail with
 * ENOSYS. */
static const int denied[] = {
    /* programs and processes */
    CALL(execve), CALL(execveat), CALL(fork), CALL(vfork), CALL(kill), CALL(tkill),
    CALL(rt_sigqueueinfo), CALL(rt_tgsigqueueinfo), CALL(pidfd_open), CALL(pidfd_getfd),
    CALL(pidfd_send_signal), CALL(ptrace), CALL(process_vm_readv), CALL(process_vm_writev),
    CALL(process_madvise), CALL(kcmp), CALL(personality), CALL(setsid),
    /* ways around the other restrictions */
    CALL(bpf), CALL(io_uring_setup), CALL(io_uring_enter), CALL(io_uring_register),
    CALL(perf_event_open), CALL(userfaultfd), CALL(memfd_create), CALL(memfd_secret),
    CALL(open_by_handle_at), CALL(name_to_handle_at), CALL(add_key), CALL(keyctl),
    CALL(request_key),
    /* user, groups, capabilities, namespaces */
    CALL(setuid), CALL(setgid), CALL(setreuid), CALL(setregid), CALL(setresuid), CALL(setresgid),
    CALL(setgroups), CALL(setfsuid), CALL(setfsgid), CALL(capset), CALL(unshare), CALL(setns),
    /* changes of files that Landlock does not restrict, or that the server never makes */
    CALL(chmod), CALL(fchmod), CALL(fchmodat), CALL(chown), CALL(fchown), CALL(lchown),
    CALL(fchownat), CALL(setxattr), CALL(lsetxattr), CALL(fsetxattr), CALL(removexattr),
    CALL(truncate), CALL(truncate64), CALL(utimensat), CALL(mkdir), CALL(mkdirat), CALL(rmdir),
    CALL(mknod), CALL(mknodat), CALL(link), CALL(linkat), CALL(symlink), CALL(symlinkat),
    /* ports and shared memory */
    CALL(listen), CALL(shmget), CALL(shmat), CALL(msgget), CALL(semget), CALL(mq_open),
    /* the machine */
    CALL(mount), CALL(umount), CALL(umount2), CALL(pivot_root), CALL(chroot), CALL(move_mount),
    CALL(open_tree), CALL(fsopen), CALL(fsconfig), CALL(fsmount), CALL(fspick), CALL(mount_setattr),
    CALL(init_module), CALL(finit_module), CALL(delete_module), CALL(kexec_load),
    CALL(kexec_file_load), CALL(reboot), CALL(swapon), CALL(swapoff), CALL(acct), CALL(quotactl),
    CALL(syslog), CALL(sethostname), CALL(setdomainname), CALL(settimeofday), CALL(clock_settime),
    CALL(clock_adjtime), CALL(adjtimex), CALL(iopl), CALL(ioperm)};

struct seccomp_filter {
    scmp_filter_ctx context;
    const struct seccomp_needs *needs;
    int error; /* the first error, or 0 */
};

static void note_error(struct seccomp_filter *filter, int code)
{
    if (code != 0 && filter->error == 0)
        filter->error = -code;
}

/* Adds a rule for each call. A filter that only logs has no rules for denied calls, because it logs
 * every call that no rule allows. */
static void add_calls(struct seccomp_filter *filter, bool allow, const int *calls, size_t count)
{
    const uint32_t action = allow ? SCMP_ACT_ALLOW : SCMP_ACT_ERRNO(EPERM);
    for (size_t i = 0; i < count && (allow || !filter->needs->log_only); i++)
        note_error(filter, seccomp_rule_add(filter->context, action, calls[i], 0));
}

static void allow_if(struct seccomp_filter *filter, int call, struct scmp_arg_cmp argument)
{
    note_error(filter, seccomp_rule_add(filter->context, SCMP_ACT_ALLOW, call, 1, argument));
}

static void deny_if(struct seccomp_filter *filter, int call, struct scmp_arg_cmp argument)
{
    if (!filter->needs->log_only)
        note_error(filter,
                   seccomp_rule_add(filter->context, SCMP_ACT_ERRNO(EPERM), call, 1, argument));
}

/* Unix sockets are for the service manager, and for the C library to look up names. */
static void add_sockets(struct seccomp_filter *filter)
{
    for (int family = 0; family < AF_MAX; family++) {
        const bool for_url = family == AF_INET || family == AF_INET6 || family == AF_NETLINK;
        if (family == AF_UNIX || (for_url && filter->needs->urls))
            allow_if(filter, CALL(socket), ARGUMENT_IS(0, family));
        else
            deny_if(filter, CALL(socket), ARGUMENT_IS(0, family));
    }
}

#ifdef __s390__
#define CLONE_FLAGS 1 /* the position of the flags among the arguments */
#else
#define CLONE_FLAGS 0
#endif

/* Allows clone(2) for threads only. The flags of clone3(2) are in memory, which a filter cannot
 * read. So it fails with ENOSYS, and the C library uses clone(2) instead. A filter that only logs
 * allows clone3(2), which needs no warning. */
static void add_threads(struct seccomp_filter *filter)
{
    const uint64_t apart = CLONE_NEWCGROUP | CLONE_NEWIPC | CLONE_NEWNET | CLONE_NEWNS |
                           CLONE_NEWPID | CLONE_NEWUSER | CLONE_NEWUTS;
    allow_if(filter, CALL(clone),
             SCMP_CMP64(CLONE_FLAGS, SCMP_CMP_MASKED_EQ, CLONE_THREAD | apart, CLONE_THREAD));
    deny_if(filter, CALL(clone), SCMP_CMP64(CLONE_FLAGS, SCMP_CMP_MASKED_EQ, CLONE_THREAD, 0));
    if (filter->needs->log_only)
        note_error(filter, seccomp_rule_add(filter->context, SCMP_ACT_ALLOW, CALL(clone3), 0));
    allow_if(filter, CALL(tgkill), ARGUMENT_IS(0, getpid()));
}

/* Allows some uses of calls that depend on an argument. */
static void add_by_argument(struct seccomp_filter *filter)
{
    static const unsigned long ioctls[] = {FIONBIO, FIONREAD, TCGETS, TIOCGWINSZ};
    for (size_t i = 0; i < sizeof ioctls / sizeof *ioctls; i++)
        allow_if(filter, CALL(ioctl), ARGUMENT_IS(1, ioctls[i]));
    allow_if(filter, CALL(prctl), ARGUMENT_IS(0, PR_SET_NAME));
    allow_if(filter, CALL(prctl), ARGUMENT_IS(0, PR_GET_NAME));
    allow_if(filter, CALL(prctl), ARGUMENT_IS(0, PR_SET_VMA));
    allow_if(filter, CALL(prlimit64), ARGUMENT_IS(0, 0));
    /* of the calling thread */
    allow_if(filter, CALL(setpriority), ARGUMENT_IS(1, 0));
}

static void add_rules(struct seccomp_filter *filter)
{
    add_calls(filter, true, allowed, COUNT(allowed));
    add_calls(filter, filter->needs->urls, for_urls, COUNT(for_urls));
    add_calls(filter, filter->needs->state, for_state, COUNT(for_state));
    add_calls(filter, false, denied, COUNT(denied));
    add_sockets(filter);
    add_threads(filter);
    add_by_argument(filter);
}

int seccomp_filter_load(const struct seccomp_needs *needs)
{
    struct seccomp_filter filter = {
        seccomp_init(needs->log_only ? SCMP_ACT_LOG : SCMP_ACT_ERRNO(ENOSYS)), needs, 0};
    if (!filter.context)
        return ENOMEM;
    /* A binary tree of comparisons instead of a list. */
    note_error(&filter, seccomp_attr_set(filter.context, SCMP_FLTATR_CTL_OPTIMIZE, 2));
    add_rules(&filter);
    if (filter.error == 0)
        note_error(&filter, seccomp_load(filter.context));
    seccomp_release(filter.context);
    return filter.error;
}
