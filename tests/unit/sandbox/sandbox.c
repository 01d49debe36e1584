/* The rights of a process in the sandbox. Each attempt is made by its own child process, whose exit
 * status is the errno of the attempt. */
#define _GNU_SOURCE
#include "sandbox/sandbox.h"
#include "failing_calls.h"
#include "kernel_sandbox.h"
#include "sandbox/landlock.h"
#include "sandbox/privileges.h"

#include <arpa/inet.h>
#include <criterion/criterion.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <sched.h>
#include <seccomp.h>
#include <signal.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

enum {
    COULD_NOT_ENTER = 200
};

static char folder[] = "/tmp/rapporteur-sandbox-XXXXXX";
static int open_socket; /* a TCP socket that is opened before */

static void write_file(const char *path)
{
    FILE *file = fopen(path, "w");
    cr_assert(file && fputs("{}", file) >= 0 && fclose(file) == 0, "%s", path);
}

/* meeting/data/record.json is the data, meeting/data/link.json links to far/. outside/ is
 * unrelated. */
static void make_files(void)
{
    cr_assert(mkdtemp(folder));
    cr_assert_eq(chdir(folder), 0);
    cr_assert_eq(mkdir("meeting", 0755) | mkdir("meeting/data", 0755) | mkdir("outside", 0755) |
                     mkdir("far", 0755) | mkdir("state", 0700),
                 0);
    write_file("meeting/data/record.json");
    write_file("outside/file");
    write_file("far/record.json");
    write_file("state/old");
    cr_assert_eq(symlink("../../far/record.json", "meeting/data/link.json"), 0);
    open_socket = socket(AF_INET, SOCK_STREAM, 0);
    cr_assert_geq(open_socket, 0);
}

static void remove_files(void)
{
    char command[64];
    close(open_socket);
    snprintf(command, sizeof command, "rm -rf %s", folder);
    cr_expect_eq(system(command), 0);
}

TestSuite(sandbox, .init = make_files, .fini = remove_files);

static void need_kernel(void)
{
    if (getenv("RAPPORTEUR_SANITIZED"))
        cr_skip_test("sanitizers need what the sandbox denies");
    if (kernel_landlock_version() == 0)
        cr_skip_test("this kernel has no Landlock");
    if (!kernel_has_seccomp() || prctl(PR_GET_SECCOMP) != 0)
        cr_skip_test("this kernel has no seccomp, or it is in use here");
}

/* Returns the status of a child that enters the sandbox and makes the attempt, without messages.
 */
static int status_of(const struct options *options, int (*attempt)(void))
{
    int status;
    const pid_t child = fork();
    cr_assert_geq(child, 0);
    if (child == 0) {
        dup2(open("/dev/null", O_WRONLY), STDERR_FILENO);
        _exit(sandbox_enter(options) ? attempt() : COULD_NOT_ENTER);
    }
    cr_assert_eq(waitpid(child, &status, 0), child);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 1000 + WTERMSIG(status);
}

static int outcome(long result)
{
    return result < 0 ? errno : 0;
}

static int read_path(const char *path)
{
    const int fd = open(path, O_RDONLY);
    char byte;
    return fd < 0 ? errno : outcome(read(fd, &byte, 1));
}

static int write_path(const char *path)
{
    return outcome(open(path, O_WRONLY | O_CREAT, 0600));
}

static int reads_record(void)
{
    return read_path("meeting/data/record.json");
}

static int reads_through_link(void)
{
    return read_path("meeting/data/link.json");
}

static int reads_own_figures(void)
{
    return read_path("/proc/self/statm");
}

static void *run_thread(void *context)
{
    return context;
}

static int starts_thread_and_waits(void)
{
    pthread_t thread;
    const int error = pthread_create(&thread, NULL, run_thread, NULL);
    return error ? error : pthread_join(thread, NULL);
}

static int executes(void)
{
    char program[] = "/bin/true", *const arguments[] = {program, NULL}, *const none[] = {NULL};
    return outcome(execve(program, arguments, none));
}

static int executes_opened(void)
{
    char nothing[] = "", *const arguments[] = {nothing, NULL};
    return outcome(
        syscall(SYS_execveat, open_socket, nothing, arguments, arguments, AT_EMPTY_PATH));
}

static int forks(void)
{
    const pid_t child = fork();
    if (child == 0)
        _exit(0);
    return outcome(child);
}

static int writes_outside(void)
{
    return write_path("outside/new");
}

static int overwrites_outside(void)
{
    return write_path("outside/file");
}

static int makes_symbolic_link(void)
{
    return outcome(symlink("file", "outside/link"));
}

static int writes_record(void)
{
    return write_path("meeting/data/record.json");
}

static int reads_outside(void)
{
    return read_path("outside/file");
}

static int reads_users(void)
{
    return read_path("/etc/passwd");
}

static int reads_of_another_process(void)
{
    char path[64];
    snprintf(path, sizeof path, "/proc/%d/statm", (int)getppid());
    return read_path(path);
}

static int removes_record(void)
{
    return outcome(unlink("meeting/data/record.json"));
}

static int changes_mode(void)
{
    return outcome(chmod("meeting/data/record.json", 0777));
}

static int writes_state(void)
{
    const int error = write_path("state/new");
    return error ? error : outcome(rename("state/new", "state/copy"));
}

static int removes_state(void)
{
    return outcome(unlink("state/old"));
}

static int opens_socket(void)
{
    return outcome(socket(AF_INET, SOCK_STREAM, 0));
}

static int opens_socket_of_packets(void)
{
    return outcome(socket(AF_PACKET, SOCK_RAW, 0));
}

static int opens_local_socket(void)
{
    return outcome(socket(AF_UNIX, SOCK_DGRAM, 0));
}

static int takes_port(void)
{
    const struct sockaddr_in any = {.sin_family = AF_INET,
                                    .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    return outcome(bind(open_socket, (const struct sockaddr *)&any, sizeof any));
}

static int connects(void)
{
    const struct sockaddr_in away = {
        .sin_family = AF_INET, .sin_port = htons(9), .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    return outcome(connect(open_socket, (const struct sockaddr *)&away, sizeof away));
}

static int lets_itself_be_traced(void)
{
    return outcome(ptrace(PTRACE_TRACEME, 0, NULL, NULL));
}

static int signals_parent(void)
{
    return outcome(kill(getppid(), 0));
}

static int makes_namespace(void)
{
    return outcome(unshare(CLONE_NEWUSER));
}

static int makes_file_without_name(void)
{
    return outcome(memfd_create("code", 0));
}

static int becomes_root(void)
{
    return outcome(setuid(0));
}

static int reads_memory_of_parent(void)
{
    char byte;
    struct iovec to = {&byte, 1}, from = {&byte, 1};
    return outcome((int)process_vm_readv(getppid(), &to, 1, &from, 1, 0));
}

static int makes_ring_of_calls(void)
{
    char parameters[120] = "";
    return outcome((int)syscall(SYS_io_uring_setup, 1, parameters));
}

static int handles_its_page_faults(void)
{
    return outcome((int)syscall(SYS_userfaultfd, 1)); /* of its own code, which needs no right */
}

static int calls_clone3(void)
{
    return outcome(syscall(SYS_clone3, NULL, 0));
}

struct attempt {
    const char *name;
    int (*make)(void);
    int expected;          /* an errno, or 0 for success */
    int expected_with_url; /* the same with --data https://... --state */
};

#define ATTEMPT(name) #name, name

static const struct attempt attempts[] = {
    {ATTEMPT(reads_record), 0, 0},
    {ATTEMPT(reads_through_link), 0, 0},
    {ATTEMPT(reads_own_figures), 0, 0},
    {ATTEMPT(starts_thread_and_waits), 0, 0},
    {ATTEMPT(opens_local_socket), 0, 0},
    {ATTEMPT(executes), EPERM, EPERM},
    {ATTEMPT(executes_opened), EPERM, EPERM},
    {ATTEMPT(forks), EPERM, EPERM},
    {ATTEMPT(writes_outside), EACCES, EACCES},
    {ATTEMPT(overwrites_outside), EACCES, EACCES},
    {ATTEMPT(writes_record), EACCES, EACCES},
    {ATTEMPT(reads_outside), EACCES, EACCES},
    {ATTEMPT(reads_users), EACCES, 0},
    {ATTEMPT(reads_of_another_process), EACCES, EACCES},
    {ATTEMPT(removes_record), EPERM, EACCES},
    {ATTEMPT(changes_mode), EPERM, EPERM},
    {ATTEMPT(writes_state), EACCES, 0},
    {ATTEMPT(removes_state), EPERM, 0},
    {ATTEMPT(opens_socket), EPERM, 0},
    {ATTEMPT(opens_socket_of_packets), EPERM, EPERM},
    {ATTEMPT(takes_port), EPERM, EACCES},
    {ATTEMPT(connects), EPERM, ECONNREFUSED},
    {ATTEMPT(lets_itself_be_traced), EPERM, EPERM},
    {ATTEMPT(signals_parent), EPERM, EPERM},
    {ATTEMPT(makes_namespace), EPERM, EPERM},
    {ATTEMPT(makes_file_without_name), EPERM, EPERM},
    {ATTEMPT(becomes_root), EPERM, EPERM},
    {ATTEMPT(reads_memory_of_parent), EPERM, EPERM},
    {ATTEMPT(makes_ring_of_calls), EPERM, EPERM},
    {ATTEMPT(handles_its_page_faults), EPERM, EPERM},
    {ATTEMPT(calls_clone3), ENOSYS, ENOSYS},
};

static const struct options local = {
    .data = {"meeting/data"}, .data_count = 1, .sandbox = SANDBOX_ENFORCE};
static const struct options with_url = {.data = {"https://localhost/r.json", "meeting/data"},
                                        .data_count = 2,
                                        .state = "state",
                                        .sandbox = SANDBOX_ENFORCE};

Test(sandbox, landlock_abi_is_the_version_of_the_kernel)
{
    cr_expect_eq(landlock_abi(), kernel_landlock_version());
}

Test(sandbox, denies_all_but_reading_the_record)
{
    need_kernel();
    for (size_t i = 0; i < sizeof attempts / sizeof *attempts; i++) {
        const int status = status_of(&local, attempts[i].make);
        cr_expect_eq(status, attempts[i].expected, "%s: %s", attempts[i].name, strerror(status));
    }
}

Test(sandbox, allows_only_what_a_url_needs)
{
    need_kernel();
    for (size_t i = 0; i < sizeof attempts / sizeof *attempts; i++) {
        const int status = status_of(&with_url, attempts[i].make);
        if (attempts[i].make == takes_port && kernel_landlock_version() < 4) {
            fputs("skipped: sandbox::allows_only_what_a_url_needs: takes_port: this kernel's "
                  "Landlock has no rules for ports\n",
                  stderr);
            continue;
        }
        cr_expect_eq(status, attempts[i].expected_with_url, "%s: %s", attempts[i].name,
                     strerror(status));
    }
}

/* Returns the status of a child that is restricted as by a kernel with an earlier Landlock, without
 * seccomp, and makes the attempt. */
static int status_by_landlock(const struct options *options, int abi, int (*attempt)(void))
{
    int status;
    const pid_t child = fork();
    cr_assert_geq(child, 0);
    if (child == 0)
        _exit(prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 && landlock_restrict(options, abi)
                  ? attempt()
                  : COULD_NOT_ENTER);
    cr_assert_eq(waitpid(child, &status, 0), child);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 1000 + WTERMSIG(status);
}

static int empties_outside(void)
{
    return outcome(truncate("outside/file", 0));
}

static int binds_new_socket(void)
{
    open_socket = socket(AF_INET, SOCK_STREAM, 0);
    return takes_port();
}

/* Connects to an abstract socket of the parent. */
static int connects_to_abstract_socket(void)
{
    struct sockaddr_un address = {.sun_family = AF_UNIX};
    const int own = socket(AF_UNIX, SOCK_DGRAM, 0);
    const int length = snprintf(address.sun_path + 1, sizeof address.sun_path - 1,
                                "rapporteur-sandbox-%d", (int)getppid());
    return outcome(
        connect(own, (const struct sockaddr *)&address,
                (socklen_t)(offsetof(struct sockaddr_un, sun_path) + 1 + (size_t)length)));
}

static int bind_abstract_socket(void)
{
    struct sockaddr_un address = {.sun_family = AF_UNIX};
    const int bound = socket(AF_UNIX, SOCK_DGRAM, 0);
    const int length = snprintf(address.sun_path + 1, sizeof address.sun_path - 1,
                                "rapporteur-sandbox-%d", (int)getpid());
    cr_assert_eq(bind(bound, (const struct sockaddr *)&address,
                      (socklen_t)(offsetof(struct sockaddr_un, sun_path) + 1 + (size_t)length)),
                 0);
    return bound;
}

/* Each version of Landlock denies what the versions before it could not. */
Test(sandbox, denies_by_landlock_all_that_its_version_can)
{
    need_kernel();
    static const struct {
        const char *name;
        int (*make)(void);
        int since; /* the first version that denies it */
        int expected, expected_with_url;
    } by_version[] = {
        {ATTEMPT(reads_record), 1, 0, 0},
        {ATTEMPT(reads_outside), 1, EACCES, EACCES},
        {ATTEMPT(writes_outside), 1, EACCES, EACCES},
        {ATTEMPT(makes_symbolic_link), 1, EACCES, EACCES},
        {ATTEMPT(writes_record), 1, EACCES, EACCES},
        {ATTEMPT(removes_record), 1, EACCES, EACCES},
        {ATTEMPT(executes), 1, EACCES, EACCES},
        {ATTEMPT(writes_state), 1, EACCES, 0},
        {ATTEMPT(removes_state), 1, EACCES, 0},
        {ATTEMPT(empties_outside), 3, EACCES, EACCES},
        {ATTEMPT(binds_new_socket), 4, EACCES, EACCES},
        {ATTEMPT(connects), 4, EACCES, ECONNREFUSED},
        {ATTEMPT(signals_parent), 6, EPERM, EPERM},
        {ATTEMPT(connects_to_abstract_socket), 6, EPERM, EPERM},
    };
    const int kernel = kernel_landlock_version(), bound = bind_abstract_socket();
    for (int abi = 1; abi <= kernel && abi <= 6; abi++)
        for (size_t i = 0; i < sizeof by_version / sizeof *by_version; i++) {
            const bool denies = abi >= by_version[i].since;
            const bool tries_to_connect = by_version[i].make == connects;
            const int allowed = tries_to_connect ? ECONNREFUSED : 0;
            write_file("state/old");
            remove("state/copy");
            cr_expect_eq(status_by_landlock(&local, abi, by_version[i].make),
                         denies ? by_version[i].expected : allowed, "%s by version %d",
                         by_version[i].name, abi);
            cr_expect_eq(status_by_landlock(&with_url, abi, by_version[i].make),
                         denies ? by_version[i].expected_with_url : allowed,
                         "%s by version %d with a URL", by_version[i].name, abi);
        }
    close(bound);
}

/* systemd may listen for messages on an abstract socket. */
Test(sandbox, allows_abstract_sockets_if_the_service_manager_has_one)
{
    need_kernel();
    if (kernel_landlock_version() < 6)
        cr_skip_test("this kernel's Landlock has no scopes");
    const int bound = bind_abstract_socket();
    setenv("NOTIFY_SOCKET", "@manager", 1);
    cr_expect_eq(status_by_landlock(&local, 6, connects_to_abstract_socket), 0);
    cr_expect_eq(status_by_landlock(&local, 6, signals_parent), EPERM);
    setenv("NOTIFY_SOCKET", "/run/manager", 1);
    cr_expect_eq(status_by_landlock(&local, 6, connects_to_abstract_socket), EPERM);
    close(bound);
}

Test(sandbox, allows_to_change_only_the_state_folder)
{
    need_kernel();
    struct options without_state = with_url, without_url = local;
    without_state.state = NULL;
    without_url.state = "state";
    cr_expect_eq(status_of(&without_state, opens_socket), 0);
    cr_expect_eq(status_of(&without_state, reads_users), 0);
    cr_expect_eq(status_of(&without_state, writes_state), EACCES);
    cr_expect_eq(status_of(&without_state, removes_state), EPERM);
    cr_expect_eq(status_of(&without_state, removes_record), EPERM);
    cr_expect_eq(status_of(&without_url, opens_socket), EPERM);
    cr_expect_eq(status_of(&without_url, writes_state), 0);
    cr_expect_eq(status_of(&without_url, removes_state), 0);
    cr_expect_eq(status_of(&without_url, removes_record), EACCES);
}

/* Makes the calls fail that a kernel without Landlock or seccomp lacks. Exits on failure. */
static void remove_from_kernel(bool landlock, bool seccomp)
{
    scmp_filter_ctx filter = seccomp_init(SCMP_ACT_ALLOW);
    const struct scmp_arg_cmp set = {0, SCMP_CMP_EQ, PR_SET_SECCOMP, 0};
    int failed = filter ? 0 : 1;
    if (landlock)
        failed |= seccomp_rule_add(filter, SCMP_ACT_ERRNO(ENOSYS), SYS_landlock_create_ruleset, 0);
    if (seccomp) {
        failed |= seccomp_rule_add(filter, SCMP_ACT_ERRNO(ENOSYS), SYS_seccomp, 0);
        failed |= seccomp_rule_add_array(filter, SCMP_ACT_ERRNO(EINVAL), SYS_prctl, 1, &set);
    }
    if (failed || seccomp_load(filter) != 0)
        _exit(COULD_NOT_ENTER);
    seccomp_release(filter);
}

/* Enters the sandbox in a child after `prepare`. Returns whether that succeeded; `written` gets the
 * messages. */
static bool enter_after(void (*prepare)(const void *context), const void *context,
                        enum sandbox_mode mode, char written[2000])
{
    int ends[2], status;
    struct options options = local;
    options.sandbox = mode;
    cr_assert_eq(pipe(ends), 0);
    const pid_t child = fork();
    if (child == 0) {
        dup2(ends[1], STDERR_FILENO);
        prepare(context);
        _exit(sandbox_enter(&options) ? 0 : 1);
    }
    close(ends[1]);
    size_t used = 0;
    for (ssize_t count; (count = read(ends[0], written + used, 1999 - used)) > 0;)
        used += (size_t)count;
    written[used] = '\0';
    close(ends[0]);
    cr_assert_eq(waitpid(child, &status, 0), child);
    cr_assert(WIFEXITED(status) && WEXITSTATUS(status) < 2, "%s", written);
    return WEXITSTATUS(status) == 0;
}

struct kernel {
    bool landlock, seccomp;
};

static void have_kernel(const void *context)
{
    const struct kernel *kernel = context;
    remove_from_kernel(!kernel->landlock, !kernel->seccomp);
}

/* Enters the sandbox on a kernel with or without Landlock and seccomp. */
static bool enter_on_kernel(bool landlock, bool seccomp, enum sandbox_mode mode, char written[2000])
{
    const struct kernel kernel = {landlock, seccomp};
    return enter_after(have_kernel, &kernel, mode, written);
}

Test(sandbox, is_enforced_in_part_on_an_old_kernel_unless_enforce_is_given)
{
    need_kernel();
    static const struct {
        bool landlock, seccomp;
        enum sandbox_mode mode;
        bool entered;
        const char *message;
    } cases[] = {
        {false, true, SANDBOX_IF_POSSIBLE, true,
         "sandbox enforced in part: no Landlock (Function not implemented), seccomp\n"},
        {false, true, SANDBOX_ENFORCE, false,
         "cannot enforce the sandbox on this kernel: no Landlock (Function not implemented), "
         "seccomp\n"},
        {true, false, SANDBOX_IF_POSSIBLE, true, ", no seccomp ("},
        {true, false, SANDBOX_IF_POSSIBLE, true, "sandbox enforced in part: Landlock ABI "},
        {true, false, SANDBOX_ENFORCE, false,
         "cannot enforce the sandbox on this kernel: Landlock ABI "},
        {false, false, SANDBOX_IF_POSSIBLE, true,
         "no sandbox: no Landlock (Function not implemented), no seccomp ("},
        {false, false, SANDBOX_ENFORCE, false,
         "cannot enforce the sandbox on this kernel: no Landlock (Function not implemented), no "
         "seccomp ("},
        {true, false, SANDBOX_WARN, true, "no sandbox: seccomp is unavailable ("},
        {true, true, SANDBOX_IF_POSSIBLE, true, "sandbox enforced: Landlock ABI "},
        {true, true, SANDBOX_ENFORCE, true, ", seccomp\n"},
        {true, true, SANDBOX_WARN, true, "sandbox in warn mode: the kernel logs what"},
        {false, false, SANDBOX_OFF, true, "sandbox off\n"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char written[2000];
        cr_expect_eq(enter_on_kernel(cases[i].landlock, cases[i].seccomp, cases[i].mode, written),
                     cases[i].entered, "case %zu: %s", i, written);
        cr_expect(strstr(written, cases[i].message), "case %zu: %s", i, written);
    }
}

static int entered[2], renamed[2]; /* pipes */

/* Says that the sandbox is entered, and waits for the rename. */
static int reads_the_replaced_folder(void)
{
    char byte = 0;
    if (write(entered[1], &byte, 1) != 1 || read(renamed[0], &byte, 1) != 1)
        return errno;
    return read_path("meeting/data/record.json");
}

/* Rules apply to existing folders; a new folder in the place of the old one must be readable, too.
 */
Test(sandbox, lets_a_folder_of_data_be_replaced)
{
    need_kernel();
    int status;
    char byte = 0;
    cr_assert_eq(mkdir("meeting/next", 0755), 0);
    write_file("meeting/next/record.json");
    cr_assert(pipe(entered) == 0 && pipe(renamed) == 0);
    const pid_t child = fork();
    if (child == 0)
        _exit(sandbox_enter(&local) ? reads_the_replaced_folder() : COULD_NOT_ENTER);
    close(entered[1]);
    cr_assert_eq(read(entered[0], &byte, 1), 1, "the child did not enter the sandbox");
    cr_assert_eq(rename("meeting/data", "meeting/old"), 0);
    cr_assert_eq(rename("meeting/next", "meeting/data"), 0);
    cr_assert_eq(write(renamed[1], &byte, 1), 1);
    cr_assert_eq(waitpid(child, &status, 0), child);
    cr_expect_eq(status, 0, "%s", strerror(WEXITSTATUS(status)));
}

Test(sandbox, denies_nothing_if_it_only_warns)
{
    need_kernel();
    struct options warning = local;
    warning.sandbox = SANDBOX_WARN;
    cr_expect_eq(status_of(&warning, writes_outside), 0);
    cr_expect_eq(status_of(&warning, executes), 0, "/bin/true");
    cr_expect_eq(status_of(&warning, opens_socket), 0);
}

Test(sandbox, changes_nothing_if_it_is_off)
{
    struct options off = local;
    off.sandbox = SANDBOX_OFF;
    cr_expect_eq(status_of(&off, writes_outside), 0);
    cr_expect_eq(prctl(PR_GET_NO_NEW_PRIVS, 0, 0, 0, 0), 0);
}

static unsigned long long effective_capabilities(void)
{
    unsigned long long set = ~0ULL;
    char line[256];
    FILE *file = fopen("/proc/self/status", "r");
    while (file && fgets(line, sizeof line, file))
        if (sscanf(line, "CapEff: %llx", &set) == 1)
            break;
    if (file)
        fclose(file);
    return set;
}

/* Returns the remaining capabilities to use files of others, as exit status; 1 << 7 for any other.
 */
static int remaining_capabilities(void)
{
    const unsigned long long set = effective_capabilities();
    return set > 7 ? 1 << 7 : (int)set;
}

static void need_root(void)
{
    if (geteuid() != 0 || (effective_capabilities() & 0xff) != 0xff)
        cr_skip_test("only root has rights to give up");
}

enum {
    DAC_OVERRIDE = 1 << 1,
    DAC_READ_SEARCH = 1 << 2
};

Test(sandbox, leaves_root_only_the_capability_that_it_needs)
{
    need_kernel();
    need_root();
    cr_expect_eq(status_of(&local, remaining_capabilities), 0);
    cr_assert_eq(
        chown("meeting/data/record.json", 1000, 1000) | chmod("meeting/data/record.json", 0600), 0);
    cr_expect_eq(status_of(&local, remaining_capabilities), DAC_READ_SEARCH);
    cr_expect_eq(status_of(&local, reads_record), 0, "the record is readable");
    cr_expect_eq(status_of(&local, reads_outside), EACCES, "Landlock limits the capability");
    cr_assert_eq(chown("state", 1000, 1000), 0);
    cr_expect_eq(status_of(&with_url, remaining_capabilities), DAC_OVERRIDE | DAC_READ_SEARCH);
    cr_expect_eq(status_of(&with_url, writes_state), 0);
}

/* A data file that is named, the folder of one, and a certificate's key. */
Test(sandbox, keeps_the_capability_for_every_named_path)
{
    need_kernel();
    need_root();
    struct options file = local, key = local;
    file.data[0] = "meeting/data/record.json";
    key.tls_key = "outside/file";
    cr_expect_eq(status_of(&file, remaining_capabilities), 0);
    cr_assert_eq(
        chown("meeting/data/record.json", 1000, 1000) | chmod("meeting/data/record.json", 0600), 0);
    cr_expect_eq(status_of(&file, remaining_capabilities), DAC_READ_SEARCH);
    cr_assert_eq(chmod("meeting/data/record.json", 0644), 0);
    cr_expect_eq(status_of(&key, remaining_capabilities), 0);
    cr_assert_eq(chown("outside/file", 1000, 1000) | chmod("outside/file", 0600), 0);
    cr_expect_eq(status_of(&key, remaining_capabilities), DAC_READ_SEARCH);
    cr_assert_eq(chown("meeting/data", 1000, 1000) | chmod("meeting/data", 0700), 0);
    cr_expect_eq(status_of(&local, remaining_capabilities), DAC_READ_SEARCH);
}

static int stays_nobody(void)
{
    const bool nobody = getuid() == 65534 && geteuid() == 65534 && getgid() == 65534;
    return nobody && setuid(0) != 0 && remaining_capabilities() == 0 ? reads_record()
                                                                     : COULD_NOT_ENTER;
}

Test(sandbox, switches_to_the_user_that_root_names)
{
    need_kernel();
    need_root();
    static const char *const refused[] = {"root", "0", "nobody-of-this-name", "", "-1", "1x"};
    struct options options = local;
    cr_assert_eq(chmod(folder, 0755), 0);
    options.user = "nobody";
    cr_expect_eq(status_of(&options, stays_nobody), 0, "by name");
    options.user = "65534";
    cr_expect_eq(status_of(&options, stays_nobody), 0, "by number");
    options.sandbox = SANDBOX_OFF;
    cr_expect_eq(status_of(&options, stays_nobody), 0, "without a sandbox, too");
    for (size_t i = 0; i < sizeof refused / sizeof *refused; i++) {
        options.user = refused[i];
        cr_expect_eq(status_of(&options, reads_record), COULD_NOT_ENTER, "\"%s\"", refused[i]);
    }
}

/* Lets a system call fail with a number that no other failure has. */
static void deny_call(const void *context)
{
    const int *call = context;
    scmp_filter_ctx filter = seccomp_init(SCMP_ACT_ALLOW);
    if (!filter || seccomp_rule_add(filter, SCMP_ACT_ERRNO(EDQUOT), *call, 0) != 0 ||
        seccomp_load(filter) != 0)
        _exit(COULD_NOT_ENTER);
    seccomp_release(filter);
}

Test(sandbox, each_step_of_landlock_that_fails_is_named_with_its_reason)
{
    need_kernel();
    static const int calls[] = {SYS_landlock_create_ruleset, SYS_landlock_add_rule,
                                SYS_landlock_restrict_self};
    for (size_t i = 0; i < 3; i++) {
        char written[2000];
        cr_expect(enter_after(deny_call, &calls[i], SANDBOX_IF_POSSIBLE, written), "%s", written);
        cr_expect(strstr(written, "sandbox enforced in part: no Landlock (Disk quota exceeded), "
                                  "seccomp\n"),
                  "%zu: %s", i, written);
        cr_expect_not(enter_after(deny_call, &calls[i], SANDBOX_ENFORCE, written), "%s", written);
    }
}

/* The library tells no more of a failed call than that it gave up. */
Test(sandbox, a_filter_of_calls_that_the_kernel_refuses_is_named_with_its_reason)
{
    need_kernel();
    static const int call = SYS_seccomp;
    char written[2000];
    cr_expect(enter_after(deny_call, &call, SANDBOX_IF_POSSIBLE, written), "%s", written);
    cr_expect(strstr(written, "no seccomp (Operation canceled)"), "%s", written);
    cr_expect_not(enter_after(deny_call, &call, SANDBOX_ENFORCE, written), "%s", written);
}

struct failure {
    enum failing_call call;
    int index;
    bool entered;
    const char *message;
};

static void let_fail(const void *context)
{
    const struct failure *failure = context;
    failing_call_set(failure->call, failure->index, EDQUOT);
}

static void expect_messages(const struct failure *failures, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        char written[2000];
        cr_expect_eq(enter_after(let_fail, &failures[i], SANDBOX_IF_POSSIBLE, written),
                     failures[i].entered, "%zu: %s", i, written);
        cr_expect(strstr(written, failures[i].message), "%zu: %s", i, written);
    }
}

Test(sandbox, the_server_does_not_start_if_programs_could_gain_rights)
{
    need_kernel();
    static const struct failure failures[] = {
        {CALL_PRCTL, 0, false, "cannot set no_new_privs: Disk quota exceeded\n"}};
    expect_messages(failures, 1);
}

/* The first two calls empty sets that only started programs would use. */
Test(sandbox, the_server_does_not_start_with_capabilities_that_it_cannot_drop)
{
    need_kernel();
    need_root();
    static const struct failure failures[] = {
        {CALL_CAPNG_APPLY, 0, true, "without capabilities"},
        {CALL_CAPNG_APPLY, 1, true, "without capabilities"},
        {CALL_CAPNG_APPLY, 2, false, "cannot drop capabilities: Disk quota exceeded\n"},
        {CALL_CAPNG_APPLY, 3, false, "cannot drop capabilities: Disk quota exceeded\n"}};
    expect_messages(failures, 4);
}

Test(sandbox, root_that_cannot_try_another_user_stays_root_and_says_so)
{
    need_kernel();
    need_root();
    static const struct failure failures[] = {
        {CALL_PIPE, 0, true,
         "running as root (it cannot switch to another user), without capabilities; name another "
         "user with --user\n"},
        {CALL_FORK, 0, true,
         "running as root (it cannot switch to another user), without capabilities; name another "
         "user with --user\n"}};
    expect_messages(failures, 2);
}
