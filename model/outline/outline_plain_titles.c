#define _GNU_SOURCE /* memmem */
/* Titles that are neither headings nor numbered, in minutes without other items: bold lines and
 * labels above their text, and entries above a nested list (I2, I4). */
#include "members/member.h"
#include "outcomes/decision.h"
#include "outline/outline_labels.h"
#include "outline/outline_private.h"
#include "phrases/sentence.h"
#include "wording/words.h"

#include <string.h>

enum {
    TITLE_BYTES_MAX = 80,
    TITLES_MIN = 2, /* of one kind; a single line is not a title */
    CAPITAL_WORDS_MAX = 10,
    SPEAKERS_MAX = 64, /* titles in capitals that are compared: one that comes twice is a speaker */
    SEARCHED_BYTES = 4000 /* of the head, which has the names of speakers */
};

/* The kinds of plain titles, in the order in which they are tried. */
enum title_kind {
    TITLE_BOLD,     /* a bold line directly above its text */
    TITLE_CAPITALS, /* a line in capitals above its text, below the attendance */
    TITLE_LINE,     /* "Repair of the Roof" directly above its text */
    TITLE_LABEL,    /* "Roof:" above a list */
    TITLE_ENTRY,    /* an entry of a list above a nested list */
    TITLE_NAMED,    /* "- [Name] topic", with or without a nested list; one is enough */
    TITLE_KIND_COUNT
};

/* Reports whether an entry is a topic after the name of its presenter, not after that of an
 * organization: "[Harbour Office] Ada Tidewater". */
static bool is_named(const struct markdown *markdown, size_t line)
{
    const struct markdown_line *at = &markdown->lines[line];
    const struct text_span text = outline_line_text(markdown, line);
    size_t name;
    return at->entry && at->depth == 1 && outline_named_topic(text, &name) &&
           !member_is_name(text_span_trim(text_span_part(text, name, text.length)), true);
}

/* Reports whether an entry with a name in brackets is a sentence: then people speak so. */
static bool is_spoken(const struct markdown *markdown, size_t line)
{
    const struct text_span text = outline_line_text(markdown, line);
    return markdown->lines[line].entry && outline_named_topic(text, NULL) &&
           strchr(".?!", text.text[text.length - 1]);
}

/* Reports whether a text is in the lines above the first title. It is then the name of a speaker.
 */
static bool is_in_head(const struct markdown *markdown, size_t first, struct text_span text)
{
    const size_t end = markdown->lines[first].start;
    const size_t length = end < SEARCHED_BYTES ? end : SEARCHED_BYTES;
    return memmem(markdown->text.bytes, length, text.text, text.length) != NULL;
}

/* Reports whether a label is one of the grammar. */
static bool is_label_of_grammar(struct text_span text, struct text_span label)
{
    struct outline_heading heading = {0};
    return outline_is_head_fact(text) || outline_heading_is_structural(label, &heading) ||
           block_label_read(label, NULL, NULL) != LABEL_NONE ||
           words_is(WORDS_NO_SPEAKER, label.text, label.length);
}

/* Reports whether a label is one of the grammar, or a name of several words. */
static bool is_other_label(struct text_span text, struct text_span label)
{
    return is_label_of_grammar(text, label) ||
           (text_span_find(label, 0, " ") < label.length && member_is_name(label, false));
}

/* Reports whether all letters of a text are capitals, and there are some. */
static bool is_in_capitals(struct text_span text)
{
    struct sentence words;
    size_t capitals = 0;
    sentence_read_all(text, &words);
    for (size_t i = 0; i < words.count; i++) {
        const struct sentence_word *word = &words.list[i];
        const bool single = word->end - word->start == 1;
        if (!word->capitals && !word->number && !(single && word->upper))
            return false;
        capitals += word->capitals;
    }
    return capitals > 0 && words.count <= CAPITAL_WORDS_MAX;
}

static bool is_first_of_block(const struct markdown *markdown, size_t line)
{
    return !line || markdown->lines[line - 1].block != markdown->lines[line].block;
}

/* Reports whether a line, which is the first of its block, is in capitals above its text. */
static bool is_capital_title(const struct markdown *markdown, size_t line, struct text_span text)
{
    const struct markdown_line *next = &markdown->lines[line + 1];
    return !strchr(".?!;,:", text.text[text.length - 1]) && next->form == MARKDOWN_PARAGRAPH &&
           is_in_capitals(text) && !is_in_capitals(outline_line_text(markdown, line + 1)) &&
           !is_label_of_grammar(text, text);
}

/* Reports whether a line may be a title of a kind. */
static bool may_be_title(const struct markdown *markdown, size_t line, enum title_kind kind)
{
    const struct markdown_line *at = &markdown->lines[line];
    const struct text_span text = outline_without_signs(outline_line_text(markdown, line));
    const struct text_span label = text_span_strip(text, " :*_");
    if (at->form != MARKDOWN_PARAGRAPH || at->quoted || at->checkbox || !label.length ||
        at->length > TITLE_BYTES_MAX)
        return false;
    if (kind == TITLE_NAMED)
        return is_named(markdown, line);
    if (line + 1 >= markdown->count)
        return false;
    const bool colon = text.text[text.length - 1] == ':';
    const bool below = at[1].block == at->block && !at[1].entry;
    if (kind == TITLE_ENTRY)
        return at->entry && at->depth == 1 && outline_has_nested(markdown, line) &&
               (colon || text_span_find(text, 0, ":") == text.length) &&
               !is_other_label(text, label);
    if (at->depth || !is_first_of_block(markdown, line))
        return false;
    if (kind == TITLE_CAPITALS)
        return is_capital_title(markdown, line, label);
    if (is_other_label(text, label))
        return false;
    if (kind == TITLE_LINE)
        return outline_is_title_line(markdown, line);
    if (kind == TITLE_LABEL)
        return colon && !below && at[1].entry && at[1].depth == 1;
    return below && at->bold && at->bold + 1 >= at->length && at[1].bold + 1 < at[1].length &&
           !strchr(".?!;,:", text.text[text.length - 1]);
}

/* Returns the line at which titles of a kind may begin: those in capitals are below the attendance.
 */
static size_t first_line(const struct outline_reader *reader, enum title_kind kind)
{
    size_t line = 0;
    if (kind != TITLE_CAPITALS)
        return 0;
    while (line < reader->markdown->count && !outline_begins_attendance(reader->markdown, line))
        line++;
    return line;
}

/* Titles in capitals that were seen. */
struct seen_titles {
    uint32_t hashes[SPEAKERS_MAX];
    size_t count;
};

/* Notes a title. Returns true if it was seen before. */
static bool see_title(struct seen_titles *seen, uint32_t hash)
{
    for (size_t i = 0; i < seen->count && i < SPEAKERS_MAX; i++)
        if (seen->hashes[i] == hash)
            return true;
    seen->hashes[seen->count++ % SPEAKERS_MAX] = hash;
    return false;
}

/* Counts the titles of a kind below the head; *ret_first is the line of the first. Returns 0 if a
 * title is in the head, or is the same as the one before it. */
static size_t count_titles(const struct outline_reader *reader, enum title_kind kind,
                           size_t *ret_first)
{
    const struct markdown *markdown = reader->markdown;
    size_t count = 0;
    uint32_t last = 0;
    struct seen_titles seen = {.count = 0};
    for (size_t i = first_line(reader, kind); i < markdown->count; i++) {
        if (kind == TITLE_NAMED && is_spoken(markdown, i))
            return 0;
        if (!may_be_title(markdown, i, kind))
            continue;
        const struct text_span title =
            text_span_strip(outline_without_signs(outline_line_text(markdown, i)), " :*_");
        const uint32_t hash = outline_title_hash(title);
        if (!count++)
            *ret_first = i;
        if (hash == last || is_in_head(markdown, *ret_first, title) ||
            (kind == TITLE_CAPITALS && see_title(&seen, hash)))
            return 0;
        last = hash;
    }
    return count;
}

/* Reports whether there may be plain titles: no heading is an item, or contains the minutes or the
 * agenda. */
static bool has_room(const struct outline_reader *reader)
{
    for (size_t i = 0; i < reader->heading_count; i++) {
        const struct outline_heading *heading = &reader->headings[i];
        if (heading->kind == HEADING_ITEM || heading->kind == HEADING_CONTAINER ||
            (heading->kind == HEADING_ZONE && heading->zone == ZONE_AGENDA))
            return false;
    }
    return true;
}

/* Takes a line as the title of an item. */
static void take_title(struct outline_reader *reader, size_t line, enum title_kind kind)
{
    outline_add_heading(reader, line, kind >= TITLE_ENTRY ? ENTRY_LEVEL : BOLD_LEVEL);
    if (reader->outline->out_of_memory)
        return;
    struct outline_heading *heading = &reader->headings[reader->heading_count - 1];
    heading->kind = HEADING_ITEM;
    heading->zone = ZONE_MINUTES;
    heading->rule = kind >= TITLE_ENTRY ? "I4" : "I2";
    if (line + 1 < reader->markdown->count)
        reader->markdown->lines[line + 1].soft = false;
}

void outline_find_plain_titles(struct outline_reader *reader)
{
    size_t first = 0, before = reader->heading_count;
    enum title_kind kind = TITLE_BOLD;
    if (!reader->attended || !has_room(reader))
        return;
    while (kind < TITLE_KIND_COUNT &&
           count_titles(reader, kind, &first) < (kind == TITLE_NAMED ? 1 : TITLES_MIN))
        kind++;
    if (kind == TITLE_KIND_COUNT)
        return;
    for (size_t i = first; i < reader->markdown->count && !reader->outline->out_of_memory; i++)
        if (may_be_title(reader->markdown, i, kind))
            take_title(reader, i, kind);
    outline_merge_headings(reader, before);
}
