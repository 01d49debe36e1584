#include "phrases/time.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

/* Writes the time that a text has: the part of the text, its start in EDTF, and its end. */
static void describe(const char *text, char *found, size_t size)
{
    const struct phrase_date date = {.year = 2023, .month = 8, .day = 30};
    struct phrase_time time;
    char edtf[PHRASE_TIME_BYTES], end[32] = "";
    bool actual;
    static const char *const meanings[] = {"", " start", " end", " break"};
    const enum time_meaning meaning = phrase_time_meaning(text_span_of(text), &actual);
    if (!phrase_time_find(text_span_of(text), 0, &time)) {
        snprintf(found, size, "none");
        return;
    }
    phrase_time_write(&date, time.start, &time.zone, edtf);
    if (time.end >= 0)
        snprintf(end, sizeof end, " to %d:%02d", time.end / 60, time.end % 60);
    snprintf(found, size, "[%.*s] %s%s%s%s", (int)time.span.length, time.span.text, edtf, end,
             meanings[meaning], actual ? " actual" : "");
}

Test(time, times_have_zones_ranges_and_meanings)
{
    static const struct {
        const char *text, *expected;
    } cases[] = {
        {"11:00am PT", "[11:00am PT] 2023-08-30T11:00:00-07:00"},
        {"18h", "[18h] 2023-08-30T18:00:00"},
        {"12 décembre 2022 à 18 h", "[18 h] 2023-08-30T18:00:00"},
        {"19:42 Uhr", "[19:42 Uhr] 2023-08-30T19:42:00"},
        {"Meeting called to order @ 1:06 PM US EDT",
         "[1:06 PM US EDT] 2023-08-30T13:06:00-04:00 start actual"},
        {"14:00 UTC", "[14:00 UTC] 2023-08-30T14:00:00Z"},
        {"de 19:00h a 20:00h", "[19:00h a 20:00h] 2023-08-30T19:00:00 to 20:00"},
        {"5pm-6pm UTC (9am-10am Pacific Time)", "[5pm-6pm UTC] 2023-08-30T17:00:00Z to 18:00"},
        {"The meeting was re-convened at 9:16 pm.", "[9:16 pm] 2023-08-30T21:16:00 break actual"},
        {"Adjourned at 9:56 p.m.", "[9:56 p.m.] 2023-08-30T21:56:00 end actual"},
        {"joined at 14:25Z", "[14:25Z] 2023-08-30T14:25:00Z"},
        {"Ratio 3:1", "none"},
        {"3 voted", "none"},
        {"18 h 30", "[18 h 30] 2023-08-30T18:30:00"},
        {"18.30 Uhr", "[18.30 Uhr] 2023-08-30T18:30:00"},
        {"version 1.30", "none"},
        {"2025-12-03T14:00:00Z", "[14:00:00Z] 2023-08-30T14:00:00Z"},
        {"9-10am", "[9-10am] 2023-08-30T09:00:00 to 10:00"},
        {"Chair Norden called the meeting to order at 6:02 p.m. All members",
         "[6:02 p.m.] 2023-08-30T18:02:00 start actual"},
        {"16:00-17:00 CEST", "[16:00-17:00 CEST] 2023-08-30T16:00:00+02:00 to 17:00"},
        {"09:00 Europe/Berlin", "[09:00 Europe/Berlin] 2023-08-30T09:00:00+02:00"},
        {"Beginn der Sitzung: 19:42 Uhr", "[19:42 Uhr] 2023-08-30T19:42:00 start"},
        {"Ende: 20:42 Uhr", "[20:42 Uhr] 2023-08-30T20:42:00 end"},
        {"se cierra la Asamblea a las 19:40h", "[19:40h] 2023-08-30T19:40:00 end actual"},
        {"von 19 bis 20 Uhr", "[19 bis 20 Uhr] 2023-08-30T19:00:00 to 20:00"},
        {"at noon", "[noon] 2023-08-30T12:00:00"},
        {"15:00 (UTC+2)", "[15:00 (UTC+2)] 2023-08-30T15:00:00+02:00"},
        {"La séance est levée à 20h", "[20h] 2023-08-30T20:00:00 end actual"},
        {"siendo las 18:30h da comienzo", "[18:30h] 2023-08-30T18:30:00 start actual"},
        {"8 p.m. to 9.30 p.m.", "[8 p.m. to 9.30 p.m.] 2023-08-30T20:00:00 to 21:30"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char found[200];
        describe(cases[i].text, found, sizeof found);
        cr_expect_str_eq(found, cases[i].expected, "%s gives %s, not %s", cases[i].text, found,
                         cases[i].expected);
    }
}

Test(time, durations_are_minutes)
{
    static const struct {
        const char *text, *expected;
    } cases[] = {{"(N, 10m)", "PT10M"},
                 {"40 mins", "PT40M"},
                 {"2 heures", "PT2H"},
                 {"1h30", "PT1H30M"},
                 {"1 hour 30 minutes", "PT1H30M"},
                 {"90 Minuten", "PT1H30M"},
                 {"3 members", "PT0M"}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char found[PHRASE_DURATION_BYTES];
        phrase_duration_write(phrase_duration_find(text_span_of(cases[i].text), NULL), found);
        cr_expect_str_eq(found, cases[i].expected, "%s gives %s", cases[i].text, found);
    }
}
