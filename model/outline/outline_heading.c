/* The part of minutes that a heading begins (P3, Z1, I1). */
#include "actions/action.h"
#include "base/array.h"
#include "members/member.h"
#include "outline/outline_labels.h"
#include "outline/outline_private.h"
#include "phrases/pattern.h"
#include "phrases/time.h"
#include "wording/words.h"

/* Reports whether a heading is a label with its value: "Date: 1 May" (P3). */
static bool is_label_heading(struct text_span text)
{
    static const enum words_class labels[] = {
        WORDS_DATE,  WORDS_PLACE,        WORDS_TIME,      WORDS_START,        WORDS_END,
        WORDS_CHAIR, WORDS_MINUTE_TAKER, WORDS_MODERATOR, WORDS_DURATION,     WORDS_SECRETARY,
        WORDS_HOST,  WORDS_PRESENT,      WORDS_REGRETS,   WORDS_NEXT_MEETING,
    };
    const size_t colon = text_span_find(text, 0, ":");
    if (colon + 1 >= text.length)
        return false;
    for (size_t i = 0; i < sizeof labels / sizeof *labels; i++)
        if (words_is(labels[i], text.text, colon))
            return true;
    return false;
}

bool outline_tells_times(struct text_span text)
{
    struct phrase_time time;
    bool actual = false;
    if (!phrase_time_find(text, 0, &time))
        return false;
    const enum time_meaning meaning = phrase_time_meaning(text, &actual);
    return meaning == TIME_START || meaning == TIME_END || meaning == TIME_BREAK;
}

/* Reports whether a text begins a group of the attendance and has nothing after its label. */
static bool is_attendance(struct text_span text)
{
    struct member_group group;
    return member_group_read(text, &group) && !group.rest.length && !group.single;
}

bool outline_heading_is_structural(struct text_span title, struct outline_heading *heading)
{
    static const struct {
        enum words_class words;
        enum zone zone;
    } zones[] = {
        {WORDS_FACTS, ZONE_HEADER},          {WORDS_AGENDA, ZONE_AGENDA},
        {WORDS_CONCLUSION, ZONE_CONCLUSION}, {WORDS_ACTIONS, ZONE_ACTIONS},
        {WORDS_NEXT_STEPS, ZONE_STEPS},      {WORDS_SUMMARY, ZONE_SUMMARY},
        {WORDS_SKIPPED, ZONE_SKIPPED},       {WORDS_NEXT_MEETING, ZONE_NEXT_MEETING},
    };
    heading->kind = HEADING_ZONE;
    heading->rule = "Z1";
    for (size_t i = 0; i < sizeof zones / sizeof *zones; i++)
        if (words_is(zones[i].words, title.text, title.length)) {
            heading->zone = zones[i].zone;
            return true;
        }
    const enum action_zone actions = action_zone_of(title);
    heading->zone = actions == ACTION_ZONE_ACTIONS  ? ZONE_ACTIONS
                    : actions == ACTION_ZONE_STEPS  ? ZONE_STEPS
                    : actions == ACTION_ZONE_REVIEW ? ZONE_REVIEW
                                                    : ZONE_HEADER;
    if (actions != ACTION_ZONE_NONE)
        return true;
    heading->zone = ZONE_ATTENDANCE;
    return is_attendance(title);
}

/* Reports whether a heading is above one of its own level or a higher one that is an item. */
static bool has_item_above(const struct outline_reader *reader, unsigned level)
{
    for (size_t i = reader->heading_count; i-- > 0;)
        if (reader->headings[i].kind == HEADING_ITEM)
            return reader->headings[i].level < level;
        else if (reader->headings[i].kind == HEADING_CONTAINER)
            return false;
    return false;
}

uint32_t outline_title_hash(struct text_span title)
{
    uint32_t hash = 2166136261u;
    struct outline_item item = {0};
    outline_split_numbered_title(title, true, &item);
    for (size_t i = 0; i < item.title.length; i++) {
        const unsigned char byte = (unsigned char)item.title.text[i];
        const unsigned char lower = byte >= 'A' && byte <= 'Z' ? byte + 32 : byte;
        if ((lower >= 'a' && lower <= 'z') || (lower >= '0' && lower <= '9') || lower >= 0x80)
            hash = (hash ^ lower) * 16777619u;
    }
    return hash;
}

static bool has_title(const struct outline_reader *reader)
{
    return reader->outline->title_line < reader->markdown->count;
}

/* Reports whether the first heading is a title whose number is that of the session: "7. Sitzung des
 * Rats". */
static bool numbers_session(const struct outline_reader *reader,
                            const struct outline_heading *heading, struct text_span title)
{
    struct sentence sentence;
    sentence_read_all(title, &sentence);
    return !has_title(reader) && !reader->heading_count && heading->level == 1 && sentence.count &&
           (pattern_at(PATTERN_SESSION, &sentence, 0) || pattern_at(PATTERN_SESSION, &sentence, 1));
}

/* Reports whether the first heading is the title of the meeting. */
static bool heading_is_title(const struct outline_reader *reader, struct text_span text,
                             const struct outline_heading *heading, bool numbered)
{
    struct phrase_date date;
    if (has_title(reader) || heading->level >= BOLD_LEVEL || numbered || reader->has_items)
        return false;
    return heading->level == 1 || phrase_date_find(text, 0, DATE_ORDER_UNKNOWN, &date) ||
           (words_has(WORDS_TITLE, text.text, text.length) && !reader->heading_count);
}

/* Reports whether a text is a date and nothing else, except for a time. */
static bool is_date_with_time(struct text_span text)
{
    struct phrase_date date;
    text = text_span_strip(text, " -*_:");
    if (!phrase_date_find(text, 0, DATE_ORDER_UNKNOWN, &date) || !date.day)
        return false;
    return phrase_date_is_all(text, &date) ||
           (date.span.text == text.text &&
            outline_is_time(text_span_part(text, date.span.length, text.length)));
}

/* Reports whether nothing but facts is between a heading and the next one. */
static bool has_facts_only(const struct markdown *markdown, size_t heading)
{
    size_t line = heading + 1;
    for (; line < markdown->count && markdown->lines[line].form != MARKDOWN_HEADING; line++) {
        const struct text_span text = outline_without_signs(outline_line_text(markdown, line));
        if (markdown->lines[line].form != MARKDOWN_RULE && !outline_is_head_fact(text) &&
            !is_date_with_time(text))
            return false;
    }
    return line < markdown->count;
}

/* Reports whether a heading below the title is the date of the meeting and nothing else, except for
 * a time, and the attendance, facts or another heading follow; or the kind of the meeting with its
 * date, above the attendance. */
static bool is_date_of_head(const struct outline_reader *reader, size_t line, struct text_span text)
{
    struct phrase_date date;
    text = text_span_strip(outline_without_signs(text), " -*_:");
    if (!has_title(reader) || reader->has_items ||
        !phrase_date_find(text, 0, DATE_ORDER_UNKNOWN, &date) || !date.day)
        return false;
    const bool attended = outline_is_bold_head(reader->markdown, line);
    if (!attended && !has_facts_only(reader->markdown, line))
        return false;
    return is_date_with_time(text) ||
           (attended && date.year && words_at(WORDS_TITLE, text.text, text.length));
}

/* Reports whether a heading is below the title and begins no item: the name of the body, which has
 * nothing but facts below it, or one of several that say which body met in which meeting. */
static bool is_subtitle(const struct outline_reader *reader, size_t line, bool numbered)
{
    if (!has_title(reader) || reader->has_items || reader->attended || numbered)
        return false;
    if (outline_is_subtitle(reader->markdown, reader->outline->title_line, line))
        return true;
    return line == reader->outline->title_line + 1 && line + 1 < reader->markdown->count &&
           reader->markdown->lines[line + 1].form != MARKDOWN_HEADING &&
           reader->markdown->lines[line + 1].form != MARKDOWN_RULE &&
           has_facts_only(reader->markdown, line);
}

/* Reports whether a heading directly below the title, or below another such heading, is the kind of
 * the meeting or its date: a heading below it, the attendance or a fact follows. */
static bool is_below_title(const struct outline_reader *reader, size_t line, struct text_span text)
{
    struct phrase_date date;
    const struct markdown *markdown = reader->markdown;
    const size_t count = reader->heading_count;
    if (!has_title(reader) || reader->has_items || reader->attended || !count ||
        reader->headings[count - 1].line + 1 != line || line + 1 >= markdown->count ||
        markdown->lines[line].form != MARKDOWN_HEADING ||
        reader->headings[count - 1].zone != ZONE_HEADER)
        return false;
    const bool dated = phrase_date_find(text, 0, DATE_ORDER_UNKNOWN, &date) && date.day;
    if (!dated && !words_has(WORDS_TITLE, text.text, text.length))
        return false;
    if (markdown->lines[line + 1].form == MARKDOWN_HEADING)
        return markdown->lines[line + 1].level > markdown->lines[line].level;
    return dated && (outline_begins_attendance(markdown, line + 1) ||
                     outline_is_head_label(markdown, line + 1));
}

/* Reports whether a heading such as "Minutes" is the title above a heading with the name of the
 * body. */
static bool is_above_subtitle(const struct outline_reader *reader,
                              const struct outline_heading *heading)
{
    const struct markdown *markdown = reader->markdown;
    const size_t next = heading->line + 1;
    return !reader->heading_count && heading->level == 1 && next < markdown->count &&
           markdown->lines[next].form == MARKDOWN_HEADING && next + 1 < markdown->count &&
           markdown->lines[next + 1].form == MARKDOWN_PARAGRAPH && has_facts_only(markdown, next);
}

/* Reports whether a heading is the title of the file: "# Minutes", with all else below it. */
static bool is_title_of_file(const struct outline_heading *heading)
{
    return heading->line == 0 && heading->level == 1;
}

/* Makes a heading the title of the meeting. */
static void heading_set_title(struct outline_reader *reader, struct outline_heading *heading,
                              struct text_span text)
{
    heading->kind = HEADING_TITLE, heading->zone = ZONE_HEADER, heading->rule = "D4";
    reader->outline->title_line = heading->line;
    reader->title = outline_title_hash(text);
}

/* Reports whether a heading is a bold line of the head. */
static bool is_bold_head(const struct outline_reader *reader, const struct outline_heading *heading,
                         bool numbered)
{
    return heading->level == BOLD_LEVEL && !numbered && !reader->has_items && !reader->attended &&
           outline_is_bold_head(reader->markdown, heading->line);
}

/* Reports whether a line is an entry of a list or a row of a table. */
static bool begins_list(const struct markdown *markdown, size_t line)
{
    return line < markdown->count &&
           (markdown->lines[line].entry || markdown->lines[line].form == MARKDOWN_ROW);
}

/* Reports whether a heading is the name of a group within the attendance: it is below the heading
 * of the attendance, and has nothing but members below it. */
static bool is_member_heading(const struct outline_reader *reader,
                              const struct outline_heading *heading, bool numbered)
{
    size_t above = reader->heading_count;
    while (above && reader->headings[above - 1].kind == HEADING_LABEL)
        above--;
    return !numbered && above && reader->headings[above - 1].zone == ZONE_ATTENDANCE &&
           reader->headings[above - 1].level < heading->level &&
           outline_has_members_only(reader->markdown, heading->line);
}

/* Reports whether a heading is a label, as which no item begins: with its value, the date of the
 * meeting, or the title again (P3). */
static bool is_label(const struct outline_reader *reader, size_t line, struct text_span text)
{
    return is_label_heading(outline_without_signs(text)) || is_date_of_head(reader, line, text) ||
           (has_title(reader) && outline_title_hash(text) == reader->title);
}

/* Reports whether a heading begins a zone, and sets its kind, zone and rule to that. They are set
 * even if the result is false. */
static bool heading_begins_zone(const struct outline_reader *reader,
                                struct outline_heading *heading, struct text_span title,
                                bool numbered)
{
    return outline_heading_is_structural(title, heading) &&
           !(numbered && heading->zone == ZONE_ATTENDANCE &&
             !begins_list(reader->markdown, heading->line + 1)) &&
           !(heading->zone == ZONE_ATTENDANCE && is_title_of_file(heading) &&
             !words_is(WORDS_PRESENT, title.text, title.length)) &&
           !(heading->zone == ZONE_HEADER && reader->has_items);
}

/* Changes the zone of a heading that begins one: a numbered summary is an item, and a conclusion
 * that is not within an item lists all decisions. */
static void heading_settle_zone(const struct outline_reader *reader,
                                struct outline_heading *heading, bool numbered)
{
    if (heading->zone == ZONE_SUMMARY && numbered)
        heading->kind = HEADING_ITEM, heading->rule = "I1";
    if (heading->zone == ZONE_CONCLUSION && !has_item_above(reader, heading->level))
        heading->zone = ZONE_DECISIONS;
}

/* Reports whether a heading is a part of the item above it. */
static bool is_part_of_item(const struct outline_reader *reader,
                            const struct outline_heading *heading, struct text_span title,
                            bool numbered)
{
    return (words_is(WORDS_PART, title.text, title.length) || pattern_is(PATTERN_VOTE_ON, title)) &&
           !numbered && has_item_above(reader, heading->level);
}

/* Makes a heading a subtitle, or else an item. */
static void heading_set_item(const struct outline_reader *reader, struct outline_heading *heading,
                             bool numbered)
{
    const bool subtitle = is_subtitle(reader, heading->line, numbered);
    heading->kind = subtitle ? HEADING_LABEL : HEADING_ITEM;
    heading->zone = subtitle ? ZONE_HEADER : ZONE_MINUTES;
    heading->rule = subtitle ? "P3" : heading->level < BOLD_LEVEL ? "I1" : "I2";
}

/* Makes a bold line at the head the title, or a label if there is one. */
static void heading_set_bold_head(struct outline_reader *reader, struct outline_heading *heading,
                                  struct text_span text)
{
    if (has_title(reader))
        heading->kind = HEADING_LABEL, heading->rule = "P3";
    else
        heading_set_title(reader, heading, text);
}

/* Decides what a heading begins. */
static void heading_classify(struct outline_reader *reader, struct outline_heading *heading)
{
    struct outline_item item = {0};
    const struct text_span text = outline_line_text(reader->markdown, heading->line);
    outline_split_heading(reader, heading->line, text, &item);
    const struct text_span title = item.title;
    const bool numbered =
        (item.number.length > 0 || reader->markdown->lines[heading->line].number) &&
        !numbers_session(reader, heading, title);
    if (is_member_heading(reader, heading, numbered) &&
        !outline_heading_is_structural(text, heading))
        heading->kind = HEADING_LABEL, heading->zone = ZONE_HEADER, heading->rule = "A2";
    else if (is_label(reader, heading->line, text))
        heading->kind = HEADING_LABEL, heading->rule = "P3";
    else if (heading_begins_zone(reader, heading, title, numbered))
        heading_settle_zone(reader, heading, numbered);
    else if (is_part_of_item(reader, heading, title, numbered))
        heading->kind = HEADING_PART, heading->rule = "I1";
    else if (words_is(WORDS_MINUTES, title.text, title.length) && !numbered &&
             !is_title_of_file(heading) && !is_above_subtitle(reader, heading))
        heading->kind = HEADING_CONTAINER, heading->zone = ZONE_MINUTES, heading->rule = "Z1";
    else if (!numbered &&
             (words_is(WORDS_PROCEDURE, title.text, title.length) || outline_tells_times(text)))
        heading->kind = HEADING_ZONE, heading->zone = ZONE_PROCEDURE, heading->rule = "I4";
    else if (heading_is_title(reader, text, heading, numbered))
        heading_set_title(reader, heading, text);
    else if (!numbered && is_below_title(reader, heading->line, text))
        heading->kind = HEADING_LABEL, heading->zone = ZONE_HEADER, heading->rule = "P3";
    else if (is_bold_head(reader, heading, numbered))
        heading_set_bold_head(reader, heading, text);
    else
        heading_set_item(reader, heading, numbered);
}

void outline_add_heading(struct outline_reader *reader, size_t line, unsigned level)
{
    struct outline_heading *at = array_reserve(reader->headings, &reader->heading_capacity,
                                               reader->heading_count + 1, sizeof *at);
    if (!at) {
        reader->outline->out_of_memory = true;
        return;
    }
    reader->headings = at;
    struct outline_heading heading = {.line = line, .level = level};
    heading_classify(reader, &heading);
    at[reader->heading_count++] = heading;
    reader->has_items |= heading.kind == HEADING_ITEM;
    reader->attended |= heading.zone == ZONE_ATTENDANCE;
}
