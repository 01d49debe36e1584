/* ready PID: the health check of a container, whose server may have its flags as arguments. */
#include "certificate.h"
#include "orphans.h"
#include "served.h"

#include <criterion/criterion.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <sys/wait.h>
#include <unistd.h>

static char address[32];

static void choose_address(void)
{
    snprintf(address, sizeof address, "127.0.0.1:%d", free_port());
}

TestSuite(ready, .init = choose_address);

static void expect_ready(pid_t pid)
{
    char number[16], output[400];
    snprintf(number, sizeof number, "%d", (int)pid);
    const char *const ready[] = {"ready", number, NULL};
    cr_expect_eq(program_run_ready(ready, output, sizeof output), 0, "%s", output);
}

/* Expects that a server with these flags is ready, by the number of its process alone. */
static void expect_found(const char *const *arguments)
{
    server_start(&served, arguments);
    expect_ready(served.pid);
    cr_expect_eq(server_stop(&served), 0);
}

Test(ready, finds_the_address_that_a_process_has_as_an_argument)
{
    expect_found((const char *const[]){"--listen", address, NULL});
}

Test(ready, finds_the_admin_address_of_a_process)
{
    expect_found((const char *const[]){"--admin-listen", address, NULL});
}

Test(ready, uses_tls_if_the_process_does)
{
    char folder[] = "/tmp/rapporteur-ready-XXXXXX", certificate[64], key[64], command[64];
    cr_assert(mkdtemp(folder));
    snprintf(certificate, sizeof certificate, "%s/certificate.pem", folder);
    snprintf(key, sizeof key, "%s/key.pem", folder);
    certificate_write_pair(certificate, key, 1);
    expect_found((const char *const[]){"--listen", address, "--tls-cert", certificate, "--tls-key",
                                       key, NULL});
    snprintf(command, sizeof command, "rm -rf %s", folder);
    cr_assert_eq(system(command), 0);
}

/* Starts a process as docker --init does: its command line is that of a server after its own words.
 * Returns when it has become the shell. */
static pid_t start_init(void)
{
    int status;
    const pid_t init = orphans_fork();
    if (init == 0) {
        execl("/bin/sh", "init", "-c", "kill -STOP $$", "--", "/usr/bin/rapporteur", "--listen",
              address, (char *)NULL);
        _exit(127);
    }
    cr_assert(waitpid(init, &status, WUNTRACED) == init && WIFSTOPPED(status));
    return init;
}

Test(ready, finds_the_flags_behind_an_init)
{
    server_start(&served, (const char *const[]){"--listen", address, NULL});
    const pid_t init = start_init();
    expect_ready(init);
    kill(init, SIGKILL);
    orphans_wait(init);
    cr_expect_eq(server_stop(&served), 0);
}

Test(ready, fails_if_the_server_of_the_process_does_not_answer)
{
    char number[16], output[400];
    const pid_t init = start_init();
    snprintf(number, sizeof number, "%d", (int)init);
    const char *const ready[] = {"ready", number, NULL};
    cr_expect_eq(program_run(ready, output, sizeof output), 1);
    cr_expect(strstr(output, " is not ready: "), "%s", output);
    kill(init, SIGKILL);
    orphans_wait(init);
}

Test(ready, uses_the_environment_if_the_process_is_no_server)
{
    server_start(&served, (const char *const[]){"--listen", address, NULL});
    setenv("RAPPORTEUR_LISTEN", address, 1);
    expect_ready(getpid());
    expect_ready(1 << 30);
    cr_expect_eq(server_stop(&served), 0);
}
