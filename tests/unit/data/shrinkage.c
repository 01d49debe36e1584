/* Data that lose most of their records are published only if the operator says so. */
#include "data/shrinkage.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static char folder[] = "/tmp/rapporteur-shrinkage-XXXXXX";
static struct options options = {.data = {"https://example.org/record.json", "data/record.json"},
                                 .data_count = 2};
static struct shrinkage_guard guard;
static char reason[SHRINKAGE_TEXT_MAX];

static void start(void)
{
    cr_assert(mkdtemp(folder));
    cr_assert_eq(chdir(folder), 0);
    cr_assert_eq(mkdir("data", 0755), 0);
}

static void stop(void)
{
    char command[64];
    snprintf(command, sizeof command, "rm -rf %s", folder);
    cr_expect_eq(system(command), 0);
}

TestSuite(shrinkage, .init = start, .fini = stop);

static struct record_counts counts_of(size_t people, size_t papers)
{
    return (struct record_counts){.at = {{"people", people}, {"papers", papers}}, .count = 2};
}

/* Returns the collection that shrank, "" if there is no record, or NULL. */
static const char *shrunken(struct record_counts before, struct record_counts now)
{
    struct shrinkage shrinkage;
    if (!shrinkage_find(&before, &now, &shrinkage))
        return NULL;
    return shrinkage.collection ? shrinkage.collection : "";
}

Test(shrinkage, is_less_than_half_of_a_collection_of_ten_or_more)
{
    cr_expect_null(shrunken(counts_of(10, 20), counts_of(5, 10)));
    cr_expect_str_eq(shrunken(counts_of(10, 20), counts_of(4, 20)), "people");
    cr_expect_str_eq(shrunken(counts_of(10, 21), counts_of(10, 10)), "papers");
    cr_expect_null(shrunken(counts_of(9, 9), counts_of(0, 1)));
    cr_expect_null(shrunken(counts_of(10, 10), counts_of(11, 30)), "growth");
}

Test(shrinkage, collection_that_is_gone_has_no_record)
{
    struct record_counts now = counts_of(12, 0);
    now.count = 1;
    cr_expect_str_eq(shrunken(counts_of(12, 12), now), "papers");
}

Test(shrinkage, data_without_a_record_shrank_whatever_was_before)
{
    cr_expect_str_eq(shrunken((struct record_counts){.count = 0}, counts_of(0, 0)), "");
    cr_expect_str_eq(shrunken(counts_of(1, 1), counts_of(0, 0)), "");
    cr_expect_null(shrunken((struct record_counts){.count = 0}, counts_of(1, 0)));
}

static bool permits(size_t signals, int64_t now, const char *version)
{
    const struct shrinkage_load load = {.options = &options,
                                        .version = version,
                                        .signals = signals,
                                        .now = now,
                                        .shrinkage = {"people", 22, 3}};
    return shrinkage_guard_permits(&guard, &load, reason);
}

Test(shrinkage, refusal_says_what_to_do)
{
    cr_expect_not(permits(0, 0, "aa"));
    cr_expect_str_eq(reason,
                     "people would have 3 records, fewer than half of 22; if this is meant, "
                     "send SIGHUP twice within a minute, create "
                     "data/record.json.allow-shrink, or start with --allow-shrink");
}

Test(shrinkage, refusal_at_the_start_tells_of_no_signal)
{
    const struct options urls = {.data = {"https://example.org/record.json"}, .data_count = 1};
    const struct shrinkage_load load = {.options = &urls, .version = "aa", .is_first = true};
    cr_expect_not(shrinkage_guard_permits(&guard, &load, reason));
    cr_expect_str_eq(reason, "they have no records; if this is meant, start with --allow-shrink");
}

Test(shrinkage, second_signal_within_a_minute_permits_the_same_data)
{
    cr_expect_not(permits(1, 1000, "aa"));
    cr_expect(permits(1, 61000, "aa"));
    cr_expect_str_eq(reason, "", "it is still a fault");
    cr_expect_not(permits(1, 61001, "aa"), "one permission holds for ever");
}

Test(shrinkage, second_signal_after_a_minute_or_for_other_data_permits_nothing)
{
    cr_expect_not(permits(1, 1000, "aa"));
    cr_expect_not(permits(1, 61001, "aa"));
    cr_expect_not(permits(1, 61002, "bb"));
    cr_expect_not(permits(0, 61003, "bb"), "a change of a file is no signal");
    cr_expect(permits(1, 61004, "bb"));
}

Test(shrinkage, two_signals_before_one_load_permit_it)
{
    cr_expect(permits(2, 1000, "aa"));
}

Test(shrinkage, flag_permits_it)
{
    options.allow_shrink = true;
    cr_expect(permits(0, 0, "aa"));
}

static void touch(const char *path)
{
    FILE *file = fopen(path, "w");
    cr_assert(file, "%s", path);
    fclose(file);
}

Test(shrinkage, file_beside_the_data_permits_it)
{
    touch("data/other.json.allow-shrink");
    cr_expect_not(permits(0, 0, "aa"));
    touch("data/record.json.allow-shrink");
    cr_expect(permits(0, 0, "aa"));
}

Test(shrinkage, hidden_file_in_a_folder_permits_it)
{
    options.data[1] = "data";
    cr_expect_not(permits(0, 0, "aa"));
    touch("data/.allow-shrink");
    cr_expect(permits(0, 0, "aa"));
}

Test(shrinkage, file_beside_a_file_of_a_folder_permits_it)
{
    options.data[0] = "data/";
    options.data_count = 1;
    cr_expect_not(permits(0, 0, "aa"));
    cr_expect(strstr(reason, "create data/.allow-shrink, or"), "%s", reason);
    touch("data/.allow-shrink-not");
    cr_expect_not(permits(0, 0, "aa"));
    touch("data/record.json.allow-shrink");
    cr_expect(permits(0, 0, "aa"));
}
