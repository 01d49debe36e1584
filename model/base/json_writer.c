#include "base/json_writer.h"

#include <stdio.h>
#include <string.h>

void json_writer_init(struct json_writer *writer, struct buffer *out)
{
    *writer = (struct json_writer){.out = out};
}

static void json_write_comma(struct json_writer *writer)
{
    if (writer->comma)
        buffer_append_byte(writer->out, ',');
    writer->comma = true;
}

void json_write_open(struct json_writer *writer, char bracket)
{
    json_write_comma(writer);
    buffer_append_byte(writer->out, bracket);
    writer->comma = false;
}

void json_write_close(struct json_writer *writer, char bracket)
{
    buffer_append_byte(writer->out, bracket);
    writer->comma = true;
}

/* Writes `length` bytes between quotation marks, after a comma if one is needed, with one look at
 * the room: an answer has thousands of names and strings. Returns false if the buffer has failed.
 */
static bool json_write_quoted(struct json_writer *writer, const char *bytes, size_t length)
{
    char *to = buffer_room(writer->out, length + sizeof "\"\"" - 1 + writer->comma);
    if (!to)
        return false;
    if (writer->comma)
        *to++ = ',';
    *to++ = '"';
    if (length)
        memcpy(to, bytes, length);
    to += length;
    *to++ = '"';
    writer->out->length = (size_t)(to - writer->out->bytes);
    return true;
}

void json_write_name(struct json_writer *writer, const char *name)
{
    if (json_write_quoted(writer, name, strlen(name)))
        buffer_append_byte(writer->out, ':');
    writer->comma = false;
}

static bool needs_escape(unsigned char c)
{
    return c < ' ' || c == '"' || c == '\\' || c == 0x7f;
}

/* Returns true if any of eight bytes needs an escape (SWAR): in each byte of a word, the
 * subtraction borrows into the top bit if the byte is below ' ' or, after the exclusive or, if it
 * is equal to the character. A byte of a longer UTF-8 sequence has the top bit itself, and needs
 * none. */
static bool eight_need_escape(const char *at)
{
    const uint64_t ones = UINT64_C(0x0101010101010101);
    uint64_t word, found;
    memcpy(&word, at, sizeof word);
    found = word - ones * ' ';
    found |= (word ^ ones * '"') - ones;
    found |= (word ^ ones * '\\') - ones;
    found |= (word ^ ones * 0x7f) - ones;
    return found & ~word & (ones << 7);
}

/* Returns the first byte from `at` on that needs an escape, or `end`. */
static const char *find_escape(const char *at, const char *end)
{
    while (at < end) {
        if (end - at >= 8 && !eight_need_escape(at)) {
            at += 8;
            continue;
        }
        const char *const stop = end - at >= 8 ? at + 8 : end;
        for (; at < stop; at++)
            if (needs_escape((unsigned char)*at))
                return at;
    }
    return end;
}

static void json_append_escaped(struct buffer *out, unsigned char c)
{
    static const char from[] = "\"\\\n\t\r\b\f", to[] = "\"\\ntrbf";
    const char *short_form = memchr(from, c, sizeof from - 1);
    char escape[8];
    if (short_form)
        snprintf(escape, sizeof escape, "\\%c", to[short_form - from]);
    else
        snprintf(escape, sizeof escape, "\\u%04x", c);
    buffer_append_text(out, escape);
}

static void json_write_with_escapes(struct json_writer *writer, const char *text, const char *end)
{
    json_write_comma(writer);
    buffer_append_byte(writer->out, '"');
    for (const char *plain = text; plain < end;) {
        const char *stop = find_escape(plain, end);
        buffer_append(writer->out, plain, (size_t)(stop - plain));
        if (stop < end)
            json_append_escaped(writer->out, (unsigned char)*stop++);
        plain = stop;
    }
    buffer_append_byte(writer->out, '"');
}

void json_write_string(struct json_writer *writer, const char *text, size_t length)
{
    if (find_escape(text, text + length) < text + length)
        json_write_with_escapes(writer, text, text + length);
    else
        json_write_quoted(writer, text, length);
    writer->comma = true;
}

void json_write_text(struct json_writer *writer, const char *text)
{
    json_write_string(writer, text, strlen(text));
}

void json_write_integer(struct json_writer *writer, int64_t integer)
{
    json_write_comma(writer);
    buffer_append_integer(writer->out, integer);
}

void json_write_boolean(struct json_writer *writer, bool boolean)
{
    json_write_comma(writer);
    buffer_append_text(writer->out, boolean ? "true" : "false");
}

void json_write_number(struct json_writer *writer, double number)
{
    char digits[32];
    json_write_comma(writer);
    snprintf(digits, sizeof digits, "%.4g", number);
    buffer_append_text(writer->out, digits);
}

void json_write_null(struct json_writer *writer)
{
    json_write_comma(writer);
    buffer_append(writer->out, "null", 4);
}

void json_write_text_member(struct json_writer *writer, const char *name, const char *text)
{
    json_write_name(writer, name);
    json_write_text(writer, text);
}

void json_write_boolean_member(struct json_writer *writer, const char *name, bool boolean)
{
    json_write_name(writer, name);
    json_write_boolean(writer, boolean);
}

void json_write_integer_member(struct json_writer *writer, const char *name, int64_t integer)
{
    json_write_name(writer, name);
    json_write_integer(writer, integer);
}

void json_write_open_member(struct json_writer *writer, const char *name, char bracket)
{
    json_write_name(writer, name);
    json_write_open(writer, bracket);
}

void json_write_begin_string(struct json_writer *writer)
{
    json_write_comma(writer);
    buffer_append_byte(writer->out, '"');
}

void json_write_end_string(struct json_writer *writer)
{
    buffer_append_byte(writer->out, '"');
}

static void json_break_line(struct buffer *out, size_t depth)
{
    buffer_append_byte(out, '\n');
    for (size_t i = 0; i < depth; i++)
        buffer_append(out, "  ", 2);
}

/* Returns the length of a string, with its quotation marks. */
static size_t json_string_length(const char *text)
{
    size_t length = 1;
    for (; text[length] != '"'; length++)
        if (text[length] == '\\')
            length++;
    return length + 1;
}

void json_write_indented(const struct buffer *compact, struct buffer *out)
{
    size_t depth = 0;
    out->failed |= compact->failed;
    for (size_t i = 0; i < compact->length && !compact->failed; i++) {
        const char c = compact->bytes[i],
                   next = i + 1 < compact->length ? compact->bytes[i + 1] : 0;
        if (c == '"') {
            const size_t length = json_string_length(compact->bytes + i);
            buffer_append(out, compact->bytes + i, length);
            i += length - 1;
            continue;
        }
        const bool opens = c == '{' || c == '[', closes = c == '}' || c == ']';
        const bool empty = opens && (next == '}' || next == ']');
        if (closes)
            json_break_line(out, --depth);
        buffer_append_byte(out, c);
        if (empty)
            buffer_append_byte(out, compact->bytes[++i]);
        else if (opens)
            json_break_line(out, ++depth);
        else if (c == ',')
            json_break_line(out, depth);
        else if (c == ':')
            buffer_append_byte(out, ' ');
    }
}
