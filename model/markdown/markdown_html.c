/* Raw HTML in Markdown: tags and comments are dropped, and the rows of tables become lines (P1). */
#include "markdown/markdown_private.h"

#include <string.h>

static bool tag_is(const struct markdown_reader *reader, const char *name)
{
    return strcmp(reader->tag, name) == 0;
}

/* Acts on the tag that has ended. */
static void markdown_end_tag(struct markdown_reader *reader)
{
    static const char *const breaks[] = {"br", "br/", "/p", "/div", "/li", "/h1", "/h2", "/h3",
                                         "p",  "div", "li", "ul",   "/ul", "hr",  NULL};
    reader->in_tag = false;
    if (tag_is(reader, "tr")) {
        markdown_close(reader);
        reader->now.block++;
        reader->now.form = MARKDOWN_ROW;
        reader->in_row = true;
    } else if (tag_is(reader, "/tr") && reader->in_row) {
        markdown_close(reader);
        reader->now.head = false;
        reader->now.form = MARKDOWN_PARAGRAPH;
        reader->in_row = false;
    } else if (tag_is(reader, "table") || tag_is(reader, "/table"))
        reader->now.table += tag_is(reader, "table");
    else if ((tag_is(reader, "/td") || tag_is(reader, "/th")) && reader->in_row) {
        markdown_open(reader, NULL);
        reader->now.head = tag_is(reader, "/th");
        buffer_append_byte(&reader->markdown->text, '\t');
    }
    for (size_t i = 0; breaks[i]; i++)
        if (tag_is(reader, breaks[i]) && reader->in_row)
            markdown_append(reader, NULL, " ", 1);
        else if (tag_is(reader, breaks[i])) {
            markdown_close(reader);
            reader->now.soft = false;
        }
}

/* Reads one byte inside a tag or comment. */
static void markdown_tag_byte(struct markdown_reader *reader, char byte)
{
    if (byte == '>') {
        const size_t length = reader->tag_length;
        if (!reader->in_comment || (length >= 2 && memcmp(reader->tag, "--", 2) == 0)) {
            reader->in_comment ? (void)(reader->in_tag = false) : markdown_end_tag(reader);
            reader->in_comment = false;
        }
        return;
    }
    if (reader->in_comment) { /* `tag` has the last two bytes */
        reader->tag[0] = reader->tag[1];
        reader->tag[1] = byte;
        reader->tag_length = 2;
        return;
    }
    if (byte == ' ' || byte == '\n' || byte == '\t')
        reader->tag_length = sizeof reader->tag - 1;
    if (reader->tag_length < sizeof reader->tag - 1) {
        reader->tag[reader->tag_length++] = (char)(byte >= 'A' && byte <= 'Z' ? byte + 32 : byte);
        reader->tag[reader->tag_length] = '\0';
        reader->in_comment = tag_is(reader, "!--");
    }
}

void markdown_html(struct markdown_reader *reader, const char *text, size_t length, bool block)
{
    for (size_t i = 0; i < length;) {
        if (reader->in_tag) {
            markdown_tag_byte(reader, text[i++]);
            continue;
        }
        if (text[i] == '<') {
            reader->in_tag = true;
            reader->tag_length = 0;
            memset(reader->tag, 0, sizeof reader->tag);
            i++;
            continue;
        }
        if (text[i] == '\n' && block) {
            if (!reader->in_row)
                markdown_close(reader), reader->now.soft = false;
            i++;
            continue;
        }
        size_t size = 1;
        while (i + size < length && text[i + size] != '<' && text[i + size] != '\n')
            size++;
        markdown_append(reader, text + i, text + i, size);
        i += size;
    }
}
