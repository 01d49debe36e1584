/* The date of a meeting (D1, D2). */
#include "meeting/meeting_private.h"
#include "phrases/pattern.h"

#include <string.h>

enum {
    HEAD_BLOCKS = 14 /* blocks in which a date is looked for (D1) */
};

/* A date that a part of the file gives; all is zero if it gives none. */
struct date_source {
    struct phrase_date date;
    const char *from; /* in words */
    unsigned line;
    bool found;
};

/* Finds a date in a text. */
static void date_source_find(struct date_source *source, struct text_span text,
                             enum date_order order, const char *from, unsigned line)
{
    struct phrase_date date;
    if (!source->found && phrase_date_find(text, 0, order, &date) && date.day)
        *source = (struct date_source){.date = date, .from = from, .line = line, .found = true};
}

/* Reports whether the words before the date at an offset say that it is that of the text: "Draft
 * of". */
static bool is_of_draft(struct text_span text, size_t at)
{
    struct sentence sentence;
    sentence_read_all(text_span_part(text, 0, at), &sentence);
    for (size_t i = 0; i < sentence.count; i++)
        if (pattern_at(PATTERN_DRAFT, &sentence, i) == sentence.count - i)
            return true;
    return false;
}

/* Reports whether the words before the date at an offset, in its sentence, say that it is that of
 * another meeting: "Next meeting:", or below the head "the minutes of". */
static bool is_of_other_meeting(struct text_span text, size_t at, bool head)
{
    struct sentence sentence;
    size_t from = 0;
    for (size_t next; (next = sentence_read(text_span_part(text, 0, at), from, &sentence)) < at;)
        from = next;
    sentence_read_all(text_span_part(text, from, at), &sentence);
    return pattern_is_in(PATTERN_NEXT, &sentence) ||
           (!head && pattern_is_in(PATTERN_MINUTES_OF, &sentence));
}

/* Finds the first date of a line that is not that of the text. Keeps the first date of all in
 * *draft, as there may be no other. */
static void find_date_of_line(const struct minutes *minutes, size_t line, enum date_order order,
                              struct date_source *source, struct date_source *draft)
{
    const struct text_span text = minutes_text(minutes, line, line + 1);
    const unsigned number = minutes->markdown.lines[line].line;
    struct phrase_date date;
    for (size_t from = 0; !source->found && phrase_date_find(text, from, order, &date);) {
        const size_t at = (size_t)(date.span.text - text.text);
        const bool drafted = is_of_draft(text, at);
        from = at + date.span.length;
        if (minutes->outline.lines[line].zone == ZONE_NEXT_MEETING ||
            is_of_other_meeting(text, at, meeting_is_head(minutes, line)))
            continue;
        struct date_source *found = drafted ? draft : source;
        if (date.day && !found->found)
            *found = (struct date_source){date, "the text", number, true};
    }
}

size_t meeting_impossible_date(const struct minutes *minutes, struct text_span *ret_day)
{
    const struct markdown *markdown = &minutes->markdown;
    for (size_t i = 0; i < markdown->count && i < (size_t)2 * HEAD_BLOCKS; i++)
        if (phrase_date_find_impossible(minutes_text(minutes, i, i + 1), ret_day))
            return i;
    return markdown->count;
}

/* Fills the sources of the date in the order of D1. */
static size_t find_dates(const struct minutes *minutes, enum date_order order,
                         struct date_source sources[6])
{
    struct date_source draft = {0};
    const struct markdown *markdown = &minutes->markdown;
    const size_t title = minutes->outline.title_line;
    memset(sources, 0, 6 * sizeof *sources);
    for (size_t i = 0; i < markdown->count && meeting_is_head(minutes, i); i++) {
        const struct text_span text = outline_without_signs(minutes_text(minutes, i, i + 1));
        const size_t end = meeting_label_end(WORDS_DATE, text);
        if (end)
            date_source_find(&sources[0], text_span_part(text, end, text.length), order,
                             "a line with a label", markdown->lines[i].line);
    }
    if (title < markdown->count)
        date_source_find(&sources[1], minutes_text(minutes, title, title + 1), order, "the title",
                         markdown->lines[title].line);
    date_source_find(&sources[2], text_span_of(minutes->front.title), order,
                     "the title of the front matter", minutes->front.title_line);
    date_source_find(&sources[3], text_span_of(minutes->front.date), order,
                     "the date of the front matter", minutes->front.date_line);
    for (size_t i = 0; i < markdown->count && i < (size_t)2 * HEAD_BLOCKS; i++)
        if (markdown->lines[i].block <= markdown->lines[0].block + HEAD_BLOCKS)
            find_date_of_line(minutes, i, order, &sources[4], &draft);
    if (!sources[4].found)
        sources[4] = draft;
    sources[5].found = phrase_date_in_path(draft_source(minutes->draft)->name, &sources[5].date);
    sources[5].from = "the file's name";
    return 6;
}

/* Warns if a source of the date disagrees with the one that counts. */
static void compare_dates(struct minutes *minutes, const struct date_source *sources, size_t count,
                          size_t first)
{
    char date[PHRASE_DATE_BYTES], other[PHRASE_DATE_BYTES];
    for (size_t i = first + 1; i < count; i++) {
        struct phrase_date compared = sources[i].date;
        if (i == 4 || !compared.day || minutes->file_id)
            continue;
        phrase_date_complete(&compared, &minutes->date);
        if (phrase_date_is_same(&minutes->date, &compared) ||
            !phrase_date_write(&minutes->date, date) || !phrase_date_write(&compared, other))
            continue;
        draft_warn(minutes->draft, sources[i].line,
                   "%s gives the date %s, but %s gives %s, which is taken", sources[i].from, other,
                   sources[first].from, date);
    }
}

/* Returns the order of day and month of a/b/yyyy that a date of another form shows: one that is
 * written year, month, day. */
static enum date_order order_shown(const struct date_source *sources, size_t count)
{
    const struct phrase_date *unsure = NULL;
    for (size_t i = 0; i < count && !unsure; i++)
        if (sources[i].date.swappable)
            unsure = &sources[i].date;
    for (size_t i = 0; unsure && i < count; i++) {
        const struct phrase_date *date = &sources[i].date;
        if (date->swappable || date->year != unsure->year)
            continue;
        if (date->month == unsure->month && date->day == unsure->day)
            return DATE_DAY_FIRST;
        if (date->month == unsure->day && date->day == unsure->month)
            return DATE_MONTH_FIRST;
    }
    return DATE_ORDER_UNKNOWN;
}

/* Returns the order that the weekday of a date shows: "Tuesday, 7/1/2031". */
static enum date_order order_of_weekday(const struct date_source *sources, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        struct phrase_date date = sources[i].date;
        unsigned weekday;
        if (!date.swappable || !words_weekday_at(date.span.text, date.span.length, &weekday))
            continue;
        const bool first = phrase_date_weekday(&date) == weekday;
        phrase_date_swap(&date);
        const bool second = phrase_date_weekday(&date) == weekday;
        if (first != second)
            return first ? DATE_DAY_FIRST : DATE_MONTH_FIRST;
    }
    return DATE_ORDER_UNKNOWN;
}

/* Reports whether a time is written with a point, as in "7.30pm": then it is British. */
static bool has_point(struct text_span time)
{
    for (size_t i = 1; i + 1 < time.length; i++)
        if (time.text[i] == '.' && time.text[i - 1] <= '9' && time.text[i - 1] >= '0' &&
            time.text[i + 1] <= '9' && time.text[i + 1] >= '0')
            return true;
    return false;
}

/* Returns the order that the first time with a zone of America, or the first time of 12 hours in
 * English, suggests (D2). *ret_reason says why. */
static enum date_order order_of_times(const struct minutes *minutes, const char **ret_reason)
{
    struct phrase_time time;
    for (size_t i = 0; i < minutes->markdown.count; i++) {
        const struct text_span text = minutes_text(minutes, i, i + 1);
        if (text.length > TIME_LINE_BYTES_MAX || !phrase_time_find(text, 0, &time))
            continue;
        const char *const zone = time.zone.name ? time.zone.name : "";
        if (!strncmp(zone, "America/", 8) && strcmp(zone, "America/Argentina/Buenos_Aires") != 0) {
            *ret_reason = "the month comes first beside times of the United States";
            return DATE_MONTH_FIRST;
        }
        if (minutes->language != WORDS_ENGLISH || !time.clock_of_12)
            continue;
        const bool british = has_point(time.span) || !strcmp(zone, "Europe/London");
        *ret_reason = british ? "the day comes first beside British times such as 7.30pm"
                              : "the month comes first in English with times such as 7:30 pm";
        return british ? DATE_DAY_FIRST : DATE_MONTH_FIRST;
    }
    return DATE_ORDER_UNKNOWN;
}

/* Returns the order that is a guess, from times and the language. *ret_reason says why. */
static enum date_order guessed_order(const struct minutes *minutes, const char **ret_reason)
{
    static const char *const reasons[] = {
        "the day comes first in most texts in English", "the day comes first in German",
        "the day comes first in French", "the day comes first in Spanish"};
    const enum date_order order = order_of_times(minutes, ret_reason);
    if (order != DATE_ORDER_UNKNOWN)
        return order;
    *ret_reason = reasons[minutes->language];
    return DATE_DAY_FIRST;
}

/* Warns of a date whose order of day and month is a guess, with the reason of the guess. */
static void warn_of_order(struct minutes *minutes, const char *reason)
{
    char date[PHRASE_DATE_BYTES];
    const struct text_span span = minutes->date.span;
    phrase_date_write(&minutes->date, date);
    minutes->date_is_guess = true;
    draft_warn(minutes->draft, minutes->date_line,
               "the order of day and month of \"%.*s\" is not certain: it is read as %s, because "
               "%s; write the month as a word",
               (int)span.length, span.text, date, reason);
}

/* Returns the order of day and month that the dates of the file show. */
static enum date_order stated_order(const struct minutes *minutes, struct date_source sources[6])
{
    const enum date_order order = date_order_of(
        (struct text_span){minutes->markdown.text.bytes, minutes->markdown.text.length});
    if (order != DATE_ORDER_UNKNOWN)
        return order;
    const size_t count = find_dates(minutes, order, sources);
    const enum date_order shown = order_shown(sources, count);
    return shown != DATE_ORDER_UNKNOWN ? shown : order_of_weekday(sources, count);
}

void meeting_read_date(struct minutes *minutes)
{
    struct date_source sources[6];
    const enum date_order stated = stated_order(minutes, sources);
    const char *reason = NULL;
    const enum date_order order =
        stated != DATE_ORDER_UNKNOWN ? stated : guessed_order(minutes, &reason);
    const size_t count = find_dates(minutes, order, sources);
    for (size_t i = 0; i < count; i++) {
        if (!sources[i].found || minutes->date.month)
            continue;
        minutes->date = sources[i].date;
        phrase_date_complete(&minutes->date, &sources[5].date); /* only if it has no year */
        for (size_t j = 0; j < count; j++)
            phrase_date_complete(&minutes->date, &sources[j].date);
        minutes->date_rule = "D1";
        minutes->date_line = sources[i].line;
        if (minutes->date.swappable && stated == DATE_ORDER_UNKNOWN)
            warn_of_order(minutes, reason);
        compare_dates(minutes, sources, count, i);
    }
    minutes->date_order = order;
    minutes->date_order_reason = reason;
}
