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
        {"+14:59", "[+14:59] - 899"},
        {"-0001", "[-0001] - -1"},
        {"+0559", "[+0559] - 359"},
        {"+1459", "[+1459] - 899"},
        {"+1500", "none"},
        {"+02000", "[+0200] - 120"},
        {"+9", "[+9] - 540"},
        {"+:30", "none"},
        {"+/", "none"},
        {"+02:3", "[+02] - 120"},
        {"+02:a0", "[+02] - 120"},
        {"+02.30", "[+02] - 120"},
        {"+02:09", "[+02:09] - 129"},
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
        {"Africa/Abidjan@pier", "[Africa/Abidjan] Africa/Abidjan"},
        {"Africa/Abidjan[pier", "[Africa/Abidjan] Africa/Abidjan"},
        {"Africa/Abidjan`pier", "[Africa/Abidjan] Africa/Abidjan"},
        {"Africa/Abidjan{pier", "[Africa/Abidjan] Africa/Abidjan"},
        {"Africa/Abidjan pier", "[Africa/Abidjan] Africa/Abidjan"},
        {"Asia/Almaty", "[Asia/Almaty] Asia/Almaty"},
        {"Europe/Zurich", "[Europe/Zurich] Europe/Zurich"},
        {"Africa/Abidjan-", "none"},
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
        {"UTC  +2", "[UTC  +2] - 120"},
        {"UTC + 2", "[UTC] UTC 0"},
        {"WET+1", "[WET+1] - 60"},
        {"U.S. PT", "[U.S. PT] America/Los_Angeles"},
        {"US us", "none"},
        {"Mountain Standard Time", "[Mountain Standard Time] America/Denver"},
        {"Et", "[Et] America/New_York"},
        {"Zulu", "none"},
        {"ZULU", "[ZULU] UTC 0"},
        {" UTC", "none"},
        {"", "none"},
    };
    expect_texts(describe, cases, sizeof cases / sizeof *cases);
}

static const struct text_case abbreviated[] = {
    {"GMT", "[GMT] UTC 0"},
    {"EST", "[EST] America/New_York -300"},
    {"EDT", "[EDT] America/New_York -240"},
    {"ET", "[ET] America/New_York"},
    {"CST", "[CST] America/Chicago -360"},
    {"CDT", "[CDT] America/Chicago -300"},
    {"CT", "[CT] America/Chicago"},
    {"CT Time", "[CT] America/Chicago"},
    {"Central", "none"},
    {"Central Time", "[Central Time] America/Chicago"},
    {"MST", "[MST] America/Denver -420"},
    {"MDT", "[MDT] America/Denver -360"},
    {"MT", "[MT] America/Denver"},
    {"PST", "[PST] America/Los_Angeles -480"},
    {"PDT", "[PDT] America/Los_Angeles -420"},
    {"BST", "[BST] Europe/London 60"},
    {"WET", "[WET] Europe/Lisbon 0"},
    {"WEST", "[WEST] Europe/Lisbon 60"},
    {"CET", "[CET] Europe/Berlin 60"},
    {"MESZ", "[MESZ] Europe/Berlin 120"},
    {"EET", "[EET] Europe/Helsinki 120"},
    {"EEST", "[EEST] Europe/Helsinki 180"},
    {"MSK", "[MSK] Europe/Moscow 180"},
    {"IST", "[IST] Asia/Kolkata 330"},
    {"JST", "[JST] Asia/Tokyo 540"},
    {"KST", "[KST] Asia/Seoul 540"},
    {"AEST", "[AEST] Australia/Sydney 600"},
    {"AEDT", "[AEDT] Australia/Sydney 660"},
    {"NZST", "[NZST] Pacific/Auckland 720"},
    {"NZDT", "[NZDT] Pacific/Auckland 780"},
    {"ART", "[ART] America/Argentina/Buenos_Aires -180"},
};

Test(zone, each_abbreviation_has_its_zone_and_offset)
{
    expect_exact_texts(describe, abbreviated, sizeof abbreviated / sizeof *abbreviated);
}

/* The words after the first 40 bytes do not count. */
Test(zone, a_zone_has_at_most_40_bytes)
{
    static const struct text_case cases[] = {
        {"Pacific                             Time",
         "[Pacific                             Time] America/Los_Angeles"},
        {"Pacific                              Time", "[Pacific] America/Los_Angeles"},
    };
    expect_exact_texts(describe, cases, sizeof cases / sizeof *cases);
}
