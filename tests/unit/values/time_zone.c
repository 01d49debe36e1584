#include "values/time_zone.h"

#include "values/calendar_day.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

static uint16_t zone_named(const char *name)
{
    const uint16_t zone = time_zone_find(name, strlen(name));
    cr_assert_neq(zone, TIME_ZONE_UTC, "%s", name);
    cr_expect_str_eq(time_zone_name(zone), name);
    return zone;
}

/* Compares with the C library, which reads the files of the system. */
Test(time_zone, offsets_are_those_of_the_system)
{
    static const char *const names[] = {
        "Europe/Lisbon",    "America/New_York",  "Asia/Shanghai", "Africa/Casablanca",
        "Australia/Sydney", "America/Nuuk",      "Europe/Dublin", "Asia/Kathmandu",
        "Asia/Gaza",        "America/Sao_Paulo", "Pacific/Apia",  "Antarctica/Troll"};
    if (access("/usr/share/zoneinfo/Europe/Lisbon", R_OK) != 0)
        cr_skip_test("the system has no time zones");
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        const uint16_t zone = zone_named(names[i]);
        setenv("TZ", names[i], 1);
        tzset();
        for (int64_t at = calendar_day(1902, 1, 1); at < calendar_day(2037, 1, 1); at += 3) {
            const time_t instant = (time_t)(at * SECONDS_OF_DAY + at % 24 * 3600);
            struct tm local;
            localtime_r(&instant, &local);
            const int64_t day = calendar_day(local.tm_year + 1900, local.tm_mon + 1, local.tm_mday);
            const int64_t shown =
                day * SECONDS_OF_DAY + local.tm_hour * 3600 + local.tm_min * 60 + local.tm_sec;
            cr_assert_eq(time_zone_offset(zone, instant), shown - instant, "%s at %lld", names[i],
                         (long long)instant);
        }
    }
}

Test(time_zone, a_local_time_occurs_once_never_or_twice)
{
    enum time_zone_fit fit;
    const uint16_t zone = zone_named("Europe/Lisbon");
    const int64_t spring = calendar_day(2031, 3, 30) * SECONDS_OF_DAY,
                  autumn = calendar_day(2031, 10, 26) * SECONDS_OF_DAY;
    cr_expect_eq(time_zone_instant(zone, spring + 1800, &fit), spring + 1800);
    cr_expect_eq(fit, TIME_ZONE_ONCE);
    cr_expect_eq(time_zone_instant(zone, spring + 5400, &fit), spring + 5400);
    cr_expect_eq(fit, TIME_ZONE_SKIPPED);
    cr_expect_eq(time_zone_instant(zone, spring + 7200, &fit), spring + 3600);
    cr_expect_eq(fit, TIME_ZONE_ONCE);
    cr_expect_eq(time_zone_instant(zone, autumn + 5400, &fit), autumn + 1800);
    cr_expect_eq(fit, TIME_ZONE_REPEATED);
}

Test(time_zone, changes_come_in_their_order_also_after_the_last_that_is_listed)
{
    struct time_zone_change change;
    int64_t at = calendar_day(2090, 1, 1) * SECONDS_OF_DAY;
    const uint16_t zone = zone_named("Australia/Sydney");
    for (size_t i = 0; i < 6; i++) {
        cr_assert(time_zone_next_change(zone, at, &change));
        cr_expect_gt(change.instant, at);
        cr_expect_eq(change.daylight, i % 2 == 1);
        cr_expect_eq(change.offset, time_zone_offset(zone, change.instant));
        cr_expect_eq(change.offset_before, time_zone_offset(zone, change.instant - 1));
        cr_expect_neq(change.offset, change.offset_before);
        at = change.instant;
    }
    cr_expect_not(time_zone_next_change(zone_named("Etc/UTC"), 0, &change));
    cr_expect_not(time_zone_next_change(TIME_ZONE_UTC, 0, &change));
}

static void expect_meant(const char *text, const char *name)
{
    const char *meant = time_zone_meant(text, strlen(text));
    cr_expect(name ? meant && strcmp(meant, name) == 0 : !meant, "%s: %s", text,
              meant ? meant : "none");
}

Test(time_zone, another_spelling_of_a_name_is_recognized)
{
    expect_meant("europe/lisbon", "Europe/Lisbon");
    expect_meant("Lisbon", "Europe/Lisbon");
    expect_meant("new york", "America/New_York");
    expect_meant("utc", "Etc/UTC");
    expect_meant("Lisbo", NULL);
    expect_meant("Lisbon2", NULL);
    expect_meant("", NULL);
}

Test(time_zone, a_name_is_known_in_full_only)
{
    static const char *const names[] = {"", "Europe", "Europe/Lisbo", "europe/lisbon", "+01:00"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        cr_expect_eq(time_zone_find(names[i], strlen(names[i])), TIME_ZONE_UTC, "%s", names[i]);
    cr_expect_gt(time_zone_count, 400);
    cr_expect_geq(strlen(time_zone_release), 5);
}
