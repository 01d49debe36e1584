/* Writes compact JSON (RFC 8259) into a buffer, value by value.
 *
 * Why not jansson, which reads it: it would build a tree of allocated values for every answer only
 * to print it, where here a record's texts are copied as they are. Commas are its own business;
 * that members have names and that brackets match is the caller's.
 */
#pragma once

#include "base/buffer.h"

struct json_writer {
    struct buffer *out;
    bool comma; /* the next value or name follows another */
};

void json_writer_init(struct json_writer *writer, struct buffer *out);

/* '{', '[' and '}', ']'. */
void json_write_open(struct json_writer *writer, char bracket);
void json_write_close(struct json_writer *writer, char bracket);

/* The name of a member, whose value is to follow. Names need no escaping: they are ours. */
void json_write_name(struct json_writer *writer, const char *name);

/* `length` bytes of valid UTF-8. */
void json_write_string(struct json_writer *writer, const char *text, size_t length);
void json_write_text(struct json_writer *writer, const char *text);
void json_write_integer(struct json_writer *writer, int64_t integer);
void json_write_boolean(struct json_writer *writer, bool boolean);
/* To four significant digits; finite. */
void json_write_number(struct json_writer *writer, double number);
void json_write_null(struct json_writer *writer);

/* A member with its name. */
void json_write_text_member(struct json_writer *writer, const char *name, const char *text);
void json_write_boolean_member(struct json_writer *writer, const char *name, bool boolean);
void json_write_integer_member(struct json_writer *writer, const char *name, int64_t integer);
/* The name of an object or array, and its opening bracket. */
void json_write_open_member(struct json_writer *writer, const char *name, char bracket);

/* A string whose content is appended to `out` between the two, and needs no escaping. */
void json_write_begin_string(struct json_writer *writer);
void json_write_end_string(struct json_writer *writer);

/* Indents compact JSON by two spaces a level, for people. Where that has failed, and so may end
 * anywhere, `out` fails. */
void json_indent(const struct buffer *compact, struct buffer *out);
