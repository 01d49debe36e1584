/* The data of a command, without memory for a part of them. */
#include "commands/command_snapshot.h"
#include "caught_errors.h"
#include "failing_memory.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static char path[] = "/tmp/rapporteur-command-XXXXXX";

static void start(void)
{
    static const char data[] = "{\"documents\": [{\"id\": \"d\", \"title\": \"D\", \"sources\": "
                               "[{\"document\": \"d\"}]}]}";
    const int file = mkstemp(path);
    cr_assert_eq(write(file, data, strlen(data)), (ssize_t)strlen(data));
    close(file);
    caught_errors_begin();
}

static void stop(void)
{
    cr_expect_eq(unlink(path), 0);
}

TestSuite(command_snapshot, .init = start, .fini = stop);

Test(command_snapshot, is_whole_or_there_is_too_little_memory)
{
    const struct options options = {.data = {path}, .data_count = 1};
    bool failed = true;
    size_t failures = 0;
    for (size_t allocation = 0; failed; allocation++) {
        struct command_snapshot snapshot;
        failing_memory_begin(allocation);
        const enum exit_status status = command_snapshot_init(&snapshot, &options);
        failed = failing_memory_end();
        const char *said = caught_errors();
        if (status == EXIT_DONE) {
            cr_expect(snapshot.view.searcher && snapshot.view.archive);
            command_snapshot_finish(&snapshot);
            continue;
        }
        failures++;
        cr_expect(failed);
        cr_expect_eq(status, EXIT_COULD_NOT);
        cr_expect(strstr(said, "rapporteur: out of memory\n"), "%zu: %s", allocation, said);
    }
    cr_expect_gt(failures, 10);
}
