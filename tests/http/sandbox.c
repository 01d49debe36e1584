/* --sandbox and --user: log lines, the restrictions that the kernel reports, and that the server
 * still works. The other HTTP tests run in the sandbox, too, if the kernel supports it. */
#include "../kernel_sandbox.h"
#include "certificate.h"
#include "served.h"

#include <criterion/criterion.h>
#include <dirent.h>
#include <linux/capability.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static char folder[] = "/tmp/rapporteur-sandboxed-XXXXXX";

static void start(void)
{
    cr_assert(mkdtemp(folder));
    cr_assert_eq(chdir(folder), 0);
    cr_assert_eq(mkdir("data", 0755) | mkdir("tls", 0700), 0);
}

static void stop(void)
{
    char command[64];
    snprintf(command, sizeof command, "rm -rf %s", folder);
    cr_expect_eq(system(command), 0);
}

TestSuite(sandbox, .init = start, .fini = stop);

static void write_record(const char *label)
{
    FILE *file = fopen("data/.new", "w");
    cr_assert(file);
    fprintf(file,
            "{\"documents\": [{\"id\": \"minutes\", \"title\": \"Minutes\", \"sources\": "
            "[{\"document\": \"minutes\", \"lines\": \"1\"}]}],\n"
            " \"topics\": [{\"id\": \"tide\", \"label\": \"%s\", \"sources\": [{\"document\": "
            "\"minutes\", \"lines\": \"1\"}]}]}\n",
            label);
    cr_assert_eq(fclose(file), 0);
    cr_assert_eq(rename("data/.new", "data/record.json"), 0);
}

/* Runs the program on an empty data file, so that it ends. Writes its output to `said` and returns
 * its exit status. */
static int run_on_empty_file(const char *const *more, char *said, size_t size)
{
    const char *arguments[16] = {"--data", "data", "--listen", "127.0.0.1:0"};
    for (size_t i = 0; more && more[i]; i++)
        arguments[4 + i] = more[i];
    FILE *broken = fopen("data/record.json", "w");
    cr_assert(broken && fclose(broken) == 0);
    return program_run(arguments, said, size);
}

static void need_kernel(void)
{
    if (getenv("RAPPORTEUR_SANITIZED"))
        cr_skip_test("sanitizers need system calls that the sandbox denies");
    if (kernel_landlock_version() == 0 || !kernel_has_seccomp())
        cr_skip_test("this kernel cannot enforce a sandbox");
}

/* Returns a number from a status file in /proc, of a process or thread. */
static unsigned long long status_number(const char *path, const char *name)
{
    unsigned long long number = ~0ULL;
    char line[256];
    FILE *file = fopen(path, "r");
    cr_assert(file, "%s", path);
    while (fgets(line, sizeof line, file))
        if (strncmp(line, name, strlen(name)) == 0 && line[strlen(name)] == ':')
            number = strtoull(line + strlen(name) + 1, NULL, strcmp(name, "CapEff") ? 10 : 16);
    fclose(file);
    return number;
}

static void expect_restricted(const char *path)
{
    cr_expect_eq(status_number(path, "NoNewPrivs"), 1, "%s", path);
    cr_expect_eq(status_number(path, "Seccomp"), 2, "%s", path);
    cr_expect_eq(status_number(path, "CapEff"), 0, "%s", path);
}

/* Returns the number of threads, and expects that each of them is restricted. */
static size_t expect_restricted_threads(void)
{
    char tasks[64], path[400];
    size_t count = 0;
    snprintf(tasks, sizeof tasks, "/proc/%d/task", (int)served.pid);
    DIR *threads = opendir(tasks);
    cr_assert(threads);
    for (const struct dirent *entry; (entry = readdir(threads));) {
        if (*entry->d_name == '.')
            continue;
        snprintf(path, sizeof path, "%s/%s/status", tasks, entry->d_name);
        expect_restricted(path);
        count++;
    }
    closedir(threads);
    return count;
}

static void expect_every_thread_restricted(void)
{
    size_t count = 0;
    for (int i = 0; i < MOMENTS && (count = expect_restricted_threads()) < 4; i++)
        pause_a_moment();
    cr_expect_geq(count, 4, "fewer threads than those that answer, log and load");
}

Test(sandbox, covers_all_threads_and_allows_reload)
{
    need_kernel();
    write_record("Ebb");
    certificate_write_pair("tls/certificate.pem", "tls/key.pem", 1);
    server_start(&served, (const char *const[]){"--data", "data", "--sandbox=enforce", "--threads",
                                                "2", "--access-log", "--watch", "--tls-cert",
                                                "tls/certificate.pem", "--tls-key", "tls/key.pem",
                                                "--head-seconds", "3600", NULL});
    client_init(&client, served.url);
    client.authorities = "tls/certificate.pem";
    cr_expect(client_waits_for_text(&client, "/topics/tide", "\"Ebb\""));
    expect_every_thread_restricted();
    write_record("Flow");
    cr_expect(client_waits_for_text(&client, "/topics/tide", "\"Flow\""));
    cr_expect(client_waits_for_text(&client, "/metrics", "process_resident_memory_bytes "));
    certificate_write_pair("tls/new.pem", "tls/new-key.pem", 2);
    cr_assert_eq(rename("tls/new.pem", "tls/certificate.pem"), 0);
    cr_assert_eq(rename("tls/new-key.pem", "tls/key.pem"), 0);
    kill(served.pid, SIGHUP);
    char said[4096] = "";
    FILE *errors = fdopen(dup(served.errors), "r");
    while (fgets(said, sizeof said, errors) && !strstr(said, "certificate"))
        continue;
    fclose(errors);
    cr_expect(strstr(said, "Z info rapporteur: reloaded the certificate\n"), "%s", said);
    client_finish(&client);
    client_init(&client, served.url);
    client.authorities = "tls/certificate.pem";
    cr_expect(client_waits_for_text(&client, "/topics/tide", "\"Flow\""),
              "no answer with the new certificate");
    client_finish(&client);
    cr_expect_eq(server_stop(&served), 0);
}

Test(sandbox, both_parts_are_enforced_if_the_kernel_has_them)
{
    static const char *const modes[] = {"--sandbox=enforce", NULL};
    char said[2048], expected[80];
    need_kernel();
    snprintf(expected, sizeof expected, "rapporteur: sandbox enforced: Landlock ABI %d, seccomp\n",
             kernel_landlock_version());
    for (size_t i = 0; i < 2; i++) {
        run_on_empty_file((const char *const[]){modes[i], NULL}, said, sizeof said);
        cr_expect(strstr(said, expected), "%s", said);
    }
}

Test(sandbox, off_is_logged)
{
    char said[2048];
    run_on_empty_file((const char *const[]){"--sandbox=off", NULL}, said, sizeof said);
    cr_expect(strstr(said, "rapporteur: sandbox off\n"), "%s", said);
    setenv("RAPPORTEUR_SANDBOX", "off", 1);
    run_on_empty_file(NULL, said, sizeof said);
    cr_expect(strstr(said, "rapporteur: sandbox off\n"), "%s", said);
}

Test(sandbox, warn_logs_what_it_does_not_enforce)
{
    char said[2048];
    need_kernel();
    run_on_empty_file((const char *const[]){"--sandbox", "warn", NULL}, said, sizeof said);
    cr_expect(strstr(said,
                     "rapporteur: sandbox in warn mode: the kernel logs what seccomp would deny; "
                     "Landlock is not used\n"),
              "%s", said);
}

Test(sandbox, unknown_mode_and_unknown_user_are_refused)
{
    char said[2048];
    cr_expect_eq(
        run_on_empty_file((const char *const[]){"--sandbox=strict", NULL}, said, sizeof said), 2);
    cr_expect(strstr(said, "--sandbox takes off|warn|enforce, not \"strict\"\n"), "%s", said);
    cr_expect_eq(run_on_empty_file((const char *const[]){"--user", "nobody-at-all", NULL}, said,
                                   sizeof said),
                 1);
    cr_expect(strstr(said, "rapporteur: cannot switch to user \"nobody-at-all\": no such user\n"),
              "%s", said);
}

Test(sandbox, a_user_may_be_a_number_of_any_digits)
{
    if (geteuid() != 0 || getenv("RAPPORTEUR_SANITIZED"))
        cr_skip_test("only root can change the user");
    char said[2048];
    cr_assert_eq(chmod(folder, 0755), 0);
    cr_expect_eq(
        run_on_empty_file((const char *const[]){"--user", "1234567890", NULL}, said, sizeof said),
        65, "%s", said);
    cr_expect_eq(
        run_on_empty_file((const char *const[]){"--user", "12345:", NULL}, said, sizeof said), 1,
        "%s", said);
    cr_expect_eq(
        run_on_empty_file((const char *const[]){"--user", "/12345", NULL}, said, sizeof said), 1,
        "%s", said);
}

/* Returns the user id of a server that root starts without --user. `data` may be NULL. */
static long user_with(const char *data)
{
    char path[64];
    server_start(&served, (const char *const[]){data ? "--data" : NULL, data, NULL});
    snprintf(path, sizeof path, "/proc/%d/status", (int)served.pid);
    const long user = status_number(path, "Uid");
    cr_expect_eq(status_number(path, "CapEff"), 0);
    cr_expect_eq(server_stop(&served), 0);
    return user;
}

Test(sandbox, root_becomes_nobody_unless_only_root_can_read_the_data)
{
    if (geteuid() != 0 || getenv("RAPPORTEUR_SANITIZED"))
        cr_skip_test("only root can change the user");
    write_record("Ebb");
    cr_expect_eq(user_with(NULL), 65534);
    cr_assert_eq(chmod(folder, 0755), 0);
    cr_expect_eq(user_with("data"), 65534);
    cr_assert_eq(chmod(folder, 0700), 0);
    cr_expect_eq(user_with("data"), 0);
}

Test(sandbox, root_is_warned_with_the_first_path_that_needs_a_capability)
{
    if (geteuid() != 0 || getenv("RAPPORTEUR_SANITIZED"))
        cr_skip_test("only root has capabilities");
    static const char *const arguments[] = {"--data",   "data/record.json", "--texts",
                                            "data",     "--data",           "tls/no.json",
                                            "--listen", "127.0.0.1:0",      NULL};
    char said[2048];
    write_record("Ebb");
    cr_expect_eq(program_run(arguments, said, sizeof said), 1);
    cr_expect(strstr(said, "user nobody cannot use data/record.json), without capabilities; name"),
              "%s", said);
    if (!(status_number("/proc/self/status", "CapEff") & 1 << CAP_DAC_READ_SEARCH))
        cr_skip_test("this root has not the capability");
    cr_assert_eq(chown("data/record.json", 65534, 65534) | chmod("data/record.json", 0), 0);
    cr_expect_eq(program_run(arguments, said, sizeof said), 1);
    cr_expect(strstr(said, "user nobody cannot use data/record.json), keeping the capability that "
                           "it needs to use data/record.json; name another user with --user\n"),
              "%s", said);
}

/* Writes a record with the text "Ebb", which has an access mode. */
static void write_record_with_text(mode_t mode)
{
    FILE *record = fopen("data/record.json", "w"), *text = fopen("data/minutes.txt", "w");
    cr_assert(record && text);
    fputs("{\"documents\": [{\"id\": \"minutes\", \"title\": \"Minutes\", \"sources\": "
          "[{\"document\": \"minutes\"}], \"text_file\": \"minutes.txt\", \"sha256\": "
          "\"3e8b132fad544d9568485221f2eaf5a30408a053f2a2aeadbd7f3a27eb3f406f\"}]}",
          record);
    fputs("Ebb", text);
    cr_assert_eq(fclose(record) | fclose(text) | chmod("data/minutes.txt", mode), 0);
}

Test(sandbox, root_stays_root_for_a_text_that_only_root_can_read)
{
    if (geteuid() != 0 || getenv("RAPPORTEUR_SANITIZED"))
        cr_skip_test("only root can change the user");
    cr_assert_eq(chmod(folder, 0755), 0);
    write_record_with_text(0600);
    cr_expect_eq(user_with("data"), 0);
    cr_expect_eq(user_with("data/record.json"), 0);
    write_record_with_text(0644);
    cr_expect_eq(user_with("data"), 65534);
}

/* A key that only root can read is reported at the start, not at the first reload. */
Test(sandbox, user_flag_applies_to_every_file_and_allows_reload)
{
    if (geteuid() != 0 || getenv("RAPPORTEUR_SANITIZED"))
        cr_skip_test("only root can change the user");
    char said[2048], path[64];
    cr_assert_eq(chmod(folder, 0755), 0);
    certificate_write_pair("tls/certificate.pem", "tls/key.pem", 1);
    cr_expect_eq(run_on_empty_file((const char *const[]){"--user", "65534", "--tls-cert",
                                                         "tls/certificate.pem", "--tls-key",
                                                         "tls/key.pem", NULL},
                                   said, sizeof said),
                 1);
    cr_expect(strstr(said, "cannot use TLS with tls/certificate.pem: Permission denied\n"), "%s",
              said);
    write_record("Ebb");
    server_start(&served, (const char *const[]){"--data", "data", "--user", "65534", NULL});
    client_init(&client, served.url);
    cr_expect(client_waits_for_text(&client, "/topics/tide", "\"Ebb\""));
    snprintf(path, sizeof path, "/proc/%d/status", (int)served.pid);
    cr_expect_eq(status_number(path, "Uid"), 65534);
    cr_expect_eq(status_number(path, "CapEff"), 0);
    write_record("Flow");
    kill(served.pid, SIGHUP);
    cr_expect(client_waits_for_text(&client, "/topics/tide", "\"Flow\""));
    cr_expect(client_waits_for_text(&client, "/metrics", "process_open_fds "));
    client_finish(&client);
    cr_expect_eq(server_stop(&served), 0);
}
