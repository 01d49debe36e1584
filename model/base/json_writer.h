/* Writes compact JSON (RFC 8259) into a buffer, value by value.
 *
 * jansson, which reads JSON, is not used for writing: it would build a tree of allocated values for
 * every answer, while this writer copies the texts of records. The writer inserts the commas; the
 * caller ensures that members have names and that brackets match.
 */
#pragma once

#include "base/buffer.h"

struct json_writer {
    struct buffer *out;
    bool comma; /* true if a comma must precede the next value or name */
};

/* Initialises a writer that appends to `out`. */
void json_writer_init(struct json_writer *writer, struct buffer *out);

/* Write a bracket: '{' or '[', and '}' or ']'. */
void json_write_open(struct json_writer *writer, char bracket);
void json_write_close(struct json_writer *writer, char bracket);

/* Writes the name of a member, whose value follows. It is not escaped: names are constants. */
void json_write_name(struct json_writer *writer, const char *name);

/* Write a value. A string is `length` bytes of valid UTF-8; a text is a string that is terminated
 * by a NUL; a number is finite, and is written with four significant digits. */
void json_write_string(struct json_writer *writer, const char *text, size_t length);
void json_write_text(struct json_writer *writer, const char *text);
void json_write_integer(struct json_writer *writer, int64_t integer);
void json_write_boolean(struct json_writer *writer, bool boolean);
void json_write_number(struct json_writer *writer, double number);
void json_write_null(struct json_writer *writer);

/* Write a member: its name and its value. */
void json_write_text_member(struct json_writer *writer, const char *name, const char *text);
void json_write_boolean_member(struct json_writer *writer, const char *name, bool boolean);
void json_write_integer_member(struct json_writer *writer, const char *name, int64_t integer);

/* Writes the name of an object or array and its opening bracket. */
void json_write_open_member(struct json_writer *writer, const char *name, char bracket);

/* Write the quotation marks of a string. Between the two calls the caller appends the content,
 * which needs no escaping, to `out`. */
void json_write_begin_string(struct json_writer *writer);
void json_write_end_string(struct json_writer *writer);

/* Appends compact JSON to `out`, indented by two spaces for each level. Sets out->failed if
 * `compact` has failed and may therefore be incomplete. */
void json_write_indented(const struct buffer *compact, struct buffer *out);
