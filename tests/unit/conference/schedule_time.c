#include "conference/schedule_time.h"

#include "values/calendar_day.h"

#include <criterion/criterion.h>
#include <string.h>

static struct schedule_text text_of(const char *text)
{
    return (struct schedule_text){text, strlen(text)};
}

/* The text that is written, and the seconds since the beginning of May 3 in UTC. */
static const struct {
    const char *text, *written;
    int seconds;
} times[] = {
    {"2031-05-03", "2031-05-03", 0},
    {" \t\r\n2031-05-03 \t\r\n", "2031-05-03", 0},
    {"2031-05-03T10:00", "2031-05-03T10:00", 36000},
    {"2031-05-03t10:00", "2031-05-03T10:00", 36000},
    {"2031-05-03 10:00", "2031-05-03T10:00", 36000},
    {"2031-05-03T9:05", "2031-05-03T09:05", 32700},
    {"2031-05-03T10:00:00", "2031-05-03T10:00:00", 36000},
    {"2031-05-03T23:59:59", "2031-05-03T23:59:59", 86399},
    {"2031-05-03T10:00:09.5Z", "2031-05-03T10:00:09Z", 36009},
    {"2031-05-03T10:00.5", "2031-05-03T10:00", 36000},
    {"2031-05-03T10:00Z", "2031-05-03T10:00Z", 36000},
    {"2031-05-03T10:00z", "2031-05-03T10:00Z", 36000},
    {"2031-05-03T10:00:01z", "2031-05-03T10:00:01Z", 36001},
    {"2031-05-03T10:00+01:00", "2031-05-03T10:00+01:00", 32400},
    {"2031-05-03T10:00+1:00", "2031-05-03T10:00+01:00", 32400},
    {"2031-05-03T10:00+0130", "2031-05-03T10:00+01:30", 30600},
    {"2031-05-03T10:00+01", "2031-05-03T10:00+01:00", 32400},
    {"2031-05-03T10:00+1", "2031-05-03T10:00+01:00", 32400},
    {"2031-05-03T10:00-05:30", "2031-05-03T10:00-05:30", 55800},
    {"2031-05-03T10:00-00:00", "2031-05-03T10:00+00:00", 36000},
    {"2031-05-03T10:00+23:59", "2031-05-03T10:00+23:59", -50340},
    {"2031-05-03T01:00+02:00", "2031-05-03T01:00+02:00", -3600},
    {"2031-05-03T23:00-02:00", "2031-05-03T23:00-02:00", 90000},
    {"2031-05-03T24:00", "2031-05-04T00:00", 86400},
    {"2031-05-03T10:59:60", "2031-05-03T11:00:00", 39600},
};

static const char *const no_times[] = {
    "",
    "2031-05",
    "2031-05-0",
    "2031-05-32",
    "2031-13-01",
    "203X-05-03",
    "2031-05-XX",
    "2031-XX-XX",
    "XXXX-XX-XX",
    "2031-05-03X10:00",
    "2031-05-03T",
    "2031-05-03T10",
    "2031-05-03T25:00",
    "2031-05-03T10:60",
    "2031-05-03T10:00:61",
    "2031-05-03T10:0",
    "2031-05-03T100:00",
    "2031-05-03T:00",
    "2031-05-03T10:000",
    "2031-05-03T10:00000",
    "2031-05-03T10:00:0",
    "2031-05-03T10:00:000",
    "2031-05-03T10:00:00:",
    "2031-05-03T10::0",
    "2031-05-03T10:0:",
    "2031-05-03T10.30:00",
    "2031-05-03T1a:00",
    "2031-05-03T10:00x",
    "2031-05-03T10:00+",
    "2031-05-03T10:00*01:00",
    "2031-05-03T10:00+010",
    "2031-05-03T10:00+01000",
    "2031-05-03T10:00+001:00",
    "2031-05-03T10:00+01:000",
    "2031-05-03T10:00+:30",
    "2031-05-03T10:00+24:00",
    "2031-05-03T10:00+01:60",
    "2031-05-03T10:00+1x",
    "2031-05-03T10:00+01:x",
    "2031-05-03T10:00ZZ",
    "10:00",
};

Test(schedule_time, a_time_is_kept_as_the_source_writes_it)
{
    const int64_t start = calendar_day(2031, 5, 3) * SECONDS_OF_DAY;
    for (size_t i = 0; i < sizeof times / sizeof *times; i++) {
        struct schedule_time time;
        cr_assert(schedule_time_read(text_of(times[i].text), &time), "%s", times[i].text);
        cr_expect_str_eq(time.text, times[i].written);
        cr_expect_eq(time.instant, start + times[i].seconds, "%s", times[i].text);
        cr_expect_eq(time.clock, time.text[10] == 'T', "%s", times[i].text);
        cr_expect_eq(time.has_offset, time.text[10] && strpbrk(time.text + 10, "Z+-") != NULL);
    }
}

Test(schedule_time, other_texts_are_no_times)
{
    for (size_t i = 0; i < sizeof no_times / sizeof *no_times; i++) {
        struct schedule_time time = {.instant = 7};
        cr_expect_not(schedule_time_read(text_of(no_times[i]), &time), "%s", no_times[i]);
        cr_expect_eq(time.instant, 7);
    }
}

Test(schedule_time, a_time_of_day_is_known_without_an_offset_only)
{
    cr_expect(schedule_time_is_known(text_of(" 9:00 ")));
    cr_expect(schedule_time_is_known(text_of("10:00:00")));
    cr_expect(schedule_time_is_known(text_of("2031-05-03")));
    cr_expect_not(schedule_time_is_known(text_of("10:00Z")));
    cr_expect_not(schedule_time_is_known(text_of("10")));
    cr_expect_not(schedule_time_is_known(text_of("")));
}

/* -1 for a text that is no duration. */
static const struct {
    const char *text;
    int64_t seconds;
} durations[] = {
    {"PT45M", 2700},     {"P1D", 86400},
    {"P1DT1S", 86401},   {"P999D", 86313600},
    {"P1000D", -1},      {"PT34559999S", 34559999},
    {"PT34560000S", -1}, {"P1M", -1},
    {"45", 2700},        {" 45\t", 2700},
    {"1:30", 5400},      {"0:15", 900},
    {"01:30:15", 5415},  {"1:02:03:04", 93784},
    {"1:2:3:4:5", -1},   {"9999:00", 35996400},
    {"10000:00", -1},    {"", -1},
    {":30", -1},         {"1:", -1},
    {"1::2", -1},        {"1.5", -1},
    {"-5", -1},          {"1:/", -1},
};

Test(schedule_time, a_duration_is_minutes_or_numbers_with_colons_or_iso)
{
    for (size_t i = 0; i < sizeof durations / sizeof *durations; i++) {
        int64_t seconds = -1;
        const bool read = schedule_duration_read(text_of(durations[i].text), &seconds);
        cr_expect_eq(read, durations[i].seconds >= 0, "%s", durations[i].text);
        cr_expect_eq(seconds, durations[i].seconds, "%s is %lld", durations[i].text,
                     (long long)seconds);
    }
}

/* An event, the day that contains it, and when its days begin. NULL for what is absent. */
static const struct {
    const char *date, *start, *end, *duration, *day, *day_start, *change;
    const char *from, *to;
    bool disagrees;
} periods[] = {
    {NULL, "10:00", NULL, "1:30", "2031-05-03", NULL, NULL, "2031-05-03T10:00", "2031-05-03T11:30",
     false},
    {NULL, "10:00", NULL, "PT1H30S", "2031-05-03", NULL, NULL, "2031-05-03T10:00",
     "2031-05-03T11:00:30", false},
    {NULL, "10:00:00", NULL, "60", "2031-05-03", NULL, NULL, "2031-05-03T10:00:00",
     "2031-05-03T11:00:00", false},
    {NULL, "10:00", NULL, "0", "2031-05-03", NULL, NULL, "2031-05-03T10:00", "", false},
    {NULL, "10:00", NULL, "9599:59", "2031-05-03", NULL, NULL, "2031-05-03T10:00",
     "2032-06-06T09:59", false},
    {NULL, "10:00", NULL, "9600:00", "2031-05-03", NULL, NULL, "2031-05-03T10:00", "", false},
    {NULL, "2031-05-03T10:00Z", NULL, "60", NULL, NULL, NULL, "2031-05-03T10:00Z",
     "2031-05-03T11:00Z", false},
    {NULL, "2031-05-03T23:30-02:00", NULL, "60", NULL, NULL, NULL, "2031-05-03T23:30-02:00",
     "2031-05-04T00:30-02:00", false},
    {NULL, "10:00", "11:00", "5:00", "2031-05-03", NULL, NULL, "2031-05-03T10:00",
     "2031-05-03T11:00", false},
    {NULL, "10:00", "11:00:01", NULL, "2031-05-03", NULL, NULL, "2031-05-03T10:00",
     "2031-05-03T11:00:01", false},
    {NULL, "10:00", "10:00", NULL, "2031-05-03", NULL, NULL, "2031-05-03T10:00", "", false},
    {NULL, "10:00", "09:59", NULL, "2031-05-03", NULL, NULL, "2031-05-03T10:00", "2031-05-04T09:59",
     false},
    {NULL, "10:00", "2031-05-03T09:00", NULL, "2031-05-03", NULL, NULL, "2031-05-03T10:00", "",
     false},
    {NULL, "10:00", "2031-05-05", NULL, "2031-05-03", NULL, NULL, "2031-05-03T10:00", "2031-05-05",
     false},
    {"2031-05-03", NULL, "11:00", "60", NULL, NULL, NULL, "2031-05-03", "", false},
    {"2031-05-03T10:00", NULL, NULL, NULL, NULL, NULL, NULL, "2031-05-03T10:00", "", false},
    {"2031-05-03T10:00", "10:00:59", NULL, NULL, NULL, NULL, NULL, "2031-05-03T10:00", "", false},
    {"2031-05-03T10:00", "10:01", NULL, NULL, NULL, NULL, NULL, "2031-05-03T10:00", "", true},
    {"2031-05-03T10:00+02:00", "10:00", NULL, NULL, NULL, NULL, NULL, "2031-05-03T10:00+02:00", "",
     false},
    {"2031-05-03T10:00+02:00", "08:00", NULL, NULL, NULL, NULL, NULL, "2031-05-03T10:00+02:00", "",
     true},
    {"2031-05-03T10:00", "noon", NULL, NULL, NULL, NULL, NULL, "2031-05-03T10:00", "", false},
    {NULL, "01:30", NULL, NULL, "2031-05-03", NULL, "04:00", "2031-05-04T01:30", "", false},
    {NULL, "04:00", NULL, NULL, "2031-05-03", NULL, "04:00", "2031-05-03T04:00", "", false},
    {NULL, "01:30", NULL, NULL, "2031-05-03", NULL, "soon", "2031-05-03T01:30", "", false},
    {NULL, "01:30", NULL, NULL, NULL, "2031-05-03T09:00+02:00", NULL, "2031-05-04T01:30+02:00", "",
     false},
    {NULL, "01:30", NULL, NULL, "2031-05-03", "2031-05-03T09:00+02:00", "01:00",
     "2031-05-04T01:30+02:00", "", false},
    {NULL, "10:00", NULL, NULL, "2031-05-04", "2031-05-03T09:00+02:00", NULL,
     "2031-05-04T10:00+02:00", "", false},
    {"2031-05-03", "01:30", NULL, NULL, "2031-05-03", "2031-05-03T09:00+02:00", NULL,
     "2031-05-04T01:30+02:00", "", false},
    {"2031-05-04", "01:30", NULL, NULL, "2031-05-03", "2031-05-03T09:00+02:00", NULL,
     "2031-05-04T01:30+02:00", "", false},
    {NULL, "noon", "11:00", NULL, "2031-05-03", NULL, NULL, "2031-05-03", "", false},
    {NULL, "10:00", NULL, NULL, NULL, NULL, NULL, "", "", false},
    {NULL, "2031-05-04", NULL, NULL, "2031-05-03", NULL, NULL, "2031-05-03", "", false},
};

/* Adds the values that are not NULL. Returns their object. */
static struct schedule_object object_of(struct schedule_entry *entries, const char *const *texts,
                                        const enum schedule_value *values, size_t count)
{
    struct schedule_object object = {.values = NULL};
    for (size_t i = 0; i < count; i++) {
        if (!texts[i])
            continue;
        entries[i] = (struct schedule_entry){
            .next = object.values, .value = values[i], .text = text_of(texts[i])};
        object.values = &entries[i];
    }
    return object;
}

Test(schedule_time, an_event_is_on_its_day_and_ends_after_its_start)
{
    static const enum schedule_value values[] = {VALUE_DATE, VALUE_START, VALUE_END,
                                                 VALUE_DURATION};
    for (size_t i = 0; i < sizeof periods / sizeof *periods; i++) {
        struct schedule_entry entries[4], day_entries[2];
        const char *const texts[] = {periods[i].date, periods[i].start, periods[i].end,
                                     periods[i].duration};
        const char *const day_texts[] = {periods[i].day, periods[i].day_start};
        const struct schedule_object event = object_of(entries, texts, values, 4);
        const struct schedule_object day = object_of(day_entries, day_texts, values, 2);
        const bool has_day = periods[i].day || periods[i].day_start;
        const struct schedule_period period = schedule_period_of(
            &event, has_day ? &day : NULL, text_of(periods[i].change ? periods[i].change : ""));
        cr_expect_str_eq(period.start.text, periods[i].from, "start %zu", i);
        cr_expect_str_eq(period.end.text, periods[i].to, "end %zu", i);
        cr_expect_eq(period.disagrees, periods[i].disagrees, "%zu", i);
    }
}
