/* Numbered entries that begin with their title in bold letters: "1. **Report.** N reported that"
 * (I4). */
#include "base/array.h"
#include "outcomes/outcomes.h"
#include "outline/outline.h"
#include "wording/words.h"

#include <stdio.h>
#include <stdlib.h>

enum {
    TITLE_BYTES_MAX = 120,
    TITLES_MIN = 2,
    ITEM_LEVEL = 5,    /* of the headings made from titles */
    NUMBER_BYTES = 16, /* of "12. " */
    NUMBER_MAX = 999   /* of an item */
};

/* Returns a text without the marks before it that divide it from a title. */
static struct text_span without_marks(struct text_span text)
{
    static const char *const marks[] = {".", ":", "-", "\xE2\x80\x93"};
    text = text_span_trim(text);
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (text_span_begins(text, marks[i]))
            text = text_span_trim(text_span_part(text, strlen(marks[i]), text.length));
    return text;
}

/* Returns the title with which a line begins, or an empty text. *ret_rest is the text after it. */
static struct text_span title_of(const struct markdown *markdown, size_t line,
                                 struct text_span *ret_rest)
{
    static const struct text_span none = {NULL, 0};
    const struct markdown_line *at = &markdown->lines[line];
    const struct text_span text = markdown_text(markdown, line, line + 1);
    const size_t bold = at->bold < text.length ? at->bold : text.length;
    const struct text_span title = text_span_strip(text_span_part(text, 0, bold), " .:*_-");
    *ret_rest = without_marks(text_span_part(text, bold, text.length));
    const bool marked = bold && (strchr(".:", text.text[bold - 1]) || bold == text.length ||
                                 strchr(".:", text.text[bold]));
    const enum block_label label = block_label_read(text, NULL, NULL);
    if (!marked || at->form != MARKDOWN_PARAGRAPH || at->quoted || at->checkbox || !title.length ||
        title.length > TITLE_BYTES_MAX || (label != LABEL_NONE && label != LABEL_NOTE))
        return none;
    return title;
}

/* Reports whether a line is an entry of the first level that has a number. */
static bool is_entry(const struct markdown_line *line)
{
    return line->entry && line->depth == 1 && line->number && line->number <= NUMBER_MAX;
}

/* Reports whether each entry of the list that begins at a line begins with a title. */
static bool is_run_in_list(const struct markdown *markdown, size_t first)
{
    size_t titles = 0, texts = 0;
    for (size_t i = first; i < markdown->count; i++) {
        struct text_span rest;
        if (markdown->lines[i].list != markdown->lines[first].list || !markdown->lines[i].depth)
            break;
        if (!markdown->lines[i].entry || markdown->lines[i].depth > 1)
            continue;
        if (!is_entry(&markdown->lines[i]) || !title_of(markdown, i, &rest).length)
            return false;
        titles++;
        texts += rest.length > 0;
    }
    return titles >= TITLES_MIN && texts > 0;
}

/* Reports whether the items of a meeting may be below a heading: it is the title of the document,
 * or says that the minutes or the agenda follow. */
static bool may_contain_items(const struct markdown *markdown, size_t line)
{
    const struct text_span text = markdown_text(markdown, line, line + 1);
    const size_t colon = text_span_find(text, 0, ":");
    return markdown->lines[line].level == 1 || words_is(WORDS_MINUTES, text.text, colon) ||
           words_is(WORDS_AGENDA, text.text, colon) ||
           words_has(WORDS_TITLE, text.text, text.length);
}

/* The lines that a document is divided into. */
struct divided_lines {
    struct markdown_line *list;
    size_t count, capacity;
    uint32_t block; /* the last one of the document */
};

static struct markdown_line *add_line(struct markdown *markdown, struct divided_lines *lines,
                                      const struct markdown_line *line)
{
    struct markdown_line *list =
        array_reserve(lines->list, &lines->capacity, lines->count + 1, sizeof *list);
    if (!list) {
        markdown->out_of_memory = true;
        return NULL;
    }
    lines->list = list;
    list[lines->count] = *line;
    return &list[lines->count++];
}

/* Adds the title of an entry as a heading with its number. */
static void add_title(struct markdown *markdown, struct divided_lines *lines,
                      const struct markdown_line *line, size_t title, size_t length)
{
    char number[NUMBER_BYTES];
    struct markdown_line heading = {.form = MARKDOWN_HEADING,
                                    .level = ITEM_LEVEL,
                                    .start = markdown->text.length,
                                    .line = line->line,
                                    .last_line = line->line,
                                    .block = ++lines->block};
    snprintf(number, sizeof number, "%u. ", line->number);
    char copy[TITLE_BYTES_MAX + 1];
    memcpy(copy, markdown->text.bytes + title, length); /* the buffer may move */
    buffer_append_text(&markdown->text, number);
    buffer_append(&markdown->text, copy, length);
    heading.length = markdown->text.length - heading.start;
    markdown->out_of_memory |= markdown->text.failed;
    add_line(markdown, lines, &heading);
}

/* Adds a line of such a list one level above. */
static void add_entry_line(struct markdown *markdown, struct divided_lines *lines, size_t at)
{
    struct markdown_line line = markdown->lines[at];
    struct text_span rest;
    const struct text_span title =
        is_entry(&line) ? title_of(markdown, at, &rest) : (struct text_span){NULL, 0};
    if (title.length) {
        line.length = rest.length;
        line.start = rest.length ? (size_t)(rest.text - markdown->text.bytes) : line.start;
        add_title(markdown, lines, &markdown->lines[at],
                  (size_t)(title.text - markdown->text.bytes), title.length);
        line.bold = line.linked = 0;
    }
    if (line.depth == 1)
        line.list = line.number = 0, line.entry = false;
    line.depth--;
    line.soft &= lines->count && lines->list[lines->count - 1].block == line.block;
    if (!title.length || rest.length)
        add_line(markdown, lines, &line);
}

/* Returns the first line of the list whose entries begin with titles, or the number of lines if
 * there is none below a heading that may contain items. */
static size_t find_list(const struct markdown *markdown)
{
    bool items = true;
    for (size_t i = 0; i < markdown->count; i++) {
        const struct markdown_line *line = &markdown->lines[i];
        if (line->form == MARKDOWN_HEADING)
            items = may_contain_items(markdown, i);
        else if (items && is_entry(line) && line->number == 1 && is_run_in_list(markdown, i))
            return i;
    }
    return markdown->count;
}

void outline_divide_run_in_titles(struct markdown *markdown)
{
    struct divided_lines lines = {0};
    const size_t first = find_list(markdown), count = markdown->count;
    if (first == count)
        return;
    const uint32_t list = markdown->lines[first].list;
    for (size_t i = 0; i < count; i++)
        if (markdown->lines[i].block > lines.block)
            lines.block = markdown->lines[i].block;
    for (size_t i = 0; i < count && !markdown->out_of_memory; i++)
        if (i >= first && markdown->lines[i].list == list && markdown->lines[i].depth)
            add_entry_line(markdown, &lines, i);
        else
            add_line(markdown, &lines, &markdown->lines[i]);
    if (markdown->out_of_memory) {
        free(lines.list);
        return;
    }
    free(markdown->lines);
    markdown->lines = lines.list;
    markdown->count = lines.count;
    markdown->capacity = lines.capacity;
}
