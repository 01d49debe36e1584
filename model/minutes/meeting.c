/* The title, the body, the date, the times and the place of a meeting (3.2). */
#include "base/utf8.h"
#include "minutes/minutes_private.h"
#include "wording/words.h"

#include <stdio.h>
#include <string.h>

enum {
    HEAD_BLOCKS = 14,          /* blocks in which a date is looked for (D1) */
    TIME_LINE_BYTES_MAX = 1000 /* of a line that may tell when the meeting began */
};

/* A date that a part of the file gives. */
struct date_source {
    struct phrase_date date;
    const char *from; /* in words */
    unsigned line;
    bool found;
};

/* Returns the place after the colon of a label of some class, or 0. */
static size_t label_end(enum words_class words, struct text_span text)
{
    const size_t colon = text_span_find(text, 0, ":");
    return colon < text.length && colon < 60 && words_is(words, text.text, colon) ? colon + 1 : 0;
}

/* Returns true for the lines before the first item. */
static bool is_head(const struct minutes *minutes, size_t line)
{
    return !minutes->outline.item_count || line < minutes->outline.items[0].line;
}

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
    for (size_t i = 0; i < markdown->count && is_head(minutes, i); i++) {
        const struct text_span text = outline_without_signs(minutes_text(minutes, i, i + 1));
        const size_t end = label_end(WORDS_DATE, text);
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

/* Returns the language of the minutes: that whose words its headings and labels have most. */
static enum words_language language_of(const struct minutes *minutes)
{
    size_t counts[WORDS_LANGUAGE_COUNT] = {0}, best = 0;
    for (size_t i = 0; i < minutes->markdown.count && i < 2000; i++) {
        const struct text_span text = minutes_text(minutes, i, i + 1);
        for (size_t at = 0, words = 0; at < text.length && words < 30; words++) {
            for (size_t j = 0; j < WORDS_LANGUAGE_COUNT; j++)
                counts[j] += words_at_in((enum words_language)j, WORDS_FUNCTION_WORD,
                                         text.text + at, text.length - at) > 0;
            at = text_span_find(text, at, " ") + 1;
        }
    }
    for (size_t j = 1; j < WORDS_LANGUAGE_COUNT; j++)
        if (counts[j] > counts[best])
            best = j;
    return (enum words_language)best;
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
    if (language_of(minutes) != WORDS_ENGLISH)
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
                 languages[language_of(minutes)]);
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

static void read_date(struct minutes *minutes)
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

/* Takes brackets that have no partner off both ends of a text. */
static struct text_span strip_single_brackets(struct text_span text)
{
    static const char opening[] = "([", closing[] = ")]";
    for (size_t i = 0; i < 2; i++) {
        const char open[] = {opening[i], '\0'}, close[] = {closing[i], '\0'};
        if (text.length && *text.text == *open && text_span_find(text, 1, close) == text.length)
            text = text_span_part(text, 1, text.length);
        if (text.length && text.text[text.length - 1] == *close &&
            text_span_find(text, 0, open) == text.length)
            text.length--;
    }
    return text;
}

/* Takes a word of the table in brackets, such as "(draft)", off the end of a text. */
static struct text_span strip_bracketed_word(struct text_span text)
{
    size_t open = text.length && text.text[text.length - 1] == ')' ? text.length - 1 : 0;
    while (open && text.text[open] != '(')
        open--;
    if (open && words_is(WORDS_TITLE, text.text + open + 1, text.length - open - 2))
        text.length = open;
    return text;
}

/* Takes the words of the table, blanks and marks off both ends of a part of a title. */
static struct text_span strip_title_words(struct text_span text)
{
    for (bool changed = true; changed && text.length;) {
        const size_t before = text.length;
        text = strip_single_brackets(text_span_strip(text, " ,:;.-|/*_"));
        text = strip_bracketed_word(text);
        while (text.length >= 3 &&
               (text_span_begins(text, "\xe2\x80\x93") || text_span_begins(text, "\xe2\x80\x94")))
            text = text_span_part(text, 3, text.length);
        while (text.length >= 3 && (memcmp(text.text + text.length - 3, "\xe2\x80\x93", 3) == 0 ||
                                    memcmp(text.text + text.length - 3, "\xe2\x80\x94", 3) == 0))
            text.length -= 3;
        const size_t word = text.length ? words_at(WORDS_TITLE, text.text, text.length) : 0;
        text = text_span_part(text, word, text.length);
        size_t number = 0;
        while (number < text.length && text.text[number] >= '0' && text.text[number] <= '9')
            number++;
        if (number && number < text.length) {
            const size_t blank = text_span_find(text, number, " ");
            if (blank - number <= 3)
                text = text_span_part(text, blank, text.length);
        }
        for (size_t at = text.length; at-- > 1;)
            if (text.text[at - 1] == ' ' &&
                words_is(WORDS_TITLE, text.text + at, text.length - at)) {
                text.length = at - 1;
                break;
            } else if (text.text[at] == ' ')
                break;
        changed = text.length != before;
    }
    return text;
}

struct text_span meeting_body(struct text_span title)
{
    struct phrase_date date = {0};
    struct text_span best = {0};
    if (!phrase_date_find(title, 0, DATE_ORDER_UNKNOWN, &date))
        date.span = text_span_part(title, title.length, title.length);
    const size_t from = (size_t)(date.span.text - title.text);
    const struct text_span halves[] = {
        text_span_part(title, 0, from),
        text_span_part(title, from + date.span.length, title.length)};
    for (size_t i = 0; i < 2; i++) {
        struct text_span half = halves[i];
        size_t dash = text_span_find(half, 0, " \xe2\x80\x94 ");
        const size_t hyphen = text_span_find(half, 0, " - ");
        dash = hyphen < dash ? hyphen : dash;
        struct text_span part = strip_title_words(text_span_part(half, 0, dash));
        if (!part.length && dash < half.length)
            part = strip_title_words(text_span_part(half, dash, half.length));
        if (part.length > best.length)
            best = part;
    }
    return best;
}

/* Returns the title of a meeting whose heading is a date: that of the file, and the date. */
static struct text_span title_of_part(struct minutes *minutes)
{
    const struct text_span date = minutes->title;
    size_t length = minutes->series.length;
    if (length > 200)
        length = utf8_cut_length(minutes->series.text, 200);
    const size_t size = length + date.length + 3;
    char *text = arena_take(&minutes->roster.arena, size);
    if (!text) {
        minutes->roster.out_of_memory = true;
        return date;
    }
    snprintf(text, size, "%.*s, %.*s", (int)length, minutes->series.text, (int)date.length,
             date.text);
    return (struct text_span){text, size - 1};
}

static void read_title(struct minutes *minutes)
{
    struct phrase_date date;
    const struct text_span front = text_span_of(minutes->front.title);
    const size_t heading = minutes->outline.title_line, count = minutes->markdown.count;
    const size_t first = heading < count ? heading : 0;
    if (front.length && !phrase_date_is_all(front, &date)) {
        minutes->title = front;
        minutes->title_lines =
            (struct line_span){minutes->front.title_line, minutes->front.title_line};
    } else if (count) {
        const size_t end = outline_paragraph_end(&minutes->markdown, first);
        minutes->title = outline_without_signs(minutes_text(minutes, first, end));
        minutes->title_lines = minutes_lines(minutes, first, end);
    }
    if (minutes->title.length > 200)
        minutes->title.length = 200;
    while (minutes->title.length &&
           ((unsigned char)minutes->title.text[minutes->title.length - 1] & 0xc0) == 0x80 &&
           minutes->title.length == 200)
        minutes->title.length--;
    minutes->body = meeting_body(minutes->title);
    if (minutes->series.length && !minutes->body.length) {
        minutes->body = meeting_body(minutes->series);
        minutes->body_lines = minutes->series_lines;
    }
    if (minutes->series.length && phrase_date_is_all(minutes->title, &date)) {
        minutes->title = title_of_part(minutes);
        minutes->body_lines = minutes->series_lines;
    }
}

/* Takes a time that the meeting began or ended. */
static void take_time(struct minutes *minutes, const struct phrase_time *time, bool end,
                      struct line_span lines)
{
    if (end) {
        minutes->end = time->end >= 0 ? time->end : time->start;
        minutes->end_lines = lines;
    } else {
        minutes->start = time->start;
        minutes->start_lines = lines;
        if (time->end >= 0 && minutes->end < 0) {
            minutes->end = time->end;
            minutes->end_lines = lines;
        }
    }
    if (time->zone.has_offset || time->zone.name)
        minutes->zone = time->zone;
}

/* Reads the end of the meeting that follows its start in one line: "Start: 18:30, end: 20:00". */
static void read_end_after(struct minutes *minutes, struct text_span text,
                           const struct phrase_time *start, struct line_span lines)
{
    struct phrase_time time;
    bool actual;
    const size_t from = (size_t)(start->span.text - text.text) + start->span.length;
    struct text_span rest = text_span_strip(text_span_part(text, from, text.length), " ,;.|/*_-");
    while (text_span_begins(rest, "\xe2\x80\x93") || text_span_begins(rest, "\xe2\x80\x94"))
        rest = text_span_strip(text_span_part(rest, 3, rest.length), " ");
    if (minutes->end < 0 && phrase_time_find(rest, 0, &time) &&
        phrase_time_meaning(rest, &actual) == TIME_END)
        take_time(minutes, &time, true, lines);
}

/* Reads the planned times of the header: labels of dates and times, and ranges. */
static void read_planned_times(struct minutes *minutes)
{
    int duration = 0;
    struct line_span duration_lines = {0};
    for (size_t i = 0; i < minutes->markdown.count && is_head(minutes, i); i++) {
        const struct text_span text = outline_without_signs(minutes_text(minutes, i, i + 1));
        const struct line_span lines = minutes_lines(minutes, i, i + 1);
        struct phrase_time time;
        bool actual = false;
        const enum zone zone = minutes->outline.lines[i].zone;
        if (text.length > TIME_LINE_BYTES_MAX || zone == ZONE_SKIPPED || zone == ZONE_AGENDA)
            continue;
        const size_t length = label_end(WORDS_DURATION, text);
        if (length) {
            duration = phrase_duration_find(text_span_part(text, length, text.length), NULL);
            duration_lines = lines;
        }
        if (length || !phrase_time_find(text, 0, &time))
            continue;
        const enum time_meaning meaning = phrase_time_meaning(text, &actual);
        const bool label = label_end(WORDS_DATE, text) || label_end(WORDS_TIME, text);
        if (meaning == TIME_END && !actual && minutes->end < 0)
            take_time(minutes, &time, true, lines);
        else if (((meaning == TIME_START && !actual) || label) && minutes->start < 0) {
            take_time(minutes, &time, false, lines);
            read_end_after(minutes, text, &time, lines);
        }
    }
    if (duration && minutes->start >= 0 && minutes->end < 0) {
        minutes->end = minutes->start + duration;
        minutes->duration_lines = duration_lines;
    }
}

/* Reads the times at which the meeting really began and ended; the last end counts. */
static void read_actual_times(struct minutes *minutes)
{
    const int planned_start = minutes->start, planned_end = minutes->end;
    bool started = false;
    for (size_t i = 0; i < minutes->markdown.count;) {
        const size_t end = outline_paragraph_end(&minutes->markdown, i);
        const struct text_span text = minutes_text(minutes, i, end);
        const struct line_span lines = minutes_lines(minutes, i, end);
        struct phrase_time time;
        bool actual = false;
        i = end;
        if (text.length > TIME_LINE_BYTES_MAX || !phrase_time_find(text, 0, &time))
            continue;
        const enum time_meaning meaning = phrase_time_meaning(text, &actual);
        if (!actual || (meaning != TIME_START && meaning != TIME_END) ||
            (meaning == TIME_START && started))
            continue;
        const int planned = meaning == TIME_START ? planned_start : planned_end;
        if (planned >= 0 && planned != time.start) {
            draft_explain(minutes->draft, minutes_lines(minutes, i - 1, i), "actual time", "D3");
            *(meaning == TIME_START ? &minutes->planned_start : &minutes->planned_end) = planned;
        }
        take_time(minutes, &time, meaning == TIME_END, lines);
        started |= meaning == TIME_START;
    }
}

void meeting_read(struct minutes *minutes)
{
    minutes->start = minutes->end = minutes->planned_start = minutes->planned_end = -1;
    read_title(minutes);
    read_date(minutes);
    read_planned_times(minutes);
    read_actual_times(minutes);
    if (minutes->end >= 0 && minutes->start >= 0 && minutes->end < minutes->start)
        minutes->end += 1440;
}

/* Writes a time of the meeting into a member. */
static void set_time(struct minutes *minutes, const char *member, int time)
{
    char edtf[PHRASE_TIME_BYTES];
    if (minutes->date.last_day || !phrase_time_write(&minutes->date, time, &minutes->zone, edtf))
        return;
    draft_set(minutes->draft, minutes->meeting, member, json_string(edtf));
}

/* Adds the dates and times. Times without a zone need one, which the language suggests. */
static void add_dates(struct minutes *minutes, enum words_language language)
{
    static const char *const zones[] = {"Etc/UTC", "Europe/Berlin", "Europe/Paris",
                                        "Europe/Madrid"};
    char edtf[PHRASE_DATE_BYTES];
    json_t *meeting = minutes->meeting;
    struct phrase_date first = minutes->date, last = minutes->date;
    first.last_day = first.last_month = 0;
    if (!phrase_date_write(&first, edtf)) {
        draft_warn(minutes->draft, 0,
                   "no date of the meeting was found; write a line such as "
                   "\"Date: 2026-05-31\"");
        return;
    }
    draft_set(minutes->draft, meeting, "start_date", json_string(edtf));
    if (minutes->date_is_guess)
        draft_infer(minutes->draft, meeting, "start_date");
    if (last.last_day) {
        last.day = last.last_day;
        last.month = last.last_month ? last.last_month : last.month;
        last.last_day = last.last_month = 0;
        if (phrase_date_write(&last, edtf))
            draft_set(minutes->draft, meeting, "end_date", json_string(edtf));
        return;
    }
    if (minutes->start < 0 && minutes->end < 0)
        return;
    if (minutes->zone.name)
        draft_set(minutes->draft, meeting, "time_zone", json_string(minutes->zone.name));
    else if (!minutes->zone.has_offset) {
        draft_set(minutes->draft, meeting, "time_zone", json_string(zones[language]));
        draft_infer(minutes->draft, meeting, "time_zone");
        draft_warn(minutes->draft, minutes->start_lines.first,
                   "no time zone is stated, so that %s is taken; set \"time_zone\" in a record "
                   "that extends the meeting",
                   zones[language]);
    }
    if (minutes->start >= 0)
        set_time(minutes, "start_date", minutes->start);
    if (minutes->end >= 0)
        set_time(minutes, "end_date", minutes->end);
    if (minutes->duration_lines.first)
        draft_infer(minutes->draft, meeting, "end_date");
}

/* Adds a note of the time that was planned (D3). */
static void add_planned_time(struct minutes *minutes, const char *what, int time)
{
    const int minute = time % 1440;
    if (time >= 0)
        draft_append(minutes->draft, minutes->meeting, "notes",
                     json_pack("{s:o}", "text",
                               json_sprintf("The %s was planned for %02d:%02d.", what, minute / 60,
                                            minute % 60)));
}

/* Adds the organization that meets. */
static void add_body(struct minutes *minutes)
{
    char id[DRAFT_ID_BYTES];
    if (!minutes->body.length)
        return;
    draft_slug(minutes->draft, minutes->body.text, minutes->body.length, id);
    const bool known = draft_find(minutes->draft, &organization_type, id);
    memcpy(minutes->body_id, id, sizeof id);
    if (!known) {
        const struct line_span lines =
            minutes->body_lines.first ? minutes->body_lines : minutes->title_lines;
        json_t *body = draft_add(minutes->draft, &organization_type, minutes->body_id, lines, "D4");
        minutes_set(minutes, body, "name", minutes->body);
        draft_infer(minutes->draft, body, "name");
    }
    draft_set(minutes->draft, minutes->meeting, "body", json_string(minutes->body_id));
    draft_infer(minutes->draft, minutes->meeting, "body");
}

/* Adds the place, the quorum, and the number of those who may vote. */
static void add_facts(struct minutes *minutes)
{
    struct draft *draft = minutes->draft;
    for (size_t i = 0; i < minutes->markdown.count; i++) {
        const struct text_span text = outline_without_signs(minutes_text(minutes, i, i + 1));
        const struct line_span lines = minutes_lines(minutes, i, i + 1);
        if (text.length > 200)
            continue;
        const size_t place = is_head(minutes, i) ? label_end(WORDS_PLACE, text) : 0;
        const size_t voters = label_end(WORDS_VOTERS, text);
        if (place && !json_object_get(minutes->meeting, "venue")) {
            minutes_set(minutes, minutes->meeting, "venue",
                        text_span_strip(text_span_part(text, place, text.length), " *_"));
            draft_cite(draft, &meeting_type, minutes->meeting, lines);
        }
        if (voters) {
            const struct text_span rest = text_span_trim(text_span_part(text, voters, text.length));
            int count = 0;
            for (size_t at = 0;
                 at < rest.length && rest.text[at] >= '0' && rest.text[at] <= '9' && at < 6; at++)
                count = 10 * count + rest.text[at] - '0';
            if (count)
                draft_set(draft, minutes->meeting, "participants_stated", json_integer(count));
            draft_cite(draft, &meeting_type, minutes->meeting, lines);
        }
        if (words_has(WORDS_QUORUM, text.text, text.length) &&
            !json_object_get(minutes->meeting, "quorum")) {
            struct text_span lower = text;
            const bool not_met = text_span_find(lower, 0, "not ") < lower.length ||
                                 text_span_find(lower, 0, "nicht ") < lower.length ||
                                 text_span_find(lower, 0, "no quorum") < lower.length;
            static const char *const met[] = {"was reached", "reached",     "quorate",    "met",
                                              "present",     "achieved",    "beschlussf", "atteint",
                                              "established", "have quorum", "had quorum", NULL};
            for (size_t j = 0; met[j]; j++)
                if (text_span_find(lower, 0, met[j]) < lower.length) {
                    draft_set(draft, minutes->meeting, "quorum",
                              json_pack("{s:b}", "met", !not_met));
                    draft_cite(draft, &meeting_type, minutes->meeting, lines);
                    break;
                }
        }
    }
}

/* Cites the lines of the names, the dates and the numbers of the meeting. */
static void cite_lines(struct minutes *minutes)
{
    const struct line_span cited[] = {{minutes->date_line, minutes->date_line},
                                      minutes->start_lines,
                                      minutes->end_lines,
                                      minutes->duration_lines,
                                      minutes->body_lines,
                                      minutes->participants_lines};
    for (size_t i = 0; i < sizeof cited / sizeof *cited; i++)
        draft_cite(minutes->draft, &meeting_type, minutes->meeting, cited[i]);
}

void meeting_add(struct minutes *minutes)
{
    static const char *const tags[] = {"en", "de", "fr", "es"};
    char date[PHRASE_DATE_BYTES] = "", slug[DRAFT_ID_BYTES];
    const struct text_span name = minutes->body.length ? minutes->body : minutes->title;
    const enum words_language language = language_of(minutes);
    struct phrase_date first = minutes->date;
    first.last_day = first.last_month = 0;
    phrase_date_write(&first, date);
    draft_slug(minutes->draft, name.text, name.length, slug);
    draft_new_id(minutes->draft, &meeting_type, slug, date, minutes->meeting_id);
    minutes->meeting =
        draft_add(minutes->draft, &meeting_type, minutes->meeting_id, minutes->title_lines, "D4");
    minutes_set(minutes, minutes->meeting, "name", minutes->title);
    draft_set(minutes->draft, minutes->meeting, "status",
              json_string(minutes->is_agenda ? "planned" : "held"));
    draft_set(minutes->draft, minutes->meeting, "language", json_string(tags[language]));
    draft_infer(minutes->draft, minutes->meeting, "language");
    cite_lines(minutes);
    if (minutes->participants)
        draft_set(minutes->draft, minutes->meeting, "participants_stated",
                  json_integer(minutes->participants));
    add_dates(minutes, language);
    add_planned_time(minutes, "beginning", minutes->planned_start);
    add_planned_time(minutes, "end", minutes->planned_end);
    add_body(minutes);
    memcpy(minutes->people_id, *minutes->body_id ? minutes->body_id : minutes->meeting_id,
           sizeof minutes->people_id);
    if (!*minutes->body_id && minutes->file_id)
        snprintf(minutes->people_id, sizeof minutes->people_id, "%s", minutes->file_id);
    add_facts(minutes);
}
