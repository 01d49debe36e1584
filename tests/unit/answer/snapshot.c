/* Snapshots can be replaced while they are read. */
#define _GNU_SOURCE /* ptrace(2), pthread_timedjoin_np(3) */

#include "answer/snapshot.h"

#include "unit/failing_memory.h"

#include <criterion/criterion.h>
#include <errno.h>
#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/ptrace.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static struct snapshots snapshots;
static struct snapshot_reader reader;

Test(snapshot, is_null_before_the_first_is_published)
{
    snapshots_init(&snapshots);
    snapshots_join(&snapshots, &reader, false);
    cr_expect_null(snapshots_enter(&snapshots, &reader));
    snapshots_leave(&reader);
    snapshots_finish(&snapshots);
}

/* The next test runs a reader in a process that it stops after each instruction (ptrace(2)). */
static struct snapshot *old;
static long old_is_destroyed; /* written by the test */

enum outcome {
    READ,
    NOT_ANNOUNCED, /* the publisher does not see the announcement */
    READ_AFTER_DESTRUCTION,
    CANNOT_BE_TRACED
};

static enum outcome read_once(void)
{
    if (ptrace(PTRACE_TRACEME, 0, NULL, NULL) != 0)
        return CANNOT_BE_TRACED;
    raise(SIGSTOP);
    const struct snapshot *snapshot = snapshots_enter(&snapshots, &reader);
    if (atomic_load(&reader.hazard) != snapshot)
        return NOT_ANNOUNCED;
    return old_is_destroyed && snapshot == old ? READ_AFTER_DESTRUCTION : READ;
}

/* Executes `count` instructions. Returns false if the process ends earlier. */
static bool step(pid_t pid, int count)
{
    int status;
    for (int i = 0; i < count; i++) {
        ptrace(PTRACE_SINGLESTEP, pid, NULL, NULL);
        if (waitpid(pid, &status, 0) != pid || !WIFSTOPPED(status))
            return false;
    }
    return true;
}

/* Does the work of snapshots_publish in a stopped process: replaces the snapshot, and destroys the
 * old one unless it is announced. */
static void publish_in(pid_t pid, struct snapshot *next)
{
    ptrace(PTRACE_POKEDATA, pid, &snapshots.current, next);
    if (ptrace(PTRACE_PEEKDATA, pid, &reader.hazard, NULL) != (long)old)
        ptrace(PTRACE_POKEDATA, pid, &old_is_destroyed, 1L);
}

/* Publishes after `count` instructions of a reader. Returns false if it ends earlier. */
static bool publish_after(int count, struct snapshot *next, enum outcome *ret_outcome)
{
    int status;
    const pid_t pid = fork();
    cr_assert_geq(pid, 0);
    if (pid == 0)
        _exit(read_once());
    cr_assert_eq(waitpid(pid, &status, 0), pid);
    const bool stopped = WIFSTOPPED(status) && step(pid, count);
    if (stopped) {
        publish_in(pid, next);
        ptrace(PTRACE_DETACH, pid, NULL, NULL);
        cr_assert_eq(waitpid(pid, &status, 0), pid);
    }
    *ret_outcome = WIFEXITED(status) ? (enum outcome)WEXITSTATUS(status) : READ;
    return stopped;
}

Test(snapshot, is_not_destroyed_while_it_is_read)
{
    if (getenv("RAPPORTEUR_SANITIZED"))
        cr_skip_test("a sanitizer adds thousands of instructions");
    struct snapshot *next = snapshot_create((struct snapshot_data){NULL, NULL, NULL}, 1, 0);
    enum outcome outcome;
    int count = 0;
    old = snapshot_create((struct snapshot_data){NULL, NULL, NULL}, 1, 0);
    cr_assert(old && next);
    snapshots_init(&snapshots);
    snapshots_join(&snapshots, &reader, true);
    snapshots_publish(&snapshots, old);
    for (; publish_after(count, next, &outcome); count++) {
        cr_assert_neq(outcome, NOT_ANNOUNCED, "after %d instructions", count);
        cr_assert_neq(outcome, READ_AFTER_DESTRUCTION, "after %d instructions", count);
    }
    if (outcome == CANNOT_BE_TRACED)
        cr_skip_test("a process cannot be traced here");
    cr_expect_gt(count, 10, "only %d instructions were executed", count);
    snapshots_finish(&snapshots);
    snapshot_destroy(next);
}

static void publish(void)
{
    struct snapshot *snapshot = snapshot_create((struct snapshot_data){NULL, NULL, NULL}, 1, 0);
    cr_assert(snapshot);
    snapshots_publish(&snapshots, snapshot);
}

/* Returns the current snapshot with a reference. */
static struct snapshot *retain_current(void)
{
    struct snapshot *snapshot = snapshots_enter(&snapshots, &reader);
    snapshots_retain(&snapshots, snapshot);
    snapshots_leave(&reader);
    return snapshot;
}

Test(snapshot, with_a_reference_is_kept_when_it_is_replaced)
{
    snapshots_init(&snapshots);
    snapshots_join(&snapshots, &reader, false);
    publish();
    struct snapshot *retained = retain_current();
    publish();
    cr_expect_eq(snapshots.old, retained);
    cr_expect_not(snapshots_is_expired(&snapshots, retained->number));
    snapshots_release(&snapshots, retained);
    cr_expect_null(snapshots.old, "the last reference does not destroy it");
    retained = retain_current();
    snapshots_release(&snapshots, retained);
    publish();
    cr_expect_null(snapshots.old, "a snapshot without references is kept");
    snapshots_finish(&snapshots);
}

Test(snapshot, expires_if_two_newer_ones_that_are_replaced_have_references)
{
    struct snapshot *retained[4];
    snapshots_init(&snapshots);
    snapshots_join(&snapshots, &reader, false);
    for (size_t i = 0; i < 4; i++) {
        publish();
        retained[i] = retain_current();
        for (size_t j = 0; j <= i; j++)
            cr_expect_eq(snapshots_is_expired(&snapshots, retained[j]->number),
                         j + SNAPSHOTS_OLD_MAX < i, "number %zu after %zu", j, i);
    }
    for (size_t i = 0; i < 4; i++)
        snapshots_release(&snapshots, retained[i]);
    cr_expect_null(snapshots.old);
    snapshots_finish(&snapshots);
}

/* The cache is the first allocation, and the searcher the second. What failed is tried again. */
Test(snapshot, a_slot_has_a_cache_and_a_searcher_or_is_not_given)
{
    snapshots_init(&snapshots);
    snapshots_join(&snapshots, &reader, true);
    for (size_t i = 0; i < 2; i++) {
        struct snapshot *snapshot = snapshot_create((struct snapshot_data){NULL, NULL, NULL}, 1, 0);
        cr_assert(snapshot);
        failing_memory_begin(i);
        cr_expect_null(snapshot_own_slot(snapshot, &reader));
        cr_expect(failing_memory_end());
        const struct snapshot_slot *slot = snapshot_own_slot(snapshot, &reader);
        cr_expect(slot && slot->cache && slot->searcher);
        snapshots_publish(&snapshots, snapshot);
    }
    snapshots_finish(&snapshots);
}

static void *publish_in_thread(void *unused)
{
    publish();
    return unused;
}

/* Reports whether a thread does not end within a tenth of a second. */
static bool waits(pthread_t thread)
{
    struct timespec until;
    clock_gettime(CLOCK_REALTIME, &until);
    until.tv_nsec += 100 * 1000 * 1000;
    until.tv_sec += until.tv_nsec / 1000000000;
    until.tv_nsec %= 1000000000;
    return pthread_timedjoin_np(thread, NULL, &until) == ETIMEDOUT;
}

Test(snapshot, is_destroyed_only_when_no_reader_reads_it_whichever_joined_first)
{
    struct snapshot_reader first, second;
    struct snapshot_reader *const reading[] = {&first, &second};
    for (size_t i = 0; i < 2; i++) {
        pthread_t thread;
        snapshots_init(&snapshots);
        snapshots_join(&snapshots, &first, false);
        snapshots_join(&snapshots, &second, false);
        publish();
        cr_assert(snapshots_enter(&snapshots, reading[i]));
        cr_assert_eq(pthread_create(&thread, NULL, publish_in_thread, NULL), 0);
        cr_expect(waits(thread), "the publisher does not wait for reader %zu", i);
        snapshots_leave(reading[i]);
        cr_assert_eq(pthread_join(thread, NULL), 0);
        snapshots_finish(&snapshots);
    }
}
