/* Messages to the service manager, as sd_notify(3) sends them. */
#include "served.h"

#include <criterion/criterion.h>
#include <signal.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <sys/un.h>
#include <time.h>
#include <unistd.h>

/* Binds a socket and names it in NOTIFY_SOCKET for servers that are started later. Receiving times
 * out after four minutes, which only ends a test that waits in vain. */
static int listen_as_manager(const char *name)
{
    struct sockaddr_un address = {.sun_family = AF_UNIX};
    const struct timeval timeout = {.tv_sec = 240};
    const int manager = socket(AF_UNIX, SOCK_DGRAM, 0);
    snprintf(address.sun_path, sizeof address.sun_path, "%s", name);
    if (*name == '@')
        address.sun_path[0] = '\0';
    const size_t size = offsetof(struct sockaddr_un, sun_path) + strlen(name);
    cr_assert_eq(bind(manager, (struct sockaddr *)&address, (socklen_t)size), 0);
    cr_assert_eq(setsockopt(manager, SOL_SOCKET, SO_RCVTIMEO, &timeout, sizeof timeout), 0);
    cr_assert_eq(setenv("NOTIFY_SOCKET", name, 1), 0);
    return manager;
}

static char received[1000];

/* Receives the next message. */
static void receive(int manager)
{
    const ssize_t length = recv(manager, received, sizeof received - 1, 0);
    cr_assert_geq(length, 0);
    received[length] = '\0';
}

/* Receives messages up to the one that has a line, as the service manager reads them. */
static void expect_line(int manager, const char *line)
{
    const size_t length = strlen(line);
    for (int i = 0; i < 20; i++) {
        receive(manager);
        for (const char *at = received; (at = strstr(at, line)); at++)
            if ((at == received || at[-1] == '\n') && (!at[length] || at[length] == '\n'))
                return;
    }
    cr_assert_fail("no message has the line %s", line);
}

static void expect_both_states(const char *name)
{
    const int manager = listen_as_manager(name);
    server_start(&served, NULL);
    expect_line(manager, "READY=1");
    cr_expect_eq(server_stop(&served), 0);
    expect_line(manager, "STOPPING=1");
    close(manager);
}

Test(service_manager, is_notified_of_readiness_and_of_the_stop)
{
    char name[64];
    snprintf(name, sizeof name, "/tmp/rapporteur-manager-%d", (int)getpid());
    expect_both_states(name);
    unlink(name);
    snprintf(name, sizeof name, "@rapporteur-manager-%d", (int)getpid());
    expect_both_states(name);
}

Test(service_manager, socket_that_cannot_be_reached_is_ignored)
{
    static const char *const names[] = {"/nowhere/at/all", "", "@", "relative"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        setenv("NOTIFY_SOCKET", names[i], 1);
        server_start(&served, NULL);
        cr_expect_eq(server_stop(&served), 0, "%s", names[i]);
    }
}

static char record_path[64];

/* Replaces the record in one step. */
static void write_record(const char *text)
{
    char new_path[80];
    snprintf(new_path, sizeof new_path, "%s.new", record_path);
    FILE *file = fopen(new_path, "w");
    cr_assert(file);
    fputs(text, file);
    cr_assert_eq(fclose(file), 0);
    cr_assert_eq(rename(new_path, record_path), 0);
}

/* A record file, a server that serves it, and its service manager. */
static int start_with_record(char name[64])
{
    snprintf(name, 64, "/tmp/rapporteur-manager-%d", (int)getpid());
    snprintf(record_path, sizeof record_path, "/tmp/rapporteur-record-%d.json", (int)getpid());
    write_record("{\"topics\":[{\"id\":\"tides\",\"label\":\"Tides\"}]}");
    const int manager = listen_as_manager(name);
    server_start(&served, (const char *const[]){"--data", record_path, NULL});
    expect_line(manager, "READY=1");
    return manager;
}

static void stop_with_record(int manager, const char *name)
{
    cr_expect_eq(server_stop(&served), 0);
    close(manager);
    unlink(name);
    unlink(record_path);
}

/* Sends SIGHUP, and expects the start and the end of the reload. Returns the STATUS= of its end. */
static const char *reload(int manager)
{
    struct timespec before;
    clock_gettime(CLOCK_MONOTONIC, &before);
    kill(served.pid, SIGHUP);
    expect_line(manager, "RELOADING=1");
    const char *time = strstr(received, "\nMONOTONIC_USEC=");
    cr_assert(time, "%s", received);
    cr_expect_geq(strtoll(time + strlen("\nMONOTONIC_USEC="), NULL, 10),
                  before.tv_sec * 1000000LL + before.tv_nsec / 1000);
    expect_line(manager, "READY=1");
    const char *status = strstr(received, "\nSTATUS=");
    cr_assert(status, "%s", received);
    return status + 1;
}

Test(service_manager, is_notified_of_the_start_and_the_end_of_a_reload)
{
    char name[64];
    const int manager = start_with_record(name);
    const char *status = reload(manager);
    cr_expect_eq(strncmp(status, "STATUS=serving version ", 23), 0, "%s", status);
    stop_with_record(manager, name);
}

Test(service_manager, is_told_why_a_reload_failed)
{
    char name[64];
    const int manager = start_with_record(name);
    write_record("{\"topics\":[{\"id\":\"tides\"}]}");
    const char *status = reload(manager);
    cr_expect(strstr(status, "STATUS=the last load failed, still serving version "), "%s", status);
    cr_expect(strstr(status, record_path), "%s", status);
    cr_expect_null(strchr(status, '\n'), "%s", status);
    write_record("{\"topics\":[{\"id\":\"tides\",\"label\":\"Tides\"}]}");
    cr_expect_null(strstr(reload(manager), "failed"), "%s", received);
    stop_with_record(manager, name);
}
