/* The place of a meeting without a label of it (3.2). */
#include "meeting/meeting_private.h"
#include "phrases/pattern.h"

enum {
    PLACE_BYTES_MAX = 100
};

/* Returns the place after the date, or after the date and the time, in a text: "at 7:30pm in the
 * Village Hall". *ret_timed is true if the text has the time. */
static struct text_span place_after_date(struct text_span text, bool *ret_timed)
{
    struct phrase_date date;
    struct phrase_time time;
    if (!phrase_date_find(text, 0, DATE_ORDER_UNKNOWN, &date))
        return (struct text_span){0};
    size_t at = (size_t)(date.span.text - text.text) + date.span.length;
    *ret_timed = phrase_time_find(text, at, &time);
    if (*ret_timed)
        at = (size_t)(time.span.text - text.text) + time.span.length;
    const struct text_span rest = text_span_strip(text_span_part(text, at, text.length), " ,.;-");
    const size_t words = rest.length ? words_at(WORDS_PLACE_IN, rest.text, rest.length) : 0;
    return words && words < rest.length ? text_span_trim(text_span_part(rest, words, rest.length))
                                        : (struct text_span){0};
}

/* Returns a place without the words of the sentence that follow it: "Netzboden" of "Netzboden
 * statt". It must begin with a capital or a digit. */
static struct text_span place_of_sentence(struct text_span place)
{
    if (!place.length)
        return place;
    place = text_span_part(place, 0, text_span_find(place, 0, ". "));
    for (size_t at = place.length; at > 0; at--)
        if (place.text[at - 1] == ' ' && at < place.length) {
            if (place.text[at] < 'a' || place.text[at] > 'z')
                return place;
            place = text_span_trim(text_span_part(place, 0, at));
            at = place.length;
        }
    if (place.length && *place.text >= 'a' && *place.text <= 'z')
        place.length = 0;
    return place;
}

/* Reports whether a word or a part of a text cannot be one of the name of a place. */
static bool has_other_word(const struct sentence *sentence)
{
    for (size_t i = 0; i < sentence->count; i++)
        if (!sentence->list[i].upper && !sentence->list[i].number &&
            sentence->list[i].end - sentence->list[i].start > 3 &&
            !pattern_at(PATTERN_ROOM, sentence, i))
            return true;
    return false;
}

/* Reports whether a text is a list of people: several full names that commas divide. */
static bool is_people(struct text_span text)
{
    struct member_list list;
    struct text_span entry;
    size_t names = 0;
    for (member_list_begin(&list, text); member_list_next(&list, &entry); names++)
        if (!memchr(entry.text, ' ', entry.length) || !member_is_name(entry, false))
            return false;
    return names > 1;
}

/* Returns the place after a range of times and a comma or a dash: "19:00 to 20:30, Village Hall";
 * or an empty text. */
static struct text_span place_after_range(struct text_span text)
{
    static const char *const dashes[] = {"- ", "| ", "\xE2\x80\x93 ", "\xE2\x80\x94 ", "\xC2\xB7 "};
    const struct text_span none = {0};
    struct phrase_time time;
    struct sentence sentence;
    if (!phrase_time_find(text, 0, &time) || time.end < 0)
        return none;
    const size_t at = (size_t)(time.span.text - text.text) + time.span.length;
    struct text_span rest = text_span_trim(text_span_part(text, at, text.length));
    size_t mark = text_span_begins(rest, ",") || text_span_begins(rest, ";") ? 1 : 0;
    for (size_t i = 0; !mark && i < sizeof dashes / sizeof *dashes; i++)
        mark = text_span_begins(rest, dashes[i]) ? strlen(dashes[i]) : 0;
    rest = text_span_trim(text_span_part(rest, mark, rest.length));
    rest = text_span_strip(rest, "*_");
    if (!mark || !rest.length || rest.length > PLACE_BYTES_MAX ||
        text_span_find(rest, 0, ":") < rest.length || strchr(".?!", rest.text[rest.length - 1]))
        return none;
    sentence_read_all(rest, &sentence);
    const bool room = pattern_is_in(PATTERN_ROOM, &sentence);
    if (!sentence.count || has_other_word(&sentence) || sentence.list[0].number ||
        !(sentence.list[0].upper || pattern_at(PATTERN_ROOM, &sentence, 0)) ||
        (!room && is_people(rest)))
        return none;
    return rest;
}

/* Adds the place after the range of times in a line with the date or the label of the time. */
static void add_place_of_range(struct minutes *minutes)
{
    for (size_t i = 0; i < minutes->markdown.count && meeting_is_head(minutes, i); i++) {
        const struct text_span text = outline_without_signs(minutes_text(minutes, i, i + 1));
        const unsigned line = minutes->markdown.lines[i].line;
        if (text.length > TIME_LINE_BYTES_MAX ||
            (line != minutes->date_line && !meeting_label_end(WORDS_TIME, text)))
            continue;
        const struct text_span place = place_after_range(text);
        if (!place.length)
            continue;
        minutes_set(minutes, minutes->meeting, "venue", place);
        draft_cite(minutes->draft, &meeting_type, minutes->meeting,
                   minutes_lines(minutes, i, i + 1));
        return;
    }
}

/* Adds the place from the title, or from the sentence with the date and the time: "Held on 12 May
 * from 19.00 to 20.30 in Room 2." */
static void add_place_of_title(struct minutes *minutes)
{
    bool timed = false;
    struct text_span place = place_after_date(minutes->title, &timed);
    for (size_t i = 0; !place.length && i < minutes->markdown.count && meeting_is_head(minutes, i);
         i++) {
        const struct text_span text = minutes_text(minutes, i, i + 1);
        if (minutes->markdown.lines[i].line != minutes->date_line || text.length > 200)
            continue;
        place = place_of_sentence(place_after_date(text, &timed));
        place.length = timed ? place.length : 0;
    }
    if (place.length && !json_object_get(minutes->meeting, "venue"))
        minutes_set(minutes, minutes->meeting, "venue", place);
}

/* Reports whether a line of the head is the name of a place: "City Hall, 12 Main Street". */
static bool is_place(const struct minutes *minutes, size_t line, struct text_span text)
{
    struct sentence sentence;
    struct phrase_date date;
    const struct outline_line *outline = &minutes->outline.lines[line];
    if (outline->zone != ZONE_HEADER || outline->heading || outline->title ||
        minutes->markdown.lines[line].depth || !text.length || text.length > PLACE_BYTES_MAX ||
        text_span_find(text, 0, ":") < text.length || strchr(".?!", text.text[text.length - 1]) ||
        phrase_date_find(text, 0, DATE_ORDER_UNKNOWN, &date))
        return false;
    sentence_read_all(text, &sentence);
    for (size_t i = 0; i < sentence.count; i++)
        if (!sentence.list[i].upper && !sentence.list[i].number &&
            sentence.list[i].end - sentence.list[i].start > 3)
            return false;
    return sentence.count && *text.text >= '0' && pattern_is_in(PATTERN_ROOM, &sentence);
}

/* Reports whether the line above or below one of the head has the date or a time and nothing else.
 */
static bool is_beside_facts(const struct minutes *minutes, size_t line)
{
    for (size_t i = line ? line - 1 : line; i <= line + 1 && i < minutes->markdown.count; i++) {
        struct phrase_date date;
        const struct text_span text = outline_without_signs(minutes_text(minutes, i, i + 1));
        if (i != line && !minutes->outline.lines[i].title &&
            (outline_is_time(text) || phrase_date_find(text, 0, DATE_ORDER_UNKNOWN, &date)))
            return true;
    }
    return false;
}

/* Adds the place that a line of the head below the title names, if the line beside it has the date
 * or the time, or is a subtitle. */
static void add_place_of_line(struct minutes *minutes)
{
    const size_t first = minutes->outline.title_line + 1;
    for (size_t i = first; i < minutes->markdown.count && meeting_is_head(minutes, i); i++) {
        const struct text_span text = outline_without_signs(minutes_text(minutes, i, i + 1));
        if (minutes->outline.lines[i].zone != ZONE_HEADER)
            return;
        if (!is_place(minutes, i, text) || !is_beside_facts(minutes, i))
            continue;
        minutes_set(minutes, minutes->meeting, "venue", text);
        draft_cite(minutes->draft, &meeting_type, minutes->meeting,
                   minutes_lines(minutes, i, i + 1));
        return;
    }
}

void meeting_add_place(struct minutes *minutes)
{
    add_place_of_title(minutes);
    if (!json_object_get(minutes->meeting, "venue"))
        add_place_of_range(minutes);
    if (!json_object_get(minutes->meeting, "venue"))
        add_place_of_line(minutes);
}
