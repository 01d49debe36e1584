#include "phrases/time.h"

#include "unit/text_cases.h"

#include <criterion/criterion.h>
#include <stdio.h>

/* Writes the zone at the beginning of a text: the bytes that it takes, its name, and the minutes of
 * its offset if the text tells it. */
static void describe(const char *text, char *found, size_t size)
{
    struct phrase_zone zone = {0};
    const size_t length = phrase_zone_read(text_span_of(text), &zone);
    if (!length)
        snprintf(found, size, "none");
    else if (zone.has_offset)
        snprintf(found, size, "[%.*s] %s %d", (int)length, text, zone.name ? zone.name : "-",
                 zone.offset);
    else
        snprintf(found, size, "[%.*s] %s", (int)length, text, zone.name ? zone.name : "-");
}

Test(zone, offsets_have_hours_and_may_have_minutes)
{
    static const struct text_case cases[] = {
        {"+02:00", "[+02:00] - 120"},
        {"-0430", "[-0430] - -270"},
        {"+2", "[+2] - 120"},
        {"−5", "[−5] - -300"},
        {"+14:00", "[+14:00] - 840"},
        {"+15", "none"},
        {"+1:60", "none"},
        {"+1:59", "[+1:59] - 119"},
        {"+0560", "none"},
        {"+020", "none"},
        {"+", "none"},
        {"+a", "none"},
        {"2", "none"},
        {"+00:30 x", "[+00:30] - 30"},
        {"−", "none"},

    };
    expect_texts(describe, cases, sizeof cases / sizeof *cases);
}

Test(zone, names_are_those_of_the_database)
{
    static const struct text_case cases[] = {
        {"Europe/Berlin.", "[Europe/Berlin] Europe/Berlin"},
        {"America/Port-au-Prince", "[America/Port-au-Prince] America/Port-au-Prince"},
        {"America/New_York)", "[America/New_York] America/New_York"},
        {"Europe/Nowhere", "none"},
        {"Berlin", "none"},
        {"Etc/UTC", "[Etc/UTC] Etc/UTC"},
        {"America/Argentina/Buenos_Aires, so",
         "[America/Argentina/Buenos_Aires] America/Argentina/Buenos_Aires"},
    };
    expect_texts(describe, cases, sizeof cases / sizeof *cases);
}

Test(zone, abbreviations_are_capitals_and_words_begin_with_one)
{
    static const struct text_case cases[] = {
        {"UTC", "[UTC] UTC 0"},
        {"Z", "[Z] UTC 0"},
        {"z", "none"},
        {"Utc", "none"},
        {"US EDT", "[US EDT] America/New_York -240"},
        {"US", "none"},
        {"U.S. Eastern Time", "[U.S. Eastern Time] America/New_York"},
        {"PT", "[PT] America/Los_Angeles"},
        {"Pacific", "[Pacific] America/Los_Angeles"},
        {"pacific", "none"},
        {"Pacific Daylight Time zone", "[Pacific Daylight Time] America/Los_Angeles"},
        {"MEZ", "[MEZ] Europe/Berlin 60"},
        {"CEST", "[CEST] Europe/Berlin 120"},
        {"est", "none"},
        {"(UTC", "none"},
        {"UTC+2", "[UTC+2] - 120"},
        {"UTC +02:00", "[UTC +02:00] - 120"},
        {"UTC -5", "[UTC] UTC 0"},
        {"UTC-5", "[UTC-5] - -300"},
        {"UTC +15", "[UTC] UTC 0"},
        {"CET+1", "[CET] Europe/Berlin 60"},
        {"Room", "none"},
        {"", "none"},
    };
    expect_texts(describe, cases, sizeof cases / sizeof *cases);
}
