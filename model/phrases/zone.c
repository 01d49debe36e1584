#include "phrases/sentence.h"
#include "phrases/time.h"
#include "values/time_zone.h"

enum {
    FROM_NAME = -10000, /* the offset follows from the zone and the day */
    ZONE_NAME_MAX = 40
};

/* The abbreviations of zones, and how people write them out. An abbreviation of daylight saving
 * time has its offset, a word such as "Pacific" has that of the day. */
static const struct {
    const char *pattern;
    const char *name;
    int offset; /* minutes */
} zones[] = {
    {"utc|gmt|z|zulu", "UTC", 0},
    {"est", "America/New_York", -300},
    {"edt", "America/New_York", -240},
    {"et|eastern ?standard|daylight ?time", "America/New_York", FROM_NAME},
    {"cst", "America/Chicago", -360},
    {"cdt", "America/Chicago", -300},
    {"ct", "America/Chicago", FROM_NAME},
    {"central ?standard|daylight time", "America/Chicago", FROM_NAME},
    {"mst", "America/Denver", -420},
    {"mdt", "America/Denver", -360},
    {"mt|mountain ?standard|daylight ?time", "America/Denver", FROM_NAME},
    {"pst", "America/Los_Angeles", -480},
    {"pdt", "America/Los_Angeles", -420},
    {"pt|pacific ?standard|daylight ?time", "America/Los_Angeles", FROM_NAME},
    {"bst", "Europe/London", 60},
    {"wet", "Europe/Lisbon", 0},
    {"west", "Europe/Lisbon", 60},
    {"cet|mez", "Europe/Berlin", 60},
    {"cest|mesz", "Europe/Berlin", 120},
    {"eet", "Europe/Helsinki", 120},
    {"eest", "Europe/Helsinki", 180},
    {"msk", "Europe/Moscow", 180},
    {"ist", "Asia/Kolkata", 330},
    {"jst", "Asia/Tokyo", 540},
    {"kst", "Asia/Seoul", 540},
    {"aest", "Australia/Sydney", 600},
    {"aedt", "Australia/Sydney", 660},
    {"nzst", "Pacific/Auckland", 720},
    {"nzdt", "Pacific/Auckland", 780},
    {"art", "America/Argentina/Buenos_Aires", -180},
};

static bool is_digit_at(struct text_span text, size_t at)
{
    return at < text.length && text.text[at] >= '0' && text.text[at] <= '9';
}

/* Reads "+02:00", "+2", "-0400" at an offset. Returns the number of bytes, or 0. */
static size_t offset_read(struct text_span text, size_t at, int *ret_minutes)
{
    static const char minus[] = "\xE2\x88\x92";
    const bool wide = text_span_begins(text_span_part(text, at, text.length), minus);
    if (at >= text.length || (text.text[at] != '+' && text.text[at] != '-' && !wide))
        return 0;
    const int sign = text.text[at] == '+' ? 1 : -1;
    size_t next = at + (wide ? strlen(minus) : 1), digits = 0;
    int value = 0, minutes = 0;
    for (; digits < 4 && is_digit_at(text, next + digits); digits++)
        value = value * 10 + (text.text[next + digits] - '0');
    next += digits;
    if (!digits || digits == 3)
        return 0;
    if (digits == 4) {
        minutes = value % 100;
        value /= 100;
    } else if (next < text.length && text.text[next] == ':' && is_digit_at(text, next + 1) &&
               is_digit_at(text, next + 2)) {
        minutes = (text.text[next + 1] - '0') * 10 + (text.text[next + 2] - '0');
        next += 3;
    }
    if (value > 14 || minutes > 59)
        return 0;
    *ret_minutes = sign * (value * 60 + minutes);
    return next - at;
}

/* Reads the name of a zone of the IANA database, such as "Europe/Berlin". */
static size_t zone_name_read(struct text_span text, struct phrase_zone *ret_zone)
{
    size_t length = 0;
    bool slash = false;
    for (; length < text.length && length < ZONE_NAME_MAX; length++) {
        const char byte = text.text[length];
        const bool letter = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
        slash = slash || byte == '/';
        if (!letter && byte != '/' && byte != '_' && byte != '-')
            break;
    }
    const uint16_t zone = slash ? time_zone_find(text.text, length) : TIME_ZONE_UTC;
    if (zone == TIME_ZONE_UTC)
        return 0;
    *ret_zone = (struct phrase_zone){.name = time_zone_name(zone)};
    return length;
}

/* Reads the abbreviation of a zone, or its words. */
static size_t zone_words_read(struct text_span text, struct phrase_zone *ret_zone)
{
    struct sentence sentence;
    const struct text_span part =
        text_span_part(text, 0, text.length < ZONE_NAME_MAX ? text.length : ZONE_NAME_MAX);
    sentence_read_all(part, &sentence);
    if (!sentence.count || sentence.list[0].start)
        return 0;
    const size_t from = sentence_match(&sentence, 0, "us|u.s") ? 1 : 0;
    for (size_t i = 0; i < sizeof zones / sizeof *zones; i++) {
        const size_t matched = sentence_match(&sentence, from, zones[i].pattern);
        const struct sentence_word *first = &sentence.list[from];
        if (!matched || !first->upper ||
            (matched == 1 && !first->capitals && first->end - first->start > 1 &&
             zones[i].offset != FROM_NAME))
            continue;
        const bool known = zones[i].offset != FROM_NAME;
        *ret_zone = (struct phrase_zone){zones[i].name, known, known ? zones[i].offset : 0};
        return sentence.list[from + matched - 1].end;
    }
    return 0;
}

size_t phrase_zone_read(struct text_span text, struct phrase_zone *ret_zone)
{
    int minutes;
    size_t length = offset_read(text, 0, &minutes);
    if (length) {
        *ret_zone = (struct phrase_zone){NULL, true, minutes};
        return length;
    }
    length = zone_name_read(text, ret_zone);
    if (length)
        return length;
    length = zone_words_read(text, ret_zone);
    if (!length)
        return 0;
    size_t next = length;
    while (next < text.length && text.text[next] == ' ')
        next++;
    const size_t more =
        ret_zone->has_offset && !ret_zone->offset ? offset_read(text, next, &minutes) : 0;
    if (!more || (next > length && text.text[next] != '+'))
        return length;
    *ret_zone = (struct phrase_zone){NULL, true, minutes};
    return next + more;
}
