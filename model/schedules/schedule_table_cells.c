/* The times and the persons of a row of a programme. */
#include "conference/schedule_time.h"
#include "phrases/duration.h"
#include "phrases/word_class.h"
#include "schedules/schedule_table.h"

#include <stdint.h>
#include <stdio.h>
#include <string.h>

enum {
    DAY_LENGTH = sizeof "2031-05-03" - 1,
    WHOLE_NAME_BYTES = 200 /* of a name in another order; a longer one is kept as it is */
};

/* Writes a date in EDTF. Returns false, after a refusal if it is of two days, if it is none. */
static bool write_date(struct programme_reader *reader, struct text_span text, unsigned line,
                       char date[KNOWN_VALUE_BYTES])
{
    struct schedule_time time;
    const struct schedule_text plain = {text.text, text.length};
    switch (known_value_write_date(text, reader->order, date)) {
    case KNOWN_VALUE_WRITTEN:
        return true;
    case KNOWN_VALUE_TWO_DAYS:
        draft_refuse(reader->schedule->draft, line,
                     "the date \"%.*s\" may have its day or its month first; write it with the "
                     "year first, such as 2031-04-03",
                     (int)(text.length < 40 ? text.length : 40), text.text);
        return false;
    default:
        if (!text.length || !schedule_time_read(plain, &time))
            return false;
        snprintf(date, KNOWN_VALUE_BYTES, "%s", time.text);
        return true;
    }
}

bool programme_read_day(struct programme_reader *reader, struct text_span text, unsigned line)
{
    char date[KNOWN_VALUE_BYTES];
    if (!write_date(reader, text, line, date) || strlen(date) < DAY_LENGTH)
        return false;
    snprintf(reader->day, sizeof reader->day, "%.10s", date);
    return true;
}

static void set_text(struct programme_reader *reader, const struct programme_row *row,
                     const char *name, struct text_span text)
{
    schedule_set(reader->schedule, SCHEDULE_EVENT, row->event, name, text.text, text.length,
                 row->line);
}

static void set_clock(struct programme_reader *reader, const struct programme_row *row,
                      const char *name, int minutes)
{
    char text[KNOWN_VALUE_BYTES];
    const bool start = strcmp(name, "date") == 0;
    snprintf(text, sizeof text, "%s%s%02d:%02d", start ? reader->day : "", start ? "T" : "",
             minutes / 60 % 24, minutes % 60);
    set_text(reader, row, name, text_span_of(text));
}

/* Gives an event its start: a date with a time, or a time of the day that the row or the rows above
 * have. */
static void set_start(struct programme_reader *reader, const struct programme_row *row)
{
    const struct text_span date = row->cells[PROGRAMME_DATE], start = row->cells[PROGRAMME_START];
    char written[KNOWN_VALUE_BYTES] = "";
    struct phrase_time time;
    const bool dated = date.length && write_date(reader, date, row->line, written);
    if (dated && strlen(written) >= DAY_LENGTH)
        snprintf(reader->day, sizeof reader->day, "%.10s", written);
    if (date.length && !dated)
        set_text(reader, row, "date", date);
    else if (*reader->day && known_value_time(start, &time)) {
        set_clock(reader, row, "date", time.start);
        if (time.end >= 0 && !row->cells[PROGRAMME_END].length)
            set_clock(reader, row, "end", time.end);
    } else if (start.length && write_date(reader, start, row->line, written)) {
        set_text(reader, row, "date", text_span_of(written));
        snprintf(reader->day, sizeof reader->day, "%.10s", written);
    } else {
        set_text(reader, row, "date", text_span_of(written));
        set_text(reader, row, "start", start);
    }
}

static void set_end(struct programme_reader *reader, const struct programme_row *row)
{
    const struct text_span end = row->cells[PROGRAMME_END];
    char written[KNOWN_VALUE_BYTES];
    struct phrase_time time;
    if (known_value_time(end, &time))
        set_clock(reader, row, "end", time.start);
    else if (end.length && write_date(reader, end, row->line, written))
        set_text(reader, row, "end", text_span_of(written));
    else
        set_text(reader, row, "end", end);
}

static void set_duration(struct programme_reader *reader, const struct programme_row *row)
{
    const struct text_span cell = row->cells[PROGRAMME_DURATION];
    char written[PHRASE_DURATION_BYTES];
    int64_t seconds;
    const bool known =
        schedule_duration_read((struct schedule_text){cell.text, cell.length}, &seconds);
    const int minutes = known || !cell.length ? 0 : phrase_duration_find(cell, NULL);
    if (minutes > 0)
        phrase_duration_write(minutes, written);
    set_text(reader, row, "duration", minutes > 0 ? text_span_of(written) : cell);
}

void programme_set_times(struct programme_reader *reader, const struct programme_row *row)
{
    set_start(reader, row);
    set_end(reader, row);
    set_duration(reader, row);
}

/* Returns the length of the part before the first separator outside brackets. */
static size_t part_length(struct text_span text, const char *separators)
{
    int depth = 0;
    for (size_t i = 0; i < text.length; i++) {
        depth += text.text[i] == '(' ? 1 : text.text[i] == ')' ? -1 : 0;
        if (depth <= 0 && strchr(separators, text.text[i]))
            return i;
    }
    return text.length;
}

static size_t split(struct text_span text, const char *separators, struct text_span *parts)
{
    size_t count = 0;
    while (text.length && count < PROGRAMME_PERSONS_MAX) {
        const size_t length = part_length(text, separators);
        const struct text_span part = text_span_trim(text_span_part(text, 0, length));
        if (part.length)
            parts[count++] = part;
        text = text_span_part(text, length < text.length ? length + 1 : length, text.length);
    }
    return count;
}

static bool is_one_word(struct text_span text)
{
    return !memchr(text.text, ' ', text.length);
}

/* Reports whether a part of a list of names is no name, but what follows one: "Ann Reef, PhD". */
static bool follows_name(struct text_span part)
{
    static const char *const words[] = {"phd", "ph.d.", "md",   "jr",   "jr.", "sr.",
                                        "msc", "esq.",  "m.a.", "b.a.", "ii",  "iii"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (words_same(words[i], part.text, part.length))
            return true;
    return false;
}

/* Splits "A. Reef and B. Pier". Returns false if no word joins two names of several words. */
static bool split_pair(struct text_span text, struct text_span *ret_first,
                       struct text_span *ret_second)
{
    for (size_t i = 1; i + 1 < text.length; i++) {
        if (text.text[i] != ' ')
            continue;
        const struct text_span rest = text_span_part(text, i + 1, text.length);
        size_t word = rest.text[0] == '&' ? 1 : span_at(WORDS_AND, rest);
        if (!word || word >= rest.length || rest.text[word] != ' ')
            continue;
        *ret_first = text_span_part(text, 0, i);
        *ret_second = text_span_trim(text_span_part(rest, word, rest.length));
        return !is_one_word(*ret_first) && !is_one_word(*ret_second);
    }
    return false;
}

/* Splits a cell into names: at line ends and semicolons, else at commas, which also are in "Reef,
 * Ann" and "Ann Reef, PhD". */
static size_t split_names(struct text_span cell, struct text_span *names)
{
    struct text_span parts[PROGRAMME_PERSONS_MAX];
    size_t count = split(cell, ";\n", names), kept = 0;
    if (count != 1)
        return count;
    const size_t part_count = split(cell, ",", parts);
    if (part_count == 2 && is_one_word(parts[0]) && is_one_word(parts[1]))
        return count;
    for (size_t i = 0; i < part_count; i++) {
        if (kept && follows_name(parts[i]))
            names[kept - 1].length =
                (size_t)(parts[i].text + parts[i].length - names[kept - 1].text);
        else
            names[kept++] = parts[i];
    }
    struct text_span first, second;
    if (kept && kept < PROGRAMME_PERSONS_MAX && split_pair(names[kept - 1], &first, &second)) {
        names[kept - 1] = first;
        names[kept++] = second;
    }
    return kept;
}

/* Writes "Reef, Ann" as "Ann Reef". Returns the name, or `written`. */
static struct text_span usual_name(struct text_span name, char written[WHOLE_NAME_BYTES])
{
    struct text_span parts[PROGRAMME_PERSONS_MAX];
    if (name.length >= WHOLE_NAME_BYTES || split(name, ",", parts) != 2 || follows_name(parts[1]))
        return name;
    snprintf(written, WHOLE_NAME_BYTES, "%.*s %.*s", (int)parts[1].length, parts[1].text,
             (int)parts[0].length, parts[0].text);
    return text_span_of(written);
}

static void add_person(struct programme_reader *reader, const struct programme_row *row,
                       struct text_span name, struct text_span key)
{
    struct schedule *schedule = reader->schedule;
    char written[WHOLE_NAME_BYTES];
    const struct text_span usual = usual_name(name, written);
    const size_t person =
        schedule_add(schedule, SCHEDULE_PRESENTER, row->line, SCHEDULE_EVENT, row->event);
    if (!key.length)
        key = usual;
    schedule_set(schedule, SCHEDULE_PRESENTER, person, "name", usual.text, usual.length, row->line);
    schedule_set(schedule, SCHEDULE_PRESENTER, person, "slug", key.text, key.length, row->line);
}

void programme_add_persons(struct programme_reader *reader, const struct programme_row *row)
{
    struct text_span names[PROGRAMME_PERSONS_MAX], ids[PROGRAMME_PERSONS_MAX];
    const size_t count = split_names(row->cells[PROGRAMME_PERSONS], names);
    const size_t id_count = split(row->cells[PROGRAMME_PERSON_IDS], ",;\n", ids);
    for (size_t i = 0; i < count; i++)
        add_person(reader, row, names[i], id_count == count ? ids[i] : (struct text_span){NULL, 0});
}
