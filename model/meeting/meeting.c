/* The record of a meeting (3.2). */
#include "base/utf8.h"
#include "meeting/body_name.h"
#include "meeting/meeting_private.h"
#include "phrases/pattern.h"

#include <stdio.h>
#include <string.h>

enum {
    LANGUAGE_LINES_MAX = 2000, /* lines that say in which language the minutes are */
    LANGUAGE_WORDS_MAX = 30,   /* of each line */
    HEAD_LINES_MAX = 30,       /* lines in which the name of the body is looked for */
    BODY_BYTES_MAX = 120,      /* of that name */
    TITLE_BYTES_MAX = 200      /* of a title, which may be a whole paragraph */
};

/* Reports whether the word at an offset is the "AM" of a time, as in "9:00 AM", and not the German
 * word "am". */
static bool is_half_of_day(struct text_span text, size_t at)
{
    const bool after_digit =
        at > 1 && text.text[at - 1] == ' ' && text.text[at - 2] >= '0' && text.text[at - 2] <= '9';
    return after_digit && words_phrase_at("am", text.text + at, text.length - at) > 0;
}

/* Counts the function words of a line in each language, and a label with which the line begins. */
static void count_words(struct text_span text, size_t counts[WORDS_LANGUAGE_COUNT])
{
    static const enum words_class labels[] = {WORDS_PRESENT, WORDS_REGRETS,  WORDS_TITLE,
                                              WORDS_AGENDA,  WORDS_DECISION, WORDS_PROXIES};
    for (size_t j = 0; j < WORDS_LANGUAGE_COUNT; j++)
        for (size_t i = 0; i < sizeof labels / sizeof *labels; i++)
            counts[j] += words_at_in((enum words_language)j, labels[i], text.text, text.length) > 0;
    for (size_t at = 0, words = 0; at < text.length && words < LANGUAGE_WORDS_MAX; words++) {
        for (size_t j = 0; j < WORDS_LANGUAGE_COUNT && !is_half_of_day(text, at); j++)
            counts[j] += words_at_in((enum words_language)j, WORDS_FUNCTION_WORD, text.text + at,
                                     text.length - at) > 0;
        at = text_span_find(text, at, " ") + 1;
    }
}

/* Returns the language of the minutes. */
static enum words_language language_of(const struct minutes *minutes)
{
    size_t counts[WORDS_LANGUAGE_COUNT] = {0}, best = 0;
    for (size_t i = 0; i < minutes->markdown.count && i < LANGUAGE_LINES_MAX; i++)
        count_words(minutes_text(minutes, i, i + 1), counts);
    for (size_t j = 1; j < WORDS_LANGUAGE_COUNT; j++)
        if (counts[j] > counts[best])
            best = j;
    return (enum words_language)best;
}

/* Returns the name of the body in a title. A name in the German genitive becomes nominative:
 * "Vorstand des Hafenvereins" for "Protokoll der Sitzung des Vorstands des Hafenvereins". */
static struct text_span body_of(struct minutes *minutes, struct text_span title)
{
    const struct text_span name = phrase_body_name(title);
    const size_t ending = name.length ? phrase_genitive_ending(title, name) : 0;
    const size_t word = text_span_find(name, 0, " ");
    char *text = ending ? arena_take(&minutes->roster.arena, name.length) : NULL;
    if (!ending)
        return name;
    if (!text) {
        minutes->roster.out_of_memory = true;
        return name;
    }
    memcpy(text, name.text, word - ending);
    memcpy(text + word - ending, name.text + word, name.length - word);
    return (struct text_span){text, name.length - ending};
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

/* Adds a name below the title to it and to the name of the body: "## Planning Commission" below
 * "# City of Alpha". */
static void add_subtitle(struct minutes *minutes, struct text_span name, size_t line)
{
    const struct text_span between = text_span_of(", ");
    minutes->title = minutes_join(minutes, minutes->title, between, name);
    minutes->body = minutes_join(minutes, minutes->body, between, name);
    minutes->title_lines.last = minutes->markdown.lines[line].last_line;
}

/* Takes the name of the body from a heading directly below the title, which is a line of the head
 * (P3): "## Asociación del Puerto" below "# Acta". */
static void read_subtitle(struct minutes *minutes)
{
    const size_t line = minutes->outline.title_line + 1;
    struct phrase_date date;
    if (line >= minutes->markdown.count || minutes->markdown.lines[line].form != MARKDOWN_HEADING ||
        minutes->outline.lines[line].heading)
        return;
    const struct text_span text = outline_without_signs(minutes_text(minutes, line, line + 1));
    if (text_span_find(text, 0, ":") < text.length ||
        phrase_date_find(text, 0, DATE_ORDER_UNKNOWN, &date) ||
        pattern_is(PATTERN_KIND_OF_MEETING, text))
        return;
    const struct text_span body = body_of(minutes, text);
    if (minutes->body.length && body.length) {
        add_subtitle(minutes, body, line);
        return;
    }
    minutes->body = minutes->body.length ? minutes->body : body;
    minutes->body_lines = minutes_lines(minutes, line, line + 1);
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
    if (minutes->title.length > TITLE_BYTES_MAX)
        minutes->title.length = utf8_cut_length(minutes->title.text, TITLE_BYTES_MAX);
    const struct text_span of_part =
        minutes->series.length ? meeting_date_of_heading(&minutes->markdown, minutes->title, &date)
                               : (struct text_span){NULL, 0};
    minutes->title = of_part.length ? of_part : minutes->title;
    minutes->body = body_of(minutes, minutes->title);
    read_subtitle(minutes);
    if (minutes->series.length && !minutes->body.length) {
        minutes->body = body_of(minutes, minutes->series);
        minutes->body_lines = minutes->series_lines;
    }
    if (of_part.length) {
        minutes->title = title_of_part(minutes);
        minutes->body_lines = minutes->series_lines;
    }
}

/* Takes the name of the body from a line of the head: "Company: Harbour Cranes Ltd". The title may
 * name only the kind of the meeting, which many bodies have. */
static void read_body_label(struct minutes *minutes)
{
    const size_t count = minutes->markdown.count;
    for (size_t i = 0; i < count && i < HEAD_LINES_MAX; i++) {
        const struct text_span text = outline_without_signs(minutes_text(minutes, i, i + 1));
        const size_t colon = text_span_find(text, 0, ":");
        if (minutes->outline.lines[i].zone != ZONE_HEADER || colon + 1 >= text.length ||
            !pattern_is(PATTERN_BODY_LABEL, text_span_part(text, 0, colon)))
            continue;
        const struct text_span name =
            text_span_strip(text_span_part(text, colon + 1, text.length), "*_,;");
        if (!name.length || name.length > BODY_BYTES_MAX ||
            (*name.text >= 'a' && *name.text <= 'z'))
            continue;
        minutes->body = name;
        minutes->body_lines = minutes_lines(minutes, i, i + 1);
        return;
    }
}

void meeting_read(struct minutes *minutes)
{
    minutes->start = minutes->end = minutes->planned_start = minutes->planned_end = -1;
    minutes->language = language_of(minutes);
    read_title(minutes);
    if (!minutes->series.length)
        read_body_label(minutes);
    meeting_read_date(minutes);
    meeting_read_planned_times(minutes);
    meeting_read_actual_times(minutes);
    meeting_complete_times(minutes);
}

/* Writes a time of the meeting into a member. */
static void set_time(struct minutes *minutes, const char *member, int time)
{
    char edtf[PHRASE_TIME_BYTES];
    if (minutes->date.last_day || !phrase_time_write(&minutes->date, time, &minutes->zone, edtf))
        return;
    draft_set(minutes->draft, minutes->meeting, member, json_string(edtf));
}

static void warn_no_date(struct minutes *minutes)
{
    struct text_span day;
    const size_t line = meeting_impossible_date(minutes, &day);
    if (line < minutes->markdown.count)
        draft_warn(minutes->draft, minutes->markdown.lines[line].line,
                   "the meeting has no date, as there is no day \"%.*s\"; correct the date",
                   (int)day.length, day.text);
    else
        draft_warn(minutes->draft, 0,
                   "no date of the meeting was found; write a line such as \"Date: 2026-05-31\"");
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
        warn_no_date(minutes);
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
                   "that extends the meeting and has \"replaces\": [\"time_zone\"]",
                   zones[language]);
    }
    if (minutes->start >= 0)
        set_time(minutes, "start_date", minutes->start);
    if (minutes->end >= 0)
        set_time(minutes, "end_date", minutes->end);
    if (minutes->start_is_guess && !minutes->date_is_guess)
        draft_infer(minutes->draft, meeting, "start_date");
    if (minutes->duration_lines.first || minutes->end_is_guess)
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

/* Reports whether a text has one of some words; NULL ends them. */
static bool has_one_of(struct text_span text, const char *const words[])
{
    for (size_t i = 0; words[i]; i++)
        if (text_span_find(text, 0, words[i]) < text.length)
            return true;
    return false;
}

/* Adds whether there was a quorum, if a line says so: "A quorum was not present". */
static void add_quorum(struct minutes *minutes, struct text_span text, struct line_span lines)
{
    static const char *const met[] = {"reached",     "quorate",    "met",     "present",
                                      "achieved",    "beschlussf", "atteint", "established",
                                      "have quorum", "had quorum", NULL};
    static const char *const none[] = {
        "not ",      "n't ",           "nicht ",           "No quorum",
        "no quorum", "without quorum", "without a quorum", "pas atteint",
        NULL};
    if (!words_has(WORDS_QUORUM, text.text, text.length) || !has_one_of(text, met) ||
        json_object_get(minutes->meeting, "quorum"))
        return;
    draft_set(minutes->draft, minutes->meeting, "quorum",
              json_pack("{s:b}", "met", !has_one_of(text, none)));
    draft_cite(minutes->draft, &meeting_type, minutes->meeting, lines);
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
        const size_t place = meeting_is_head(minutes, i) ? meeting_label_end(WORDS_PLACE, text) : 0;
        const size_t voters = meeting_label_end(WORDS_VOTERS, text);
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
        add_quorum(minutes, text, lines);
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
    const enum words_language language = minutes->language;
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
    meeting_add_place(minutes);
}
