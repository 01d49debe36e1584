/* Fuzzes dates: EDTF, for which the parser and the regular expression must agree, times in time
 * zones, durations, plain dates, and HTTP dates. */
#include "archive/plain_date.h"
#include "http/http_date.h"
#include "input.h"
#include "schema/kind.h"
#include "values/calendar_day.h"
#include "values/duration.h"
#include "values/edtf.h"
#include "values/time_zone.h"

#include <regex.h>
#include <string.h>

/* The pattern has the same meaning as a POSIX extended regular expression. */
static bool matches_pattern(const char *text)
{
    static regex_t pattern;
    static bool compiled;
    if (!compiled)
        compiled = regcomp(&pattern, edtf_pattern, REG_EXTENDED | REG_NOSUB) == 0;
    MUST(compiled);
    return regexec(&pattern, text, 0, NULL, 0) == 0;
}

static void check_edtf(const uint8_t *data, size_t size, const char *text)
{
    struct edtf_bounds bounds;
    const bool is_date = edtf_parse((const char *)data, size, &bounds);
    const bool ends_before_it_begins = strchr(text, '/') && !is_date;
    MUST(!is_date || strlen(text) == size); /* without a NUL in it */
    MUST(is_date == kinds[FIELD_DATE].accepts((const char *)data, size));
    MUST(!is_date || bounds.earliest <= bounds.latest);
    if (strlen(text) == size && strlen(text) < 100)
        MUST(is_date == matches_pattern(text) || ends_before_it_begins);
}

/* Checks that the clocks of a zone show the instant of a time, unless they skip it. */
static void check_zone(const char *text, uint16_t zone)
{
    struct edtf_date date;
    enum time_zone_fit fit;
    if (!edtf_read(text, strlen(text), &date))
        return;
    const struct edtf_bounds instants = edtf_instants(&date, zone), local = edtf_local(&date, zone);
    MUST(instants.earliest <= instants.latest || date.clock == EDTF_LOCAL);
    MUST(local.earliest <= local.latest || date.clock == EDTF_OFFSET);
    if (date.clock != EDTF_LOCAL)
        return;
    const int64_t instant = time_zone_instant(zone, date.bounds.earliest, &fit);
    MUST(instant == instants.earliest);
    MUST(fit == TIME_ZONE_SKIPPED ||
         instant + time_zone_offset(zone, instant) == date.bounds.earliest);
}

static void check_duration(const char *text)
{
    struct duration read;
    const bool valid = duration_is_valid(text, strlen(text));
    MUST(valid == kinds[FIELD_DURATION].accepts(text, strlen(text)));
    if (valid && duration_read(text, strlen(text), &read))
        MUST(read.days >= 0 && read.seconds >= 0);
}

static void check_plain_date(const char *text)
{
    const struct value value = {.count = (uint32_t)strlen(text), .text = text};
    struct edtf_bounds bounds;
    struct plain_date date;
    if (!edtf_parse(text, strlen(text), &bounds) || !plain_date_read(&value, &date))
        return;
    MUST(date.count >= 1 && date.count <= 3);
    MUST(calendar_date_of(calendar_day_of_time(bounds.earliest)).year == date.parts[0]);
}

static void check_http_date(const char *text)
{
    const int64_t now = 1795392000; /* in November 2026 */
    int64_t seconds, again;
    char written[HTTP_DATE_BYTES];
    if (!http_date_parse(text, now, &seconds) || seconds < 0)
        return;
    http_date_write(seconds, written);
    MUST(http_date_parse(written, now, &again) && again == seconds);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char *text = input_text(data, size);
    check_edtf(data, size, text);
    check_zone(text, (uint16_t)(size * 31 % (time_zone_count + 1)));
    check_duration(text);
    check_plain_date(text);
    check_http_date(text);
    free(text);
    return 0;
}
