#include "sandbox/system_calls.h"

#include <seccomp.h>

#define CALL(name) SCMP_SYS(name)
#define LIST(calls)                            \
    {                                          \
        calls, sizeof(calls) / sizeof *(calls) \
    }

/* Names that a processor does not have are passed over by libseccomp. */
static const int allowed[] = {
    /* memory */
    CALL(brk), CALL(madvise), CALL(membarrier), CALL(mlock), CALL(mlock2), CALL(mmap), CALL(mmap2),
    CALL(mprotect), CALL(mremap), CALL(msync), CALL(munlock), CALL(munmap),
    /* files that are read; Landlock says which */
    CALL(_llseek), CALL(access), CALL(close), CALL(close_range), CALL(dup), CALL(dup2), CALL(dup3),
    CALL(faccessat), CALL(faccessat2), CALL(fadvise64), CALL(fadvise64_64), CALL(fcntl),
    CALL(fcntl64), CALL(fstat), CALL(fstat64), CALL(fstatat64), CALL(fstatfs), CALL(fstatfs64),
    CALL(getcwd), CALL(getdents), CALL(getdents64), CALL(lseek), CALL(lstat), CALL(lstat64),
    CALL(newfstatat), CALL(open), CALL(openat), CALL(pipe), CALL(pipe2), CALL(pread64),
    CALL(preadv), CALL(preadv2), CALL(pwrite64), CALL(pwritev), CALL(pwritev2), CALL(read),
    CALL(readahead), CALL(readlink), CALL(readlinkat), CALL(readv), CALL(sendfile),
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
    /* time, chance, and who and where this is */
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

/* glibc binds the netlink socket by which it asks what addresses there are; TCP ports Landlock has.
 */
static const int for_origins[] = {CALL(bind), CALL(connect), CALL(socketpair)};

static const int for_state[] = {CALL(fdatasync),   CALL(fsync),  CALL(ftruncate),
                                CALL(ftruncate64), CALL(rename), CALL(renameat),
                                CALL(renameat2),   CALL(unlink), CALL(unlinkat)};

/* In vain, and as a rule a sign of it: permission is denied, rather than the call unknown. */
static const int denied[] = {
    /* programs and processes */
    CALL(execve), CALL(execveat), CALL(fork), CALL(vfork), CALL(kill), CALL(tkill),
    CALL(rt_sigqueueinfo), CALL(rt_tgsigqueueinfo), CALL(pidfd_open), CALL(pidfd_getfd),
    CALL(pidfd_send_signal), CALL(ptrace), CALL(process_vm_readv), CALL(process_vm_writev),
    CALL(process_madvise), CALL(kcmp), CALL(personality), CALL(setsid),
    /* ways around other restrictions */
    CALL(bpf), CALL(io_uring_setup), CALL(io_uring_enter), CALL(io_uring_register),
    CALL(perf_event_open), CALL(userfaultfd), CALL(memfd_create), CALL(memfd_secret),
    CALL(open_by_handle_at), CALL(name_to_handle_at), CALL(add_key), CALL(keyctl),
    CALL(request_key),
    /* who this is */
    CALL(setuid), CALL(setgid), CALL(setreuid), CALL(setregid), CALL(setresuid), CALL(setresgid),
    CALL(setgroups), CALL(setfsuid), CALL(setfsgid), CALL(capset), CALL(unshare), CALL(setns),
    /* what Landlock does not know of files, and what of it nobody needs */
    CALL(chmod), CALL(fchmod), CALL(fchmodat), CALL(chown), CALL(fchown), CALL(lchown),
    CALL(fchownat), CALL(setxattr), CALL(lsetxattr), CALL(fsetxattr), CALL(removexattr),
    CALL(truncate), CALL(truncate64), CALL(utimensat), CALL(mkdir), CALL(mkdirat), CALL(rmdir),
    CALL(mknod), CALL(mknodat), CALL(link), CALL(linkat), CALL(symlink), CALL(symlinkat),
    /* ports, and memory that others see */
    CALL(listen), CALL(shmget), CALL(shmat), CALL(msgget), CALL(semget), CALL(mq_open),
    /* the machine */
    CALL(mount), CALL(umount), CALL(umount2), CALL(pivot_root), CALL(chroot), CALL(move_mount),
    CALL(open_tree), CALL(fsopen), CALL(fsconfig), CALL(fsmount), CALL(fspick), CALL(mount_setattr),
    CALL(init_module), CALL(finit_module), CALL(delete_module), CALL(kexec_load),
    CALL(kexec_file_load), CALL(reboot), CALL(swapon), CALL(swapoff), CALL(acct), CALL(quotactl),
    CALL(syslog), CALL(sethostname), CALL(setdomainname), CALL(settimeofday), CALL(clock_settime),
    CALL(clock_adjtime), CALL(adjtimex), CALL(iopl), CALL(ioperm)};

const struct system_calls calls_allowed = LIST(allowed), calls_for_origins = LIST(for_origins),
                          calls_for_state = LIST(for_state), calls_denied = LIST(denied);
