#include "phrases/time.h"
#include "phrases/duration.h"

#include "unit/text_cases.h"

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
    static const struct text_case cases[] = {
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
        {"11:59 in the evening", "[11:59 in the evening] 2023-08-30T23:59:00"},
        {"12:00 in the afternoon", "[12:00 in the afternoon] 2023-08-30T12:00:00"},
        {"12:01 in the afternoon", "[12:01 in the afternoon] 2023-08-30T12:01:00"},
        {"13:00 in the afternoon", "[13:00 in the afternoon] 2023-08-30T13:00:00"},
        {"15:00 (UTC+2)", "[15:00 (UTC+2)] 2023-08-30T15:00:00+02:00"},
        {"La séance est levée à 20h", "[20h] 2023-08-30T20:00:00 end actual"},
        {"siendo las 18:30h da comienzo", "[18:30h] 2023-08-30T18:30:00 start actual"},
        {"8 p.m. to 9.30 p.m.", "[8 p.m. to 9.30 p.m.] 2023-08-30T20:00:00 to 21:30"},
    };
    expect_texts(describe, cases, sizeof cases / sizeof *cases);
}

Test(time, a_time_with_a_point_is_one_if_a_label_or_the_end_of_its_range_says_so)
{
    static const struct text_case cases[] = {
        {"19.00 \u2013 22.30 Uhr", "[19.00 \u2013 22.30 Uhr] 2023-08-30T19:00:00 to 22:30"},
        {"19.00 bis 22.30 Uhr", "[19.00 bis 22.30 Uhr] 2023-08-30T19:00:00 to 22:30"},
        {"19.00-22.30 h", "[19.00-22.30 h] 2023-08-30T19:00:00 to 22:30"},
        {"7.00 \u2013 9.30 pm", "[7.00 \u2013 9.30 pm] 2023-08-30T19:00:00 to 21:30"},
        {"8 p.m. to 9.30", "[8 p.m. to 9.30] 2023-08-30T20:00:00 to 21:30"},
        {"11 pm to 1:00", "[11 pm to 1:00] 2023-08-30T23:00:00 to 1:00"},
        {"Time: 19.00 - 21.30", "[19.00 - 21.30] 2023-08-30T19:00:00 to 21:30"},
        {"Uhrzeit: 19.00", "[19.00] 2023-08-30T19:00:00"},
        {"Hora de inicio: 19.00 h", "[19.00 h] 2023-08-30T19:00:00 start"},
        {"Sitzungsende: 22.30", "[22.30] 2023-08-30T22:30:00 end"},
        {"Costs: 19.00 - 21.30", "none"},
        {"19.00 and 22.30", "none"},
    };
    expect_texts(describe, cases, sizeof cases / sizeof *cases);
}

Test(time, labels_of_the_end_and_the_start_are_no_events)
{
    static const struct text_case cases[] = {
        {"Sitzungsende: 22:30", "[22:30] 2023-08-30T22:30:00 end"},
        {"Sitzungsbeginn: 19:00", "[19:00] 2023-08-30T19:00:00 start"},
        {"Fin de la r\u00e9union \u00e0 22h30", "[22h30] 2023-08-30T22:30:00 end"},
        {"Heure de d\u00e9but : 19 h 00", "[19 h 00] 2023-08-30T19:00:00 start"},
        {"Heure de fin : 22 h 30", "[22 h 30] 2023-08-30T22:30:00 end"},
        {"Fin de la sesi\u00f3n: 22:30", "[22:30] 2023-08-30T22:30:00 end"},
        {"Hora de finalizaci\u00f3n: 22.30 h", "[22.30 h] 2023-08-30T22:30:00 end"},
        {"Finaliza la reuni\u00f3n a las 22:30", "[22:30] 2023-08-30T22:30:00 end actual"},
        {"Comienza la reuni\u00f3n a las 19:00", "[19:00] 2023-08-30T19:00:00 start actual"},
        {"End of the meeting: 9:30 pm", "[9:30 pm] 2023-08-30T21:30:00 end"},
        {"Finish: 9pm", "[9pm] 2023-08-30T21:00:00 end"},
    };
    expect_texts(describe, cases, sizeof cases / sizeof *cases);
}

Test(time, times_in_words_have_the_half_of_the_day_that_is_said)
{
    static const struct text_case cases[] = {
        {"at half past seven pm", "[half past seven pm] 2023-08-30T19:30:00"},
        {"at half past 9 a.m.", "[half past 9 a.m.] 2023-08-30T09:30:00"},
        {"at half past twelve am", "[half past twelve am] 2023-08-30T00:30:00"},
        {"at half past twelve pm", "[half past twelve pm] 2023-08-30T12:30:00"},
        {"um halb acht Uhr abends", "[halb acht Uhr abends] 2023-08-30T19:30:00"},
    };
    expect_texts(describe, cases, sizeof cases / sizeof *cases);
}

static const struct text_case clock_limits[] = {
    {"24:00", "[24:00] 2023-08-31T00:00:00"},
    {"24:01", "none"},
    {"25:00", "none"},
    {"a las veinticuatro horas", "[veinticuatro horas] 2023-08-31T00:00:00"},
    {"10:59", "[10:59] 2023-08-30T10:59:00"},
    {"10:60", "none"},
    {"123:00", "none"},
    {"12am", "[12am] 2023-08-30T00:00:00"},
    {"12:30 a.m.", "[12:30 a.m.] 2023-08-30T00:30:00"},
    {"12 PM", "[12 PM] 2023-08-30T12:00:00"},
    {"1pm", "[1pm] 2023-08-30T13:00:00"},
    {"13pm", "none"},
    {"0am", "none"},
    {"5 pma", "none"},
    {"18h59", "[18h59] 2023-08-30T18:59:00"},
    {"18h60", "[18h] 2023-08-30T18:00:00"},
    {"18h  30", "[18h] 2023-08-30T18:00:00"},
    {"18hm", "none"},
    {"at noon", "[noon] 2023-08-30T12:00:00"},
    {"(midnight)", "[midnight] 2023-08-31T00:00:00"},
    {"forenoon", "none"},
    {"24:01Z", "none"},
    {"24:01 Uhr", "none"},
    {"24 Uhr", "[24 Uhr] 2023-08-31T00:00:00"},
    {"25 Uhr", "none"},
    {"0:00", "[0:00] 2023-08-30T00:00:00"},
    {"0 Uhr", "[0 Uhr] 2023-08-30T00:00:00"},
    {"1:00 am", "[1:00 am] 2023-08-30T01:00:00"},
    {"12:59 pm", "[12:59 pm] 2023-08-30T12:59:00"},
    {"13:00 pm", "none"},
    {"0:30 am", "none"},
    {"18:30:15", "[18:30:15] 2023-08-30T18:30:00"},
    {"18:30:5", "[18:30] 2023-08-30T18:30:00"},
    {"18:30:155", "[18:30] 2023-08-30T18:30:00"},
    {"18.30.15 Uhr", "none"},
    {"18:300", "none"},
    {"18:3", "none"},
    {"18 h 59", "[18 h 59] 2023-08-30T18:59:00"},
    {"18 h 60", "[18 h] 2023-08-30T18:00:00"},
    {"18 h 5", "[18 h] 2023-08-30T18:00:00"},
    {"18H30", "[18H30] 2023-08-30T18:30:00"},
    {"18ha", "none"},
    {"5 a.m", "[5 a.m] 2023-08-30T05:00:00"},
    {"5 a.m.", "[5 a.m.] 2023-08-30T05:00:00"},
    {"5 am.", "[5 am] 2023-08-30T05:00:00"},
    {"5 p m", "none"},
    {"5 pm.", "[5 pm] 2023-08-30T17:00:00"},
    {"5 bm", "none"},
    {"5 pn", "none"},
};

Test(time, hours_and_minutes_have_their_limits)
{
    expect_texts(describe, clock_limits, sizeof clock_limits / sizeof *clock_limits);
}

static const struct text_case ranges_past_noon[] = {
    {"11-1pm", "[11-1pm] 2023-08-30T11:00:00 to 13:00"},
    {"9-10pm", "[9-10pm] 2023-08-30T21:00:00 to 22:00"},
    {"11am-1pm", "[11am-1pm] 2023-08-30T11:00:00 to 13:00"},
    {"12-1pm", "[12-1pm] 2023-08-30T12:00:00 to 13:00"},
    {"22:00 – 1:30", "[22:00 – 1:30] 2023-08-30T22:00:00 to 1:30"},
    {"de las 19:00 a las 20:00", "[19:00 a las 20:00] 2023-08-30T19:00:00 to 20:00"},
    {"10-12", "none"},
    {"10:30 and 11:00", "[10:30 and 11:00] 2023-08-30T10:30:00 to 11:00"},
    {"10:00 and", "[10:00] 2023-08-30T10:00:00"},
    {"9:00 UTC to 10:00 UTC", "[9:00 UTC to 10:00] 2023-08-30T09:00:00Z to 10:00"},
    {"10:30 to 11:00", "[10:30 to 11:00] 2023-08-30T10:30:00 to 11:00"},
    {"10:30 to 11", "[10:30] 2023-08-30T10:30:00"},
    {"9.30 to 10", "none"},
    {"9.30 to 10:15", "[9.30 to 10:15] 2023-08-30T09:30:00 to 10:15"},
    {"9:30 to 10.15", "[9:30 to 10.15] 2023-08-30T09:30:00 to 10:15"},
    {"9 to 10.15", "none"},
    {"9 to 10:15", "[9 to 10:15] 2023-08-30T09:00:00 to 10:15"},
    {"9 UTC", "[9 UTC] 2023-08-30T09:00:00Z"},
    {"9.30 UTC", "none"},
    {"11:59-1pm", "[11:59-1pm] 2023-08-30T11:59:00 to 13:00"},
    {"12:00-1pm", "[12:00-1pm] 2023-08-30T12:00:00 to 13:00"},
    {"13-2pm", "[13-2pm] 2023-08-30T13:00:00 to 14:00"},
    {"8-8pm", "[8-8pm] 2023-08-30T20:00:00 to 20:00"},
    {"9-8pm", "[9-8pm] 2023-08-30T09:00:00 to 20:00"},
    {"8am-9pm", "[8am-9pm] 2023-08-30T08:00:00 to 21:00"},
    {"11-11am", "[11-11am] 2023-08-30T11:00:00 to 11:00"},
    {"8 p.m. to 8:00", "[8 p.m. to 8:00] 2023-08-30T20:00:00 to 8:00"},
    {"8 p.m. to 8:01", "[8 p.m. to 8:01] 2023-08-30T20:00:00 to 20:01"},
    {"8 p.m. to 7:59", "[8 p.m. to 7:59] 2023-08-30T20:00:00 to 7:59"},
    {"8 p.m. to 11:59", "[8 p.m. to 11:59] 2023-08-30T20:00:00 to 23:59"},
    {"8 p.m. to 12:00", "[8 p.m. to 12:00] 2023-08-30T20:00:00 to 24:00"},
    {"11 p.m. to 12:59", "[11 p.m. to 12:59] 2023-08-30T23:00:00 to 24:59"},
    {"11 p.m. to 13:00", "[11 p.m. to 13:00] 2023-08-30T23:00:00 to 13:00"},
    {"11 p.m. to 0:30", "[11 p.m. to 0:30] 2023-08-30T23:00:00 to 0:30"},
    {"12 p.m. to 12:30", "[12 p.m. to 12:30] 2023-08-30T12:00:00 to 12:30"},
    {"12 p.m. to 12:00", "[12 p.m. to 12:00] 2023-08-30T12:00:00 to 12:00"},
    {"8 a.m. to 9:30", "[8 a.m. to 9:30] 2023-08-30T08:00:00 to 9:30"},
    {"9:00 CET to 10:00 CEST", "[9:00 CET to 10:00] 2023-08-30T09:00:00+01:00 to 10:00"},
    {"9:00 UTC+2 to 10:00 CEST", "[9:00 UTC+2 to 10:00 CEST] 2023-08-30T09:00:00+02:00 to 10:00"},
    {"9:00 \u2014 10:00", "[9:00 — 10:00] 2023-08-30T09:00:00 to 10:00"},
    {"9:00 \u00e0 10:00", "[9:00 à 10:00] 2023-08-30T09:00:00 to 10:00"},
    {"9:00 to 24:00", "[9:00 to 24:00] 2023-08-30T09:00:00 to 24:00"},
    {"9:00 to 24:01", "[9:00] 2023-08-30T09:00:00"},
    {"9:00 to the 10:00", "[9:00] 2023-08-30T09:00:00"},
    {"9:00 to 10:00 CEST", "[9:00 to 10:00 CEST] 2023-08-30T09:00:00+02:00 to 10:00"},
};

Test(time, ranges_may_pass_noon_or_midnight)
{
    expect_texts(describe, ranges_past_noon, sizeof ranges_past_noon / sizeof *ranges_past_noon);
}

Test(time, numbers_within_words_versions_and_prices_are_no_times)
{
    static const struct text_case cases[] = {
        {"x10:30", "none"},
        {"xT10:30", "none"},
        {"$10:30", "none"},
        {"1.10:30", "none"},
        {"v=10:30", "none"},
        {"#10:30", "none"},
        {"10:30x", "none"},
        {"T10:30", "none"},
        {"3T10:30", "[10:30] 2023-08-30T10:30:00"},
        {"10:30Z", "[10:30Z] 2023-08-30T10:30:00Z"},
        {"10:30 (CEST)", "[10:30 (CEST)] 2023-08-30T10:30:00+02:00"},
        {"10:30+05:30", "[10:30+05:30] 2023-08-30T10:30:00+05:30"},
        {"10:30 -05:30", "[10:30 -05:30] 2023-08-30T10:30:00 to 5:30"},
        {"10:30-05:30", "[10:30-05:30] 2023-08-30T10:30:00 to 5:30"},
        {"10:30\u221205:30", "[10:30−05:30] 2023-08-30T10:30:00-05:30"},
        {"10:30 (CEST", "[10:30 (CEST] 2023-08-30T10:30:00+02:00"},
        {"10:30 CEST)", "[10:30 CEST] 2023-08-30T10:30:00+02:00"},
        {"10:30 (pier)", "[10:30] 2023-08-30T10:30:00"},
        {"10:30 (", "[10:30] 2023-08-30T10:30:00"},
        {"a10:30", "none"},
        {"z10:30", "none"},
        {"A10:30", "none"},
        {"Z10:30", "none"},
        {"@10:30", "[10:30] 2023-08-30T10:30:00"},
        {"[10:30", "[10:30] 2023-08-30T10:30:00"},
        {"`10:30", "[10:30] 2023-08-30T10:30:00"},
        {"{10:30", "[10:30] 2023-08-30T10:30:00"},
        {"0T10:30", "[10:30] 2023-08-30T10:30:00"},
        {"9T10:30", "[10:30] 2023-08-30T10:30:00"},
        {"/T10:30", "none"},
        {":T10:30", "none"},
        {"\u00e910:30", "none"},
        {"10:30a", "none"},
        {"10:30z", "none"},
        {"10:30A", "none"},
        {"10:30@", "[10:30] 2023-08-30T10:30:00"},
        {"10:30[", "[10:30] 2023-08-30T10:30:00"},
        {"10:30\u00e9", "[10:30] 2023-08-30T10:30:00"},
        {"10:30Zx", "[10:30] 2023-08-30T10:30:00"},
        {"10:60 10:30", "[10:30] 2023-08-30T10:30:00"},
        {"12310:30", "none"},
        {"\"noon\"", "none"},
        {"-noon", "none"},
        {"noon", "[noon] 2023-08-30T12:00:00"},
    };
    expect_texts(describe, cases, sizeof cases / sizeof *cases);
}

static void expect_written(struct phrase_date date, int minutes, const struct phrase_zone *zone,
                           const char *expected)
{
    char edtf[PHRASE_TIME_BYTES] = "unchanged";
    cr_expect_eq(phrase_time_write(&date, minutes, zone, edtf), *expected != 0, "%s", expected);
    cr_expect_str_eq(edtf, expected);
}

Test(time, a_time_is_written_for_a_day_and_up_to_the_end_of_the_next)
{
    const struct phrase_date day = {.year = 2024, .month = 2, .day = 28};
    const struct phrase_zone none = {0}, west = {.has_offset = true, .offset = -210};
    const struct phrase_zone utc = {.has_offset = true}, unknown = {.name = "No/Where"};
    const struct phrase_zone winter = {.name = "America/New_York"};
    expect_written(day, 0, &none, "2024-02-28T00:00:00");
    expect_written(day, 2 * 1440, &none, "2024-03-01T00:00:00");
    expect_written(day, 2 * 1440 + 1, &none, "");
    expect_written(day, -1, &none, "");
    expect_written(day, 61, &west, "2024-02-28T01:01:00-03:30");
    expect_written(day, 61, &utc, "2024-02-28T01:01:00Z");
    expect_written(day, 61, &winter, "2024-02-28T01:01:00-05:00");
    expect_written(day, 61, &unknown, "2024-02-28T01:01:00");
    expect_written((struct phrase_date){.year = 2024, .month = 2}, 61, &none, "");
    expect_written((struct phrase_date){.year = 2024, .day = 2}, 61, &none, "");
    expect_written((struct phrase_date){.month = 2, .day = 2}, 61, &none, "");
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
                 {"3 members", "PT0M"},
                 {"999 min", "PT16H39M"},
                 {"1000 min", "PT0M"},
                 {"0 min", "PT0M"},
                 {"60 minutes", "PT1H"},
                 {"59 minutes", "PT59M"},
                 {"90-minute", "PT1H30M"},
                 {"1h59", "PT1H59M"},
                 {"1 hour and 5 minutes", "PT1H5M"},
                 {"1 hour 59 mins", "PT1H59M"},
                 {"1 hour 60 mins", "PT1H"},
                 {"2 hours 30 people", "PT2H"},
                 {"2 hours 100 minutes", "PT2H"},
                 {"x10m", "PT0M"},
                 {"12345 3 minutes", "PT3M"},
                 {"1:10m 5m", "PT5M"}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char found[PHRASE_DURATION_BYTES];
        phrase_duration_write(phrase_duration_find(text_span_of(cases[i].text), NULL), found);
        cr_expect_str_eq(found, cases[i].expected, "%s gives %s", cases[i].text, found);
    }
}

static const struct text_case minutes_after_hours[] = {
    {"19 Uhr 30", "[19 Uhr 30] 2023-08-30T19:30:00"},
    {"19 Uhr 59", "[19 Uhr 59] 2023-08-30T19:59:00"},
    {"19 Uhr 60", "[19 Uhr] 2023-08-30T19:00:00"},
    {"19 Uhr 5", "[19 Uhr] 2023-08-30T19:00:00"},
    {"19 Uhr 305", "[19 Uhr] 2023-08-30T19:00:00"},
    {"19 Uhr30", "none"},
    {"19:15 Uhr 30", "[19:15 Uhr] 2023-08-30T19:15:00"},
    {"19 Uhr 30:15", "[19 Uhr] 2023-08-30T19:00:00"},
    {"19 Uhr 30.5.", "[19 Uhr] 2023-08-30T19:00:00"},
    {"19 Uhr 30.0", "[19 Uhr] 2023-08-30T19:00:00"},
    {"19 Uhr 30.9", "[19 Uhr] 2023-08-30T19:00:00"},
    {"19 Uhr 30.", "[19 Uhr 30] 2023-08-30T19:30:00"},
    {"19 Uhr 30. Es", "[19 Uhr 30] 2023-08-30T19:30:00"},
    {"19 Uhr 12. Mai", "[19 Uhr] 2023-08-30T19:00:00"},
    {"19 Uhr 12.", "[19 Uhr 12] 2023-08-30T19:12:00"},
    {"19 Uhr 30x", "[19 Uhr] 2023-08-30T19:00:00"},
    {"8 Uhr abends", "[8 Uhr abends] 2023-08-30T20:00:00"},
    {"11:59 Uhr abends", "[11:59 Uhr abends] 2023-08-30T23:59:00"},
    {"20 Uhr abends", "[20 Uhr abends] 2023-08-30T20:00:00"},
    {"8 abends", "[8 abends] 2023-08-30T20:00:00"},
    {"8 pm abends", "[8 pm] 2023-08-30T20:00:00"},
    {"8 in the evening", "[8 in the evening] 2023-08-30T20:00:00"},
    {"22:30 h", "[22:30 h] 2023-08-30T22:30:00"},
    {"22:30 hx", "[22:30] 2023-08-30T22:30:00"},
    {"22 h", "[22 h] 2023-08-30T22:00:00"},
};

Test(time, minutes_follow_the_word_of_the_hour_unless_they_are_of_a_date_or_a_longer_number)
{
    expect_exact_texts(describe, minutes_after_hours,
                       sizeof minutes_after_hours / sizeof *minutes_after_hours);
}

static void describe_spoken(const char *text, char *found, size_t size)
{
    struct phrase_time time;
    if (phrase_time_find(text_span_of(text), 0, &time))
        snprintf(found, size, "[%.*s] %d:%02d%s%s", (int)time.span.length, time.span.text,
                 time.start / 60, time.start % 60, time.spoken ? " spoken" : "",
                 time.clock_of_12 ? " of 12" : "");
    else
        snprintf(found, size, "none");
}

static const struct text_case spoken_times[] = {
    {"at half past seven", "[half past seven] 7:30 spoken"},
    {"at half past 0", "none"},
    {"at half past 1", "[half past 1] 1:30 spoken"},
    {"at half past 12", "[half past 12] 12:30 spoken"},
    {"at half past 13", "[half past 13] 13:30"},
    {"at half past 23", "[half past 23] 23:30"},
    {"at half past 24", "none"},
    {"at half past 123", "none"},
    {"at quarter past seven", "[quarter past seven] 7:15 spoken"},
    {"at quarter to seven", "[quarter to seven] 6:45 spoken"},
    {"at a quarter to seven", "[a quarter to seven] 6:45 spoken"},
    {"at seven", "none"},
    {"at seven o'clock", "[seven o'clock] 7:00 spoken"},
    {"the seven o'clock", "none"},
    {"at seven pm", "[seven pm] 19:00"},
    {"at seven o'clock in the evening", "[seven o'clock in the evening] 19:00"},
    {"at seven in the evening", "[seven in the evening] 19:00"},
    {"at half past seven in the evening", "[half past seven in the evening] 19:30"},
    {"um halb acht", "[halb acht] 7:30 spoken"},
    {"um halb 8", "[halb 8] 7:30 spoken"},
    {"um acht Uhr", "[acht Uhr] 8:00 spoken"},
    {"um zwölf Uhr", "[zwölf Uhr] 12:00 spoken"},
    {"um dreizehn Uhr", "[dreizehn Uhr] 13:00"},
    {"um neunzehn Uhr dreißig", "[neunzehn Uhr dreißig] 19:30"},
    {"um Viertel nach sieben", "[Viertel nach sieben] 7:15 spoken"},
    {"um Viertel vor acht", "[Viertel vor acht] 7:45 spoken"},
    {"à huit heures et demie", "[huit heures et demie] 8:30 spoken"},
    {"à huit heures et quart", "[huit heures et quart] 8:15 spoken"},
    {"à huit heures moins le quart", "[huit heures moins le quart] 7:45 spoken"},
    {"à dix-neuf heures trente", "[dix-neuf heures trente] 19:30"},
    {"a las ocho y media", "[ocho y media] 8:30 spoken"},
    {"a las ocho y cuarto", "[ocho y cuarto] 8:15 spoken"},
    {"a las ocho menos cuarto", "[ocho menos cuarto] 7:45 spoken"},
    {"a las ocho", "none"},
    {"a las ocho horas", "[ocho horas] 8:00 spoken"},
    {"a las diecinueve horas y treinta minutos", "[diecinueve horas y treinta minutos] 19:30"},
    {"a las veinticuatro horas", "[veinticuatro horas] 24:00"},
    {"a las veinticinco horas", "none"},
    {"7 pm", "[7 pm] 19:00 of 12"},
    {"7:00", "[7:00] 7:00"},
    {"7 to 8 pm", "[7 to 8 pm] 19:00 of 12"},
    {"noon", "[noon] 12:00"},
};

Test(time, a_time_in_words_may_be_of_the_morning_or_the_evening)
{
    expect_exact_texts(describe_spoken, spoken_times, sizeof spoken_times / sizeof *spoken_times);
}
