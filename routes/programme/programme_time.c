#include "programme/programme_time.h"

#include "archive/date_bounds.h"
#include "archive/plain_date.h"
#include "values/calendar_day.h"
#include "values/time_zone.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    DAY_LENGTH = 10,    /* of 2031-05-03 */
    MINUTE_LENGTH = 16, /* of 2031-05-03T10:00 */
    SECOND_LENGTH = 19,
    OFFSET_MAX = 14 * 3600, /* of a time in XML Schema */
    XML_HOURS_MAX = 99
};

/* Writes the text of a time from its instant and its offset. */
static void programme_time_write(struct programme_time *time)
{
    const int64_t local = time->instant + time->offset, day = calendar_day_of_time(local);
    const struct calendar_date date = calendar_date_of(day);
    const int of_day = (int)(local - day * SECONDS_OF_DAY), distance = abs(time->offset);
    snprintf(time->text, sizeof time->text, "%04d-%02d-%02dT%02d:%02d:%02d%c%02d:%02d",
             (int)(date.year % 10000), date.month % 13, date.day % 32, of_day / 3600 % 24,
             of_day / 60 % 60, of_day % 60, time->offset < 0 ? '-' : '+', distance / 3600 % 24,
             distance / 60 % 60);
}

bool programme_time_read(const struct value *date, struct programme_time *ret_time)
{
    struct edtf_date read, local;
    if (date->count < MINUTE_LENGTH || date->text[DAY_LENGTH] != 'T' ||
        !edtf_read(date->text, date->count, &read) || read.clock == EDTF_DAYS ||
        (read.clock == EDTF_LOCAL && date->zone == TIME_ZONE_UTC))
        return false;
    const size_t clock = date->text[MINUTE_LENGTH] == ':' ? SECOND_LENGTH : MINUTE_LENGTH;
    if (!edtf_read(date->text, clock, &local))
        return false;
    struct programme_time time = {.instant = edtf_instants(&read, date->zone).earliest};
    const int64_t offset = local.bounds.earliest - time.instant;
    if (offset > OFFSET_MAX || offset < -OFFSET_MAX || offset % 60 != 0)
        return false;
    time.offset = (int32_t)offset;
    programme_time_write(&time);
    if (date->text[clock] == 'Z')
        memcpy(time.text + SECOND_LENGTH, "Z", 2);
    *ret_time = time;
    return true;
}

struct programme_time programme_midnight(const char *date, int days, uint16_t zone, int32_t offset)
{
    struct edtf_bounds bounds = {0, 0};
    edtf_parse(date, strlen(date), &bounds);
    const int64_t local = bounds.earliest + (int64_t)days * SECONDS_OF_DAY;
    struct programme_time time = {.instant = local - offset, .offset = offset};
    if (zone != TIME_ZONE_UTC) {
        const int64_t instant = time_zone_instant(zone, local, NULL);
        const int32_t found = time_zone_offset(zone, instant);
        if (found % 60 == 0)
            time = (struct programme_time){.instant = local - found, .offset = found};
    }
    programme_time_write(&time);
    return time;
}

bool programme_day_of(const struct value *date, char day[PROGRAMME_DATE_BYTES])
{
    struct value first = *date;
    struct plain_date read;
    if (date->count < DAY_LENGTH || (date->count > DAY_LENGTH && date->text[DAY_LENGTH] != 'T'))
        return false;
    first.count = DAY_LENGTH;
    if (!plain_date_read(&first, &read) || read.count != 3)
        return false;
    snprintf(day, PROGRAMME_DATE_BYTES, "%.10s", date->text);
    return true;
}

void programme_duration_write(int64_t seconds, bool xml, char text[PROGRAMME_DURATION_BYTES])
{
    const int64_t hours = seconds / 3600, minutes = seconds / 60 % 60;
    if (xml && hours > XML_HOURS_MAX)
        snprintf(text, PROGRAMME_DURATION_BYTES, "%d:59", XML_HOURS_MAX);
    else if (xml && seconds % 60)
        snprintf(text, PROGRAMME_DURATION_BYTES, "%02" PRId64 ":%02" PRId64 ":%02" PRId64, hours,
                 minutes, seconds % 60);
    else
        snprintf(text, PROGRAMME_DURATION_BYTES, "%02" PRId64 ":%02" PRId64, hours, minutes);
}
