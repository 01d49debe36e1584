/* A document that is being read. Private to model/markdown. */
#pragma once

#include "markdown/markdown.h"

#include <md4c.h>

enum {
    MARKDOWN_URL_MAX = 2000,    /* bytes of a link; a longer one is dropped */
    MARKDOWN_TRACKED_DEPTH = 32 /* of lists, whose entries are distinguished */
};

struct markdown_reader {
    struct markdown *markdown;
    const char *bytes;
    size_t length;
    const char *counted; /* the place in the bytes to which the lines are counted */
    unsigned line;       /* of `counted` */
    struct markdown_line now;
    bool open;      /* true if `now` is a line that is not added yet */
    size_t struck;  /* bytes of the line that are struck out */
    size_t visible; /* bytes of the line that are not blanks */
    unsigned quotes, depth, numbers[MARKDOWN_TRACKED_DEPTH];
    bool ordered[MARKDOWN_TRACKED_DEPTH];
    unsigned printed; /* the number of the last entry of an outermost list, as printed, or 0 */
    bool entry, checkbox, checked; /* of the entry that begins with the next line */
    uint32_t dated; /* the block that begins with a date, and is no entry of its list; or 0 */
    unsigned strong, link, image, deleted;
    bool link_begins;    /* true if the next byte is the first one of a link */
    unsigned html_lists; /* that are open in HTML; a heading ends them */
    size_t block_first;  /* the first line of the block */
    bool in_tag, in_comment, in_row, in_head;
    char tag[12];
    size_t tag_length;
};

/* Ends the line, and begins a block of the document. */
void markdown_begin_block(struct markdown_reader *reader, enum markdown_form form);

/* Adds a thematic break. */
void markdown_add_rule(struct markdown_reader *reader);

/* Begin a line, and end it. */
void markdown_open(struct markdown_reader *reader, const char *at);
void markdown_close(struct markdown_reader *reader);

/* Makes the first entry of an outermost list a paragraph if its number is the day of a date, with
 * which its text begins then. `at` is the place of the text in the source, or NULL. */
void markdown_restore_day(struct markdown_reader *reader, const char *at);

/* Append text to the line; `at` is its place in the source, or NULL. */
void markdown_append(struct markdown_reader *reader, const char *at, const char *text,
                     size_t length);

/* Takes note that the bytes of the line from `from` on are struck out, or are a link. */
void markdown_add_spans(struct markdown_reader *reader, size_t from);

/* Moves the spans from an offset on, whose text has moved by some bytes. */
void markdown_move_spans(struct markdown *markdown, size_t from, size_t bytes);

/* Forgets the spans from an offset on, whose text is gone. */
void markdown_drop_spans(struct markdown *markdown, size_t from);

/* Appends the character of an entity such as "&auml;" or "&#228;"; an unknown one as it is written.
 */
void markdown_append_entity(struct markdown_reader *reader, const char *text, size_t length);

/* Reads raw HTML: drops tags and comments, and turns the rows of tables into lines. */
void markdown_html(struct markdown_reader *reader, const char *text, size_t length, bool block);

/* Makes a copy of a document with a blank line between each table and a line of text directly above
 * it, and with at least three dashes for each column below the head of a table. The blank line ends
 * with a carriage return, so that line feeds count the lines of the source. *ret_copy is NULL, and
 * *ret_length is unchanged, if nothing is changed; the caller frees it. Returns false if out of
 * memory. */
bool markdown_mend_tables(const char *bytes, size_t length, char **ret_copy, size_t *ret_length);
