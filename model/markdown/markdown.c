#include "markdown/markdown.h"

#include "markdown/markdown_private.h"

#include <stdlib.h>
#include <string.h>

enum {
    MARKDOWN_HEADING_BYTES_MAX = 180, /* of an underlined heading */
    MARKDOWN_EXTRA_BYTES = 4096
};

static void markdown_begin_entry(struct markdown_reader *reader, const MD_BLOCK_LI_DETAIL *detail)
{
    const unsigned level = reader->depth - 1;
    markdown_begin_block(reader, MARKDOWN_PARAGRAPH);
    reader->entry = true;
    reader->checkbox = detail->is_task != 0;
    reader->checked = detail->is_task && detail->task_mark != ' ';
    if (level < MARKDOWN_TRACKED_DEPTH)
        reader->numbers[level]++;
}

static void markdown_begin_list(struct markdown_reader *reader, bool ordered, unsigned start)
{
    markdown_close(reader);
    if (!reader->depth) {
        reader->now.list++;
        reader->printed = 0;
    }
    if (reader->depth < MARKDOWN_TRACKED_DEPTH) {
        reader->ordered[reader->depth] = ordered;
        reader->numbers[reader->depth] = start ? start - 1 : 0;
    }
    reader->depth++;
}

static int markdown_enter_block(MD_BLOCKTYPE type, void *detail, void *userdata)
{
    struct markdown_reader *reader = userdata;
    if (type == MD_BLOCK_QUOTE)
        reader->quotes++;
    else if (type == MD_BLOCK_UL)
        markdown_begin_list(reader, false, 0);
    else if (type == MD_BLOCK_OL)
        markdown_begin_list(reader, true, ((MD_BLOCK_OL_DETAIL *)detail)->start);
    else if (type == MD_BLOCK_LI)
        markdown_begin_entry(reader, detail);
    else if (type == MD_BLOCK_HR)
        markdown_add_rule(reader);
    else if (type == MD_BLOCK_H) {
        markdown_begin_block(reader, MARKDOWN_HEADING);
        reader->now.level = ((MD_BLOCK_H_DETAIL *)detail)->level;
    } else if (type == MD_BLOCK_CODE)
        markdown_begin_block(reader, MARKDOWN_CODE);
    else if (type == MD_BLOCK_P || type == MD_BLOCK_HTML)
        markdown_begin_block(reader, MARKDOWN_PARAGRAPH);
    else if (type == MD_BLOCK_TABLE)
        reader->now.table++;
    else if (type == MD_BLOCK_THEAD)
        reader->in_head = true;
    else if (type == MD_BLOCK_TR)
        markdown_begin_block(reader, MARKDOWN_ROW);
    return reader->markdown->out_of_memory;
}

/* Reports whether the heading is written with "#", and *ret_permitted whether a blank lacks after
 * it. */
static bool markdown_is_atx(const struct markdown_reader *reader, const char *at,
                            bool *ret_permitted)
{
    const char *start = at;
    *ret_permitted = start > reader->bytes && start[-1] == '#';
    while (start > reader->bytes && start[-1] != '\n' && start[-1] != '#')
        start--;
    return start > reader->bytes && start[-1] == '#';
}

/* Makes the lines of a heading a paragraph if they are only text above a rule (P3). */
static void markdown_end_heading(struct markdown_reader *reader)
{
    struct markdown *markdown = reader->markdown;
    if (markdown->count <= reader->block_first)
        return;
    struct markdown_line *first = &markdown->lines[reader->block_first];
    const char *text = markdown->text.bytes + first->start;
    const char last = first->length ? text[first->length - 1] : '.';
    const bool one = markdown->count == reader->block_first + 1;
    const bool digits = first->permitted && *text >= '0' && *text <= '9';
    const bool bold = first->level == 2 && first->bold == first->length && first->length < 20 &&
                      last >= '0' && last <= '9';
    if (one && !digits &&
        (!reader->in_row || (!bold && last != '.' && last != ';' && last != ',' &&
                             first->length <= MARKDOWN_HEADING_BYTES_MAX)))
        return;
    for (size_t i = reader->block_first; i < markdown->count; i++)
        markdown->lines[i].form = MARKDOWN_PARAGRAPH;
    if (!digits)
        markdown_add_rule(reader);
}

static int markdown_leave_block(MD_BLOCKTYPE type, void *detail, void *userdata)
{
    struct markdown_reader *reader = userdata;
    (void)detail;
    if (type == MD_BLOCK_TD || type == MD_BLOCK_TH) {
        markdown_open(reader, NULL);
        buffer_append_byte(&reader->markdown->text, '\t');
        return 0;
    }
    if (type == MD_BLOCK_TR)
        reader->now.head = reader->in_head;
    markdown_close(reader);
    reader->now.head = false;
    if (type == MD_BLOCK_QUOTE)
        reader->quotes--;
    else if (type == MD_BLOCK_UL || type == MD_BLOCK_OL)
        reader->depth--;
    else if (type == MD_BLOCK_THEAD)
        reader->in_head = false;
    else if (type == MD_BLOCK_H)
        markdown_end_heading(reader);
    reader->in_row = reader->in_tag = reader->in_comment = false;
    return reader->markdown->out_of_memory;
}

static unsigned *markdown_span_count(struct markdown_reader *reader, MD_SPANTYPE type)
{
    return type == MD_SPAN_STRONG ? &reader->strong
           : type == MD_SPAN_A    ? &reader->link
           : type == MD_SPAN_IMG  ? &reader->image
           : type == MD_SPAN_DEL  ? &reader->deleted
                                  : NULL;
}

static int markdown_enter_span(MD_SPANTYPE type, void *detail, void *userdata)
{
    struct markdown_reader *reader = userdata;
    unsigned *count = markdown_span_count(reader, type);
    (void)detail;
    if (!count)
        return 0;
    ++*count;
    reader->link_begins |= count == &reader->link;
    return 0;
}

/* Keeps the address of the first link of the line. It is written before the line. */
static void markdown_keep_url(struct markdown_reader *reader, const MD_ATTRIBUTE *url)
{
    struct markdown_line *now = &reader->now;
    struct markdown *markdown = reader->markdown;
    struct buffer *text = &markdown->text;
    if (!reader->open || now->url_length || !url->size || url->size > MARKDOWN_URL_MAX)
        return;
    const size_t size = text->length - now->start;
    buffer_append(text, url->text, url->size);
    if (text->failed)
        return;
    /* The address and the text of the line change places. */
    memmove(text->bytes + now->start + url->size, text->bytes + now->start, size);
    memcpy(text->bytes + now->start, url->text, url->size);
    now->url = now->start;
    now->url_length = url->size;
    now->start += url->size;
    markdown_move_spans(markdown, now->start - url->size, url->size);
}

static int markdown_leave_span(MD_SPANTYPE type, void *detail, void *userdata)
{
    struct markdown_reader *reader = userdata;
    const MD_SPAN_A_DETAIL *link = type == MD_SPAN_A ? detail : NULL;
    if (link && !reader->now.soft && !reader->image)
        markdown_keep_url(reader, &link->href);
    unsigned *count = markdown_span_count(reader, type);
    if (count)
        --*count;
    return 0;
}

/* Appends code, whose lines are lines. */
static void markdown_append_code(struct markdown_reader *reader, const char *text, size_t length)
{
    while (length) {
        const char *feed = memchr(text, '\n', length);
        const size_t size = feed ? (size_t)(feed - text) : length;
        markdown_append(reader, text, text, size);
        if (feed)
            markdown_close(reader);
        text += size + (feed != NULL);
        length -= size + (feed != NULL);
    }
}

static int markdown_text_callback(MD_TEXTTYPE type, const MD_CHAR *text, MD_SIZE size,
                                  void *userdata)
{
    struct markdown_reader *reader = userdata;
    if (type == MD_TEXT_BR || (type == MD_TEXT_SOFTBR && !reader->image)) {
        markdown_close(reader);
        reader->now.soft = type == MD_TEXT_SOFTBR;
    } else if (type == MD_TEXT_ENTITY)
        markdown_append_entity(reader, text, size);
    else if (type == MD_TEXT_HTML)
        markdown_html(reader, text, size, reader->now.form == MARKDOWN_PARAGRAPH);
    else if (reader->now.form == MARKDOWN_CODE)
        markdown_append_code(reader, text, size);
    else if (type != MD_TEXT_NULLCHAR) {
        const bool begins = !reader->open && size;
        markdown_append(reader, text, text, size);
        if (begins && reader->open && reader->now.form == MARKDOWN_HEADING)
            reader->in_row = !markdown_is_atx(reader, text, &reader->now.permitted);
    }
    return reader->markdown->text.failed;
}

void markdown_read(struct markdown *markdown, const char *bytes, size_t length, unsigned first_line)
{
    const MD_PARSER parser = {
        .flags = MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_TASKLISTS |
                 MD_FLAG_PERMISSIVEATXHEADERS | MD_FLAG_NOINDENTEDCODEBLOCKS |
                 MD_FLAG_PERMISSIVEURLAUTOLINKS,
        .enter_block = markdown_enter_block,
        .leave_block = markdown_leave_block,
        .enter_span = markdown_enter_span,
        .leave_span = markdown_leave_span,
        .text = markdown_text_callback,
    };
    char *copy = NULL;
    *markdown = (struct markdown){0};
    if (!markdown_mend_tables(bytes, length, &copy, &length)) {
        markdown->out_of_memory = true;
        return;
    }
    bytes = copy ? copy : bytes;
    struct markdown_reader reader = {.markdown = markdown,
                                     .bytes = bytes,
                                     .length = length,
                                     .counted = bytes,
                                     .line = first_line};
    buffer_init(&markdown->text, 8 * length + MARKDOWN_EXTRA_BYTES);
    if (md_parse(bytes, (MD_SIZE)length, &parser, &reader) != 0 || markdown->text.failed)
        markdown->out_of_memory = true;
    free(copy);
}

void markdown_finish(struct markdown *markdown)
{
    buffer_finish(&markdown->text);
    free(markdown->lines);
    free(markdown->struck.list);
    free(markdown->links.list);
    *markdown = (struct markdown){0};
}
