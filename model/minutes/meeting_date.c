/* The date of a meeting (D1, D2). */
#include "minutes/minutes_private.h"

#include <stdio.h>
#include <string.h>

enum {
    HEAD_BLOCKS = 14 /* blocks in which a date is looked for (D1) */
};

/* A date that a part of the file gives. */
struct date_source {
    struct phrase_date date;
    const char *from; /* in words */
    unsigned line;
    bool found;
};

/* Finds a date in a text. */
static bool date_source_find(struct date_source *source, struct text_span text,
                             enum date_order order, const char *from, unsigned line)
{
    struct phrase_date date;
    if (source->found || !phrase_date_find(text, 0, order, &date) || !date.day)
        return source->found;
    *source = (struct date_source){.date = date, .from = from, .line = line, .found = true};
    return true;
}

/* Fills the sources of the date in the order of D1. */
static size_t find_dates(const struct minutes *minutes, enum date_order order,
                         struct date_source sources[6])
{
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
            date_source_find(&sources[4], minutes_text(minutes, i, i + 1), order, "the text",
                             markdown->lines[i].line);
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
        if (i == 4 || !sources[i].found || !compared.day || minutes->file_id)
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
        if (sources[i].found && sources[i].date.swappable)
            unsure = &sources[i].date;
    for (size_t i = 0; unsure && i < count; i++) {
        const struct phrase_date *date = &sources[i].date;
        if (!sources[i].found || date->swappable || date->year != unsure->year)
            continue;
        if (date->month == unsure->month && date->day == unsure->day)
            return DATE_DAY_FIRST;
        if (date->month == unsure->day && date->day == unsure->month)
            return DATE_MONTH_FIRST;
    }
    return DATE_ORDER_UNKNOWN;
}

/* Reports whether the month probably comes first: in English with times of 12 hours (D2). */
static bool is_month_first(const struct minutes *minutes)
{
    struct phrase_time time;
    if (meeting_language(minutes) != WORDS_ENGLISH)
        return false;
    for (size_t i = 0; i < minutes->markdown.count; i++) {
        const struct text_span text = minutes_text(minutes, i, i + 1);
        if (text.length <= TIME_LINE_BYTES_MAX && phrase_time_find(text, 0, &time) &&
            time.clock_of_12)
            return true;
    }
    return false;
}

/* Warns of a date whose order of day and month is a guess, with the reason of the guess. */
static void warn_of_order(struct minutes *minutes, bool month_first)
{
    static const char *const languages[] = {"most texts in English", "German", "French", "Spanish"};
    char date[PHRASE_DATE_BYTES], reason[100];
    const struct text_span span = minutes->date.span;
    if (month_first)
        snprintf(reason, sizeof reason,
                 "the month comes first in English with times such as 7:30 pm");
    else
        snprintf(reason, sizeof reason, "the day comes first in %s",
                 languages[meeting_language(minutes)]);
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
    struct text_span all = {minutes->markdown.text.bytes, minutes->markdown.text.length};
    all.length = all.length < 20000 ? all.length : 20000;
    const enum date_order order = all.length ? date_order_of(all) : DATE_ORDER_UNKNOWN;
    if (order != DATE_ORDER_UNKNOWN)
        return order;
    return order_shown(sources, find_dates(minutes, order, sources));
}

void meeting_read_date(struct minutes *minutes)
{
    static const char *const rules[] = {"D1", "D1", "D1", "D1", "D1", "D1"};
    struct date_source sources[6];
    const enum date_order stated = stated_order(minutes, sources);
    const bool month_first = stated == DATE_ORDER_UNKNOWN && is_month_first(minutes);
    const enum date_order order = month_first ? DATE_MONTH_FIRST : stated;
    const size_t count = find_dates(minutes, order, sources);
    for (size_t i = 0; i < count; i++) {
        if (!sources[i].found || minutes->date.month)
            continue;
        minutes->date = sources[i].date;
        if (!minutes->date.year &&
            (!sources[5].found || !phrase_date_complete(&minutes->date, &sources[5].date)))
            for (size_t j = 0; j < count && !minutes->date.year; j++)
                if (sources[j].found && sources[j].date.year)
                    phrase_date_complete(&minutes->date, &sources[j].date);
        minutes->date_rule = rules[i];
        minutes->date_line = sources[i].line;
        if (minutes->date.swappable && stated == DATE_ORDER_UNKNOWN)
            warn_of_order(minutes, month_first);
        compare_dates(minutes, sources, count, i);
    }
}
