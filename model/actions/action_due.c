/* The due dates of actions (X6). */
#include "actions/action_private.h"
#include "phrases/pattern.h"
#include "phrases/word_class.h"

enum {
    DUE_BYTES_MAX = 60,   /* before the end of the text */
    WEEKDAY_BYTES_MIN = 5 /* of the name of a weekday in small letters: "mar" is the sea, too */
};

/* Reads two numbers of one or two digits with a mark between them. Returns their length, or 0. */
static size_t two_numbers_at(struct text_span text, char mark, int *ret_first, int *ret_second)
{
    const size_t first = text_span_digits(text, 0, ret_first);
    if (!first || first > 2 || first >= text.length || text.text[first] != mark)
        return 0;
    const size_t second = text_span_digits(text, first + 1, ret_second);
    return second && second <= 2 ? first + 1 + second : 0;
}

/* Reads a day and a month with a point after each, without a year: "12.05.". Returns its length, or
 * 0. */
static size_t day_and_month_at(struct text_span text, struct phrase_date *ret_due)
{
    int day, month;
    const size_t end = two_numbers_at(text, '.', &day, &month);
    if (!end || end >= text.length || text.text[end] != '.' || day < 1 || day > 31 || month < 1 ||
        month > 12)
        return 0;
    *ret_due = (struct phrase_date){.day = day, .month = month};
    return end + 1;
}

/* Reads a day and a month with a slash, without a year: "31/12". Returns its length, or 0. */
static size_t slash_date_at(struct text_span text, struct phrase_date *ret_due)
{
    int day, month;
    const size_t end = two_numbers_at(text, '/', &day, &month);
    const char next = end < text.length ? text.text[end] : ' ';
    if (!end || strchr("/-%", next) || (next >= 'A' && next <= 'z'))
        return 0;
    if (day == 24 && month == 7) /* "24/7" is no day */
        return 0;
    *ret_due = (struct phrase_date){.day = day, .month = month, .swappable = day <= 12};
    if (month > 12)
        *ret_due = (struct phrase_date){.day = month, .month = day};
    ret_due->span = text_span_part(text, 0, end);
    return day >= 1 && month >= 1 && ret_due->day <= 31 && ret_due->month <= 12 ? end : 0;
}

/* Returns true if a day and a month may be a fraction: "1/2". */
static bool is_fraction(const struct phrase_date *due)
{
    return due->swappable && due->day < due->month;
}

/* Reads what a due word introduces: a date, a weekday or "next meeting". Returns its length, or 0
 * if it is none of these. */
static size_t due_length(struct text_span rest, struct action *action)
{
    struct phrase_date date;
    struct sentence sentence;
    unsigned day;
    const struct text_span part =
        text_span_part(rest, 0, rest.length < DUE_BYTES_MAX ? rest.length : DUE_BYTES_MAX);
    if (phrase_date_find(part, 0, DATE_ORDER_UNKNOWN, &date) && date.span.text - rest.text <= 12) {
        action->due = date;
        return (size_t)(date.span.text - rest.text) + date.span.length;
    }
    size_t short_date = day_and_month_at(part, &action->due);
    struct phrase_date slash;
    if (!short_date && (short_date = slash_date_at(part, &slash)) > 0)
        action->due = slash;
    if (short_date)
        return short_date;
    sentence_read_all(part, &sentence);
    const size_t words = pattern_at(PATTERN_DUE_TIME, &sentence, 0);
    if (words)
        return sentence.list[words - 1].end;
    if (!sentence.count)
        return 0;
    const size_t skipped = pattern_at(PATTERN_BEFORE_WEEKDAY, &sentence, 0);
    if (skipped >= sentence.count)
        return 0;
    const struct sentence_word *word = &sentence.list[skipped];
    const bool short_word = word->end - word->start < WEEKDAY_BYTES_MIN;
    if (!words_weekday_at(part.text + word->start, part.length - word->start, &day) ||
        (short_word && !word->upper))
        return 0;
    action->due_weekday = day;
    return word->end;
}

/* Reads a date in brackets at the end of a text: "(3 June)". */
static void find_due_in_brackets(struct action *action)
{
    const struct text_span text = text_span_strip(action->text, ".");
    struct action found = {0};
    size_t open = text.length;
    if (!text.length || text.text[text.length - 1] != ')')
        return;
    while (open && text.text[open - 1] != '(' && text.length - open < DUE_BYTES_MAX)
        open--;
    if (open < 2 || text.text[open - 1] != '(')
        return;
    struct text_span inside = text_span_trim(text_span_part(text, open, text.length - 1));
    const size_t comma = text_span_find(inside, 0, ", "); /* "(N, 3 June)" */
    if (comma < inside.length)
        inside = text_span_trim(text_span_part(inside, comma + 1, inside.length));
    const size_t word = span_at(WORDS_DUE, inside);
    const struct text_span due = text_span_strip(text_span_part(inside, word, inside.length), ":");
    if (!due.length || due_length(due, &found) != due.length ||
        (!word && found.due.span.text && memchr(due.text, '/', due.length) && !found.due.year) ||
        (found.due.month && found.due.span.text && found.due.span.text != due.text))
        return;
    action->due = found.due;
    action->due_weekday = found.due_weekday;
    action->due_text = inside;
}

void action_find_due(struct action *action)
{
    struct sentence sentence;
    for (size_t from = 0; from < action->text.length && !action->due_text.length;) {
        from = sentence_read(action->text, from, &sentence);
        for (size_t at = 0; at < sentence.count; at++) {
            const size_t start = sentence.list[at].start;
            const struct text_span rest = text_span_part(action->text, start, action->text.length);
            const size_t word = span_at(WORDS_DUE, rest);
            if (!word)
                continue;
            const struct text_span after =
                text_span_strip(text_span_part(rest, word, rest.length), ":");
            if (!after.length)
                continue;
            struct action found = *action;
            const size_t length = due_length(after, &found);
            const bool colon =
                after.text > rest.text + word &&
                memchr(rest.text + word, ':', (size_t)(after.text - rest.text) - word);
            if (!length || (!colon && is_fraction(&found.due)))
                continue;
            *action = found;
            action->due_text = text_span_part(rest, 0, (size_t)(after.text - rest.text) + length);
            return;
        }
    }
    find_due_in_brackets(action);
}

void action_read_due_cell(struct text_span cell, struct action *action)
{
    cell = text_span_trim(cell);
    const size_t word = span_at(WORDS_DUE, cell);
    const struct text_span rest = text_span_strip(text_span_part(cell, word, cell.length), ":");
    action->due_text = cell;
    if (rest.length)
        due_length(rest, action);
}
