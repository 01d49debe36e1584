/* Writes compact JSON (RFC 8259) into a buffer, value by value.
 *
 * Why not jansson, which reads JSON: for every answer it would build a tree of allocated values
 * only to print it, where here the texts of records are copied as they are. The writer sets the
 * commas; the caller makes sure that members have names and that brackets match.
 */
#pragma once

#include "base/buffer.h"

struct json_writer {
    struct buffer *out;
    bool comma; /* true if the next value or name follows another */
};

/* Initialises a writer that appends to `out`. */
void json_writer_init(struct json_writer *writer, struct buffer *out);

/* Write a bracket: '{' or '[', and '}' or ']'. */
void json_write_open(struct json_writer *writer, char bracket);
void json_write_close(struct json_writer *writer, char bracket);

/* Writes the name of a member, whose value follows. It is not escaped: names are constants. */
void json_write_name(struct json_writer *writer, const char *name);

/* Write a value. A string is `length` bytes of valid UTF-8, a text one that is terminated by a NUL;
 * a number is finite and written with four significant digits. */
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

/* Write the quotation marks of a string; between the two the caller appends its content, which
 * needs no escaping, to `out`. */
void json_write_begin_string(struct json_writer *writer);
void json_write_end_string(struct json_writer *writer);

/* Appends compact JSON to `out`, indented by two spaces for each level. If `compact` has failed,
 * and so may end anywhere, `out` fails. */
void json_write_indented(const struct buffer *compact, struct buffer *out);
