/* Sentences that say who was there: "Apologies were received from A and B." (A2) */
#include "attendance/attendance_private.h"
#include "phrases/pattern.h"
#include "wording/words.h"

/* Returns the number of the line of the source in which a part of a paragraph begins. */
static unsigned line_of(const struct minutes *minutes, size_t line, size_t end, const char *at)
{
    const struct markdown *markdown = &minutes->markdown;
    while (line + 1 < end && markdown->text.bytes + markdown->lines[line + 1].start <= at)
        line++;
    return markdown->lines[line].line;
}

/* Adds the members of a sentence, whose group ends with it. */
static void add_sentence(struct attendance_reader *reader, const struct member_group *group,
                         unsigned line)
{
    const struct attendance_reader outer = *reader;
    reader->group = *group;
    reader->listed = false;
    attendance_add_list(reader, group->rest, line, "A2");
    reader->group = outer.group;
    reader->listed = outer.listed;
}

/* Reports whether a sentence is about this meeting: "The meeting was chaired by N." */
static bool is_about_meeting(const struct sentence *sentence)
{
    return pattern_is_in(PATTERN_SESSION, sentence) || pattern_is_in(PATTERN_OWN_MEETING, sentence);
}

void attendance_add_leaders(struct attendance_reader *reader, size_t line, size_t end)
{
    const struct minutes *minutes = reader->minutes;
    const struct text_span text = minutes_text(minutes, line, end);
    struct sentence sentence;
    struct member_group group;
    if (minutes->markdown.lines[line].form != MARKDOWN_PARAGRAPH ||
        text.length > ATTENDANCE_LINE_BYTES_MAX)
        return;
    for (size_t at = 0; at < text.length;) {
        at = sentence_read(text, at, &sentence);
        if (minutes->outline.lines[line].item && !is_about_meeting(&sentence))
            continue;
        for (size_t word = 0; member_led_find(&sentence, &word, &group);)
            add_sentence(reader, &group, line_of(minutes, line, end, group.rest.text));
    }
}

/* Reads a sentence of a text, however many words it has. Returns the offset of its end. */
static size_t read_sentence(struct text_span text, size_t from, struct sentence *ret_sentence)
{
    struct sentence more;
    size_t end = sentence_read(text, from, ret_sentence);
    for (size_t count = ret_sentence->count; count == SENTENCE_WORDS_MAX && end < text.length;
         count = more.count)
        end = sentence_read(text, end, &more);
    return end;
}

/* Reads a sentence that begins with the label of a group: "Present: A, B." */
static bool read_label(struct text_span text, struct member_group *ret_group)
{
    return member_group_read(text, ret_group) && ret_group->rest.length && !ret_group->single;
}

bool attendance_add_sentences(struct attendance_reader *reader, size_t line, size_t end,
                              bool anywhere)
{
    const struct minutes *minutes = reader->minutes;
    const struct text_span text = minutes_text(minutes, line, end);
    bool found = false;
    if (minutes->markdown.lines[line].form != MARKDOWN_PARAGRAPH ||
        text.length > ATTENDANCE_LINE_BYTES_MAX)
        return false;
    for (size_t at = 0; at < text.length && (found || !at || anywhere);) {
        struct sentence sentence;
        struct member_group group;
        const size_t start = at;
        at = read_sentence(text, at, &sentence);
        if (!member_sentence_read(&sentence, at, &group) &&
            !(start && read_label(text_span_part(text, start, at), &group)))
            continue;
        add_sentence(reader, &group, line_of(minutes, line, end, group.rest.text));
        found = true;
    }
    return found;
}

bool attendance_is_topic(const struct minutes *minutes, size_t line)
{
    static const enum words_class classes[] = {WORDS_REGRETS, WORDS_PRESENT, WORDS_PROCEDURE};
    const uint32_t item = minutes->outline.lines[line].item;
    if (item <= 1)
        return item == 1;
    const struct text_span title = minutes->outline.items[item - 1].title;
    for (size_t i = 0; i < sizeof classes / sizeof *classes; i++)
        if (words_has(classes[i], title.text, title.length))
            return true;
    return false;
}
