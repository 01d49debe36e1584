#include "markup/markup.h"

#include "http/html.h"
#include "markup/markup_private.h"

#include <assert.h>
#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>

void markup_init(struct markup *markup, struct buffer *out)
{
    *markup = (struct markup){.out = out};
}

void markup_begin_document(struct markup *markup)
{
    buffer_append_text(markup->out, "<!DOCTYPE html>\n");
}

bool markup_is_balanced(const struct markup *markup)
{
    return markup->depth == 0 && !markup->in_tag;
}

void markup_end_tag(struct markup *markup)
{
    if (markup->in_tag)
        buffer_append_byte(markup->out, '>');
    markup->in_tag = false;
}

/* Reports whether HTML does not allow a character: a control other than white space. */
static bool is_forbidden(unsigned char c)
{
    return (c < ' ' && c != '\t' && c != '\n') || c == 0x7f;
}

void markup_escape(struct markup *markup, const char *text, size_t length)
{
    size_t done = 0;
    void (*const append)(struct buffer *, const char *, size_t) =
        markup->in_attribute ? html_append : html_append_content;
    for (size_t i = 0; i < length; i++) {
        if (!is_forbidden((unsigned char)text[i]))
            continue;
        append(markup->out, text + done, i - done);
        buffer_append_text(markup->out, "\xEF\xBF\xBD");
        done = i + 1;
    }
    append(markup->out, text + done, length - done);
}

void markup_flag(struct markup *markup, const char *name)
{
    assert(markup->in_tag && !markup->in_attribute);
    buffer_append_byte(markup->out, ' ');
    buffer_append_text(markup->out, name);
}

void markup_begin_attribute(struct markup *markup, const char *name)
{
    markup_flag(markup, name);
    buffer_append_text(markup->out, "=\"");
    markup->in_attribute = true;
}

void markup_append_to_attribute(struct markup *markup, const char *text, size_t length)
{
    assert(markup->in_attribute);
    markup_escape(markup, text, length);
}

void markup_end_attribute(struct markup *markup)
{
    buffer_append_byte(markup->out, '"');
    markup->in_attribute = false;
}

void markup_attribute(struct markup *markup, const char *name, const char *value)
{
    if (!value)
        return;
    markup_begin_attribute(markup, name);
    markup_append_to_attribute(markup, value, strlen(value));
    markup_end_attribute(markup);
}

static void markup_attributes(struct markup *markup, va_list attributes)
{
    const char *name;
    while ((name = va_arg(attributes, const char *)))
        markup_attribute(markup, name, va_arg(attributes, const char *));
}

static void markup_begin_tag(struct markup *markup, const char *name)
{
    markup_end_tag(markup);
    buffer_append_byte(markup->out, '<');
    buffer_append_text(markup->out, name);
    markup->in_tag = true;
}

static void markup_push(struct markup *markup, const char *name)
{
    markup_begin_tag(markup, name);
    if (markup->depth == MARKUP_DEPTH_MAX)
        markup->out->failed = true;
    else
        markup->open[markup->depth++] = name;
}

void markup_open(struct markup *markup, const char *name, ...)
{
    va_list attributes;
    markup_push(markup, name);
    va_start(attributes, name);
    markup_attributes(markup, attributes);
    va_end(attributes);
}

/* Takes the innermost element, whose name this is, off the stack. */
static void markup_pop(struct markup *markup, const char *name)
{
    (void)name;
    assert(markup->depth > 0 && strcmp(markup->open[markup->depth - 1], name) == 0);
    if (markup->depth > 0)
        markup->depth--;
    markup_end_tag(markup);
}

void markup_close(struct markup *markup, const char *name)
{
    markup_pop(markup, name);
    buffer_append_text(markup->out, "</");
    buffer_append_text(markup->out, name);
    buffer_append_byte(markup->out, '>');
}

void markup_close_void(struct markup *markup, const char *name)
{
    assert(markup->in_tag);
    markup_pop(markup, name);
}

void markup_void(struct markup *markup, const char *name, ...)
{
    va_list attributes;
    markup_begin_tag(markup, name);
    va_start(attributes, name);
    markup_attributes(markup, attributes);
    va_end(attributes);
    markup_end_tag(markup);
}

void markup_element(struct markup *markup, const char *name, const char *text, ...)
{
    va_list attributes;
    markup_push(markup, name);
    va_start(attributes, text);
    markup_attributes(markup, attributes);
    va_end(attributes);
    markup_text(markup, text);
    markup_close(markup, name);
}

void markup_prose(struct markup *markup, const char *name, const char *text, size_t length, ...)
{
    va_list attributes;
    markup_push(markup, name);
    va_start(attributes, length);
    markup_attributes(markup, attributes);
    va_end(attributes);
    markup_attribute(markup, "dir", "auto");
    markup_attribute(markup, "lang", markup->language);
    markup_record_text(markup, text, length);
    markup_close(markup, name);
}

void markup_text(struct markup *markup, const char *text)
{
    markup_end_tag(markup);
    markup_escape(markup, text, strlen(text));
}

void markup_number(struct markup *markup, uint64_t number)
{
    char digits[24];
    const int count = snprintf(digits, sizeof digits, "%" PRIu64, number);
    markup_end_tag(markup);
    for (int i = 0; i < count; i++) {
        if (i > 0 && (count - i) % 3 == 0)
            buffer_append_byte(markup->out, ',');
        buffer_append_byte(markup->out, digits[i]);
    }
}

void markup_break(struct markup *markup)
{
    markup_end_tag(markup);
    buffer_append_byte(markup->out, '\n');
}

void markup_json(struct markup *markup, const char *json, size_t length)
{
    markup_end_tag(markup);
    for (const char *end = json + length; json < end;) {
        const char *mark = memchr(json, '<', (size_t)(end - json));
        const size_t plain = mark ? (size_t)(mark - json) : (size_t)(end - json);
        buffer_append(markup->out, json, plain);
        buffer_append_text(markup->out, mark ? "\\u003C" : "");
        json += plain + (mark != NULL);
    }
}
