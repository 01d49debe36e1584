/* Writes HTML that is escaped and balanced by construction: text and the values of attributes reach
 * the buffer only through these functions, and each element is closed by its name.
 *
 * The names of elements and attributes are literals of the program. Texts of a record are isolated:
 * no character in them can change the direction of their neighbours (Unicode UAX #9). Every call
 * appends at most a constant number of bytes besides its texts, so the ceiling of the buffer bounds
 * the page.
 *
 * The functions for XML (xml_markup.h) escape texts, but do not check that elements are closed.
 *
 * May include: http.
 */
#pragma once

#include "base/buffer.h"
#include "markup/xml_markup.h"

enum {
    MARKUP_DEPTH_MAX = 32 /* elements within each other */
};

struct markup {
    struct buffer *out;
    const char *open[MARKUP_DEPTH_MAX]; /* the names of the open elements */
    size_t depth;
    bool in_tag;       /* true if the start tag of the innermost element may still get attributes */
    bool in_attribute; /* true within the value of an attribute */
    const char *language; /* of the texts of the record that follow, or NULL */
};

/* Initialises a writer, which appends to `out`. */
void markup_init(struct markup *markup, struct buffer *out);

/* Writes the first line of an HTML document. */
void markup_begin_document(struct markup *markup);

/* Opens an element. Pairs of the name of an attribute and its value follow, then NULL. A value may
 * not be NULL. Sets `failed` of the buffer if there are MARKUP_DEPTH_MAX elements. */
__attribute__((sentinel)) void markup_open(struct markup *markup, const char *name, ...);

/* Closes the innermost element, whose name this is. */
void markup_close(struct markup *markup, const char *name);

/* Writes an element that has no content, such as "meta", with attributes as in markup_open. */
__attribute__((sentinel)) void markup_void(struct markup *markup, const char *name, ...);

/* Ends an element that has no content and was opened by markup_open, so that attributes could be
 * added. */
void markup_close_void(struct markup *markup, const char *name);

/* Writes an element that contains only this text of the program, with attributes as in markup_open.
 */
__attribute__((sentinel)) void markup_element(struct markup *markup, const char *name,
                                              const char *text, ...);

/* Adds an attribute to the element that was opened last, before any content of it. Omits it if
 * `value` is NULL. */
void markup_attribute(struct markup *markup, const char *name, const char *value);

/* Do the same in pieces. */
void markup_begin_attribute(struct markup *markup, const char *name);
void markup_append_to_attribute(struct markup *markup, const char *text, size_t length);
void markup_end_attribute(struct markup *markup);

/* Adds an attribute without a value, such as "open". */
void markup_flag(struct markup *markup, const char *name);

/* Appends a text of the program, or a number in decimal with commas between thousands. */
void markup_text(struct markup *markup, const char *text);
void markup_number(struct markup *markup, uint64_t number);

/* Appends a line feed, which separates what follows for readers of the source, and in text. */
void markup_break(struct markup *markup);

/* Appends JSON as the content of a "script" element, where a browser looks for "</script" and
 * "<!--": "<" is written as an escape. */
void markup_json(struct markup *markup, const char *json, size_t length);

/* Appends a text of a record, isolated in a <bdi>. */
void markup_name(struct markup *markup, const char *text, size_t length);

/* Writes an element that contains only this text of a record, with its direction and language, and
 * with attributes as in markup_open. */
__attribute__((sentinel)) void markup_prose(struct markup *markup, const char *name,
                                            const char *text, size_t length, ...);

/* Appends a text of a record within an element that isolates it (dir="auto"). */
void markup_record_text(struct markup *markup, const char *text, size_t length);

/* Adds an attribute that contains a text of a record: isolated by characters if it has letters or
 * marks of a direction. */
void markup_record_attribute(struct markup *markup, const char *name, const char *text,
                             size_t length);

/* Appends a text of a record to an attribute that has begun, or to an element that has no elements,
 * such as "title". */
void markup_append_isolated(struct markup *markup, const char *text, size_t length);

/* Returns true if every element is closed. */
bool markup_is_balanced(const struct markup *markup);
