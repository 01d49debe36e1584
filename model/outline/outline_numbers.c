/* Numbered lines that are items (I3). */
#include "base/array.h"
#include "outline/outline_labels.h"
#include "outline/outline_number.h"
#include "outline/outline_private.h"
#include "phrases/sentence.h"

#include <stdlib.h>
#include <string.h>

enum {
    NUMBERED_BYTES_MAX = 120, /* of a numbered line that is an item */
    TITLE_BYTES_MAX = 80,     /* of one with its text in the next line */
    WRAP_BYTES_MIN = 60,      /* lines are at least as long before they are wrapped */
    SENTENCE_WORDS_MIN = 5    /* of a sentence that is no title */
};

/* A numbered line that may be an item. */
struct numbered_line {
    size_t line;
    enum outline_number_form form;
    unsigned value, groups;
    uint32_t run;  /* of lines of one form whose numbers grow */
    bool sure;     /* true if it is one whatever the other lines of its run are */
    bool untitled; /* true if the next line is its title */
    bool filled;   /* true if text follows */
};

struct numbered_run {
    size_t count;  /* of lines */
    size_t filled; /* of those, except the last one */
    bool open_end; /* true if the last one has text */
    unsigned first;
};

struct numbered_lines {
    struct numbered_line *list;
    struct numbered_run *runs;
    size_t count, capacity, run_count, run_capacity;
    size_t last[NUMBER_FORM_COUNT]; /* 1 + the last line of each form, or 0 */
};

bool outline_list_is_titled(struct outline_reader *reader, size_t entry)
{
    const uint32_t list = reader->markdown->lines[entry].list;
    if (list != reader->list) {
        reader->list = list;
        reader->titled = outline_is_titled_list(reader->markdown, entry);
    }
    return reader->titled;
}

/* Reports whether a line may be the title below a number alone: "TOP 3". */
static bool is_title_below(const struct markdown *markdown, size_t i)
{
    const struct markdown_line *line = &markdown->lines[i];
    return i < markdown->count && line->form == MARKDOWN_PARAGRAPH && !line->quoted &&
           !line->entry && line->length <= TITLE_BYTES_MAX && line->length && !line->url_length &&
           !strchr(".?!;,:", markdown->text.bytes[line->start + line->length - 1]) &&
           !outline_is_head_label(markdown, i);
}

/* Reports whether a line ends before its text would be wrapped. `end` is the line after its block.
 */
static bool is_short_line(const struct markdown *markdown, size_t i, size_t end)
{
    size_t width = WRAP_BYTES_MIN;
    for (size_t at = i + 1; at < end; at++)
        if (markdown->lines[at].length > width)
            width = markdown->lines[at].length;
    return markdown->lines[i].length <= TITLE_BYTES_MAX &&
           markdown->lines[i].length + 1 +
                   text_span_find(outline_line_text(markdown, i + 1), 0, " ") <=
               width;
}

/* Reports whether a line is a title above its text, which begins with a capital. */
static bool is_above_text(const struct markdown *markdown, size_t i, size_t end)
{
    struct sentence words;
    sentence_read(outline_line_text(markdown, i + 1), 0, &words);
    return words.count && words.list[0].upper &&
           (is_short_line(markdown, i, end) ||
            outline_is_in_title_case(outline_line_text(markdown, i)));
}

/* Reports whether an entry of a list is a title: of a list of titles above their text, or of a list
 * that has no other. */
static bool is_titled_entry(struct outline_reader *reader, size_t i)
{
    const struct markdown *markdown = reader->markdown;
    const struct markdown_line *line = &markdown->lines[i];
    size_t end = i + 1;
    if (!line->entry || line->depth != 1 || !line->number)
        return false;
    if (outline_list_is_titled(reader, i))
        return true;
    if (line->form != MARKDOWN_PARAGRAPH || line->quoted || line->length > NUMBERED_BYTES_MAX ||
        strchr(".?!;,", markdown->text.bytes[line->start + line->length - 1]))
        return false;
    while (end < markdown->count && markdown->lines[end].block == line->block)
        end++;
    return (end == i + 1 || is_above_text(markdown, i, end)) &&
           (!i || line[-1].list != line->list || !line[-1].depth) &&
           (end == markdown->count || !markdown->lines[end].depth ||
            markdown->lines[end].list != line->list);
}

/* Reports whether a text is a sentence and what follows it, and so no title: "It was agreed to
 * order paint. Action: BD". */
static bool is_sentence_with_more(struct text_span text)
{
    struct sentence sentence;
    const size_t end = sentence_read(text, 0, &sentence);
    return end < text.length && sentence.count >= SENTENCE_WORDS_MIN;
}

/* Reports whether the mark at the end of a text says that it is no title. A point after an initial
 * or an abbreviation does not: "TOP 3 Hearing of Mr. X." */
static bool ends_as_text(struct text_span text)
{
    const char last = text.text[text.length - 1];
    struct sentence words;
    if (last != '.')
        return strchr("?!;,", last) != NULL;
    sentence_read_all(text, &words);
    return !words.count || words.list[words.count - 1].number || !sentence_ends_abbreviated(&words);
}

/* Reads a line of a paragraph that begins with a number. Returns false if it is not a title. */
static bool read_numbered_line(struct outline_reader *reader, size_t i, struct numbered_line *ret)
{
    const struct markdown *markdown = reader->markdown;
    const struct markdown_line *line = &markdown->lines[i];
    struct outline_number number;
    if (line->form != MARKDOWN_PARAGRAPH || line->quoted || line->entry || !line->length ||
        line->length > NUMBERED_BYTES_MAX || (line->depth && !line->soft))
        return false;
    const struct text_span text = outline_without_signs(outline_line_text(markdown, i));
    if (!outline_number_read(text, false, &number) ||
        (!number.text.length && number.form != NUMBER_PREFIXED))
        return false;
    const bool titled =
        text_span_strip(text_span_part(text, number.end, text.length), ":./- ").length > 0;
    const bool below = i + 1 < markdown->count && line[1].block == line->block;
    if (!titled && !(number.form == NUMBER_PREFIXED && number.text.length && below &&
                     is_title_below(markdown, i + 1)))
        return false;
    if (titled && number.form != NUMBER_ORDINAL &&
        (ends_as_text(text) ||
         is_sentence_with_more(text_span_trim(text_span_part(text, number.end, text.length)))))
        return false;
    if (line->length > TITLE_BYTES_MAX && (below || line->soft))
        return false;
    *ret = (struct numbered_line){.line = i,
                                  .form = number.form,
                                  .value = number.value,
                                  .groups = number.groups,
                                  .untitled = !titled};
    return true;
}

/* Reports whether text follows a numbered line. */
static bool is_filled(struct outline_reader *reader, const struct numbered_line *numbered)
{
    struct numbered_line other;
    const size_t next = numbered->line + 1 + numbered->untitled;
    return next < reader->markdown->count &&
           reader->markdown->lines[next].form != MARKDOWN_HEADING &&
           !read_numbered_line(reader, next, &other) && !is_titled_entry(reader, next);
}

/* Gives a line the run of the last one of its form, if its number follows that one's, else a new
 * run. Returns false if out of memory. */
static bool choose_run(struct numbered_lines *lines, struct numbered_line *line)
{
    const size_t last = lines->last[line->form];
    const struct numbered_line *before = last ? &lines->list[last - 1] : NULL;
    const bool grows = before && (line->value > before->value || line->groups > 1);
    lines->last[line->form] = lines->count + 1;
    if (grows) {
        struct numbered_run *run = &lines->runs[before->run];
        line->run = before->run;
        run->filled += run->open_end;
        run->open_end = line->filled;
        run->count++;
        return true;
    }
    struct numbered_run *runs =
        array_reserve(lines->runs, &lines->run_capacity, lines->run_count + 1, sizeof *runs);
    if (!runs)
        return false;
    lines->runs = runs;
    line->run = (uint32_t)lines->run_count;
    runs[lines->run_count++] =
        (struct numbered_run){.count = 1, .open_end = line->filled, .first = line->value};
    return true;
}

/* Adds a line. Returns false if out of memory. */
static bool add_line(struct outline_reader *reader, struct numbered_lines *lines,
                     struct numbered_line line)
{
    line.filled = is_filled(reader, &line);
    if (!choose_run(lines, &line))
        return false;
    struct numbered_line *list =
        array_reserve(lines->list, &lines->capacity, lines->count + 1, sizeof *list);
    if (!list)
        return false;
    lines->list = list;
    list[lines->count++] = line;
    return true;
}

/* Finds all numbered lines that may be items. Returns false if out of memory. */
static bool find_lines(struct outline_reader *reader, struct numbered_lines *lines)
{
    for (size_t i = 0; i < reader->markdown->count; i++) {
        const struct markdown_line *at = &reader->markdown->lines[i];
        struct numbered_line line;
        bool found = is_titled_entry(reader, i);
        if (found)
            line = (struct numbered_line){
                .line = i, .form = NUMBER_MARKED, .value = at->number, .groups = 1, .sure = true};
        else
            found = read_numbered_line(reader, i, &line);
        if (found && !add_line(reader, lines, line))
            return false;
    }
    return true;
}

/* Reports whether the lines of a run are items: a list of titles without text is an agenda. */
static bool is_run_of_items(const struct numbered_lines *lines, const struct numbered_line *line)
{
    const struct numbered_run *run = &lines->runs[line->run];
    if (line->form >= NUMBER_LETTER && run->first != 1)
        return false;
    if (run->count == 1)
        return line->form == NUMBER_PREFIXED && run->open_end;
    return 2 * run->filled >= run->count - 1;
}

/* Reports whether an entry of a numbered list below a heading may be an item. `above` is the number
 * of headings above the entry. Below an agenda it is one if the list begins again. */
static bool may_be_numbered_item(const struct outline_reader *reader, size_t above, size_t line)
{
    const enum zone zone = above ? reader->headings[above - 1].zone : ZONE_HEADER;
    const bool repeated =
        above && reader->repeated > reader->headings[above - 1].line && line >= reader->repeated;
    return zone == ZONE_HEADER || zone == ZONE_MINUTES || (zone == ZONE_AGENDA && repeated);
}

void outline_merge_headings(struct outline_reader *reader, size_t middle)
{
    for (size_t i = middle; i < reader->heading_count; i++)
        for (size_t j = i; j && reader->headings[j].line < reader->headings[j - 1].line; j--) {
            const struct outline_heading moved = reader->headings[j];
            reader->headings[j] = reader->headings[j - 1];
            reader->headings[j - 1] = moved;
        }
}

void outline_join_title(struct outline_reader *reader, size_t i)
{
    struct markdown_line *line = &reader->markdown->lines[i];
    struct outline_number number;
    const struct text_span text = outline_without_signs(outline_line_text(reader->markdown, i));
    if (!outline_number_read(text, false, &number) || number.form != NUMBER_PREFIXED ||
        !number.text.length || number.end < text.length || !is_title_below(reader->markdown, i + 1))
        return;
    line->length = line[1].start + line[1].length - line->start;
    line->last_line = line[1].last_line;
    line[1].block = line->block;
    line[1].soft = true;
    line[1].depth = line->depth;
    if (i + 2 < reader->markdown->count)
        line[2].soft = false;
}

/* Takes a numbered line as a heading. */
static void add_numbered_line(struct outline_reader *reader, const struct numbered_line *line,
                              unsigned level)
{
    struct markdown_line *lines = reader->markdown->lines;
    const size_t i = line->line, next = i + 1 + line->untitled;
    if (lines[i].soft)
        outline_detach_line(reader, i);
    if (line->untitled)
        outline_join_title(reader, i);
    outline_add_heading(reader, i, level);
    if (reader->outline->out_of_memory)
        return;
    reader->headings[reader->heading_count - 1].rule = "I3";
    if (next < reader->markdown->count)
        lines[next].soft = false;
}

/* Makes a numbered line of an agenda an entry of a list. */
static void make_entry(struct outline_reader *reader, const struct numbered_lines *lines,
                       const struct numbered_line *line)
{
    struct markdown_line *at = &reader->markdown->lines[line->line];
    const struct numbered_run *run = &lines->runs[line->run];
    at->entry = run->count > 1;
    at->soft = at->soft && !at->entry;
    at->depth = at->entry;
    at->number = at->entry ? line->value : 0;
}

/* Takes the lines that are items as headings. Letters divide the items of other numbers. */
static void take_lines(struct outline_reader *reader, const struct numbered_lines *lines)
{
    const size_t before = reader->heading_count;
    const bool has_items = reader->has_items;
    enum outline_number_form form = has_items ? NUMBER_LETTER : NUMBER_FORM_COUNT;
    for (size_t i = 0, above = 0; i < lines->count && !reader->outline->out_of_memory; i++) {
        const struct numbered_line *line = &lines->list[i];
        while (above < before && reader->headings[above].line <= line->line)
            above++;
        if (line->sure ? !may_be_numbered_item(reader, above, line->line)
                       : !is_run_of_items(lines, line)) {
            if (!line->sure && above && reader->headings[above - 1].zone == ZONE_AGENDA)
                make_entry(reader, lines, line);
            continue;
        }
        if (form == NUMBER_FORM_COUNT)
            form = line->form;
        const bool part = line->form == NUMBER_LETTER && (has_items || form != NUMBER_LETTER);
        if (part ? reader->has_items : line->form == form && !has_items)
            add_numbered_line(reader, line, part || line->groups > 1 ? ENTRY_LEVEL : BOLD_LEVEL);
    }
    outline_merge_headings(reader, before);
}

void outline_find_numbered_lines(struct outline_reader *reader)
{
    struct numbered_lines lines = {0};
    if (!find_lines(reader, &lines))
        reader->outline->out_of_memory = true;
    else if (lines.count > 1 || (lines.count && !lines.list[0].sure))
        take_lines(reader, &lines);
    free(lines.list);
    free(lines.runs);
}
