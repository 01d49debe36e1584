/* The lines of a Markdown document (CommonMark with tables, task lists and strikethrough), by md4c.
 *
 * The document is not a tree: each line knows the list entry, quotation and heading level that it
 * is in. A paragraph is several lines: those that a soft break divides are joined by extending the
 * text of the first one (markdown_join). Marks, escapes and entities are resolved; blanks such as
 * U+00A0 are spaces, and characters of no width are dropped. The front matter at the beginning of a
 * file is not part of the document (front_matter.h).
 *
 * May include: base, phrases, wording.
 */
#pragma once

#include "base/buffer.h"
#include "markdown/front_matter.h"
#include "phrases/text_span.h"

#include <stdint.h>

enum markdown_form {
    MARKDOWN_PARAGRAPH,
    MARKDOWN_HEADING,
    MARKDOWN_ROW, /* of a table; its cells are divided by tabs */
    MARKDOWN_RULE,
    MARKDOWN_CODE
};

struct markdown_line {
    size_t start;  /* of the text in the buffer of the document */
    size_t length; /* 0 for a rule only */
    enum markdown_form form;
    unsigned line, last_line; /* of the source, from 1 */
    unsigned level;           /* of a heading, 1 to 6 */
    unsigned depth;           /* of lists; 0 outside */
    unsigned number;          /* of an entry of a numbered list, else 0 */
    uint32_t block;           /* the paragraph, heading or row: all its lines have its number */
    uint32_t list;            /* the outermost list, or 0; a new one if its numbers begin again */
    uint32_t table;           /* or 0 */
    size_t bold;              /* bytes at the beginning that are bold */
    size_t linked;            /* bytes at the beginning that are a link */
    size_t url, url_length;   /* of the first link, in the buffer of the document */
    bool soft;                /* true after a soft break: it continues the line before it */
    bool entry;               /* true if it begins a list entry */
    bool quoted, checkbox, checked;
    bool struck;    /* true if all of it is struck out */
    bool head;      /* of a table */
    bool permitted; /* true for a heading "#Title" without a blank */
    bool ends_linked;
    bool told; /* true for a cell of talk beside a cell with the decision */
};

/* Parts of the text, in their order, as offsets in the buffer of the document. */
struct markdown_spans {
    struct {
        size_t start, end;
    } * list;
    size_t count, capacity;
};

struct markdown {
    struct buffer text;
    struct markdown_line *lines;
    size_t count, capacity;
    struct markdown_spans struck, links;
    bool out_of_memory;
};

/* Reads a document. `first_line` is the line of the source at which `bytes` begin. Sets
 * out_of_memory if memory ran out. The caller finishes it in any case. */
void markdown_read(struct markdown *markdown, const char *bytes, size_t length,
                   unsigned first_line);

void markdown_finish(struct markdown *markdown);

/* Returns true if all of a part of the buffer of the document is struck out. */
bool markdown_is_struck(const struct markdown *markdown, struct text_span text);

/* Returns the length of the link with which a part of the buffer of the document begins, or 0. */
size_t markdown_link_at(const struct markdown *markdown, struct text_span text);

/* Returns the text of a line, or of the lines from `first` to before `end`, which soft breaks
 * divide. */
static inline struct text_span markdown_text(const struct markdown *markdown, size_t first,
                                             size_t end)
{
    const struct markdown_line *last = &markdown->lines[end - 1];
    const size_t start = markdown->lines[first].start;
    return (struct text_span){markdown->text.bytes + start, last->start + last->length - start};
}
