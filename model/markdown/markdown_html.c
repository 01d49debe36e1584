/* Raw HTML in Markdown: tags and comments are dropped, and the rows of tables become lines (P1). */
#include "markdown/markdown_private.h"

#include <string.h>

enum {
    NICK_BYTES_MAX = 20
};

static bool tag_is(const struct markdown_reader *reader, const char *name)
{
    return strcmp(reader->tag, name) == 0;
}

/* Reports whether a line has nothing but a time before a tag: "12:05", "[12:05]". */
static bool is_line_start(const struct markdown_reader *reader)
{
    const struct buffer *text = &reader->markdown->text;
    for (size_t i = reader->now.start; reader->open && i < text->length; i++)
        if (!strchr("0123456789:[] ", text->bytes[i]))
            return false;
    return true;
}

/* Returns the length of the nick of a chat log with which a text begins: "<ada>", a tag that is not
 * an element of HTML; or 0. */
static size_t nick_length(const char *text, size_t length)
{
    static const char elements[] =
        " a abbr address article aside audio b blockquote body br button caption center cite code "
        "col "
        "colgroup dd del details dfn div dl dt em figcaption figure font footer form h1 h2 h3 h4 "
        "h5 "
        "h6 head header hr html i iframe img input ins kbd label legend li link main map mark meta "
        "nav object ol option p picture pre q s samp script section select small source span "
        "strike "
        "strong style sub summary sup svg table tbody td template textarea tfoot th thead time "
        "title "
        "tr tt u ul var video wbr ";
    char name[NICK_BYTES_MAX + 3] = " ";
    size_t size = 1;
    while (size < length && size <= NICK_BYTES_MAX && text[size] != '>') {
        const char byte = text[size];
        const char small = (char)(byte >= 'A' && byte <= 'Z' ? byte + 32 : byte);
        if (!(small >= 'a' && small <= 'z') && !(small >= '0' && small <= '9') && small != '-')
            return 0;
        name[size++] = small;
    }
    if (size < 2 || size >= length || text[size] != '>')
        return 0;
    name[size] = ' ';
    return strstr(elements, name) ? 0 : size + 1;
}

/* Begins or ends a list, or an entry of one. */
static void markdown_list_tag(struct markdown_reader *reader)
{
    if (tag_is(reader, "ul") || tag_is(reader, "ol")) {
        reader->now.list += !reader->depth && !reader->html_lists;
        reader->html_lists += reader->html_lists < MARKDOWN_TRACKED_DEPTH;
    } else if ((tag_is(reader, "/ul") || tag_is(reader, "/ol")) && reader->html_lists)
        reader->html_lists--;
    else if (tag_is(reader, "li"))
        reader->entry = reader->html_lists > 0;
}

/* Acts on the tag that has ended. */
static void markdown_end_tag(struct markdown_reader *reader)
{
    static const char *const breaks[] = {"br",  "br/", "/p",  "/div", "/li", "/h1",
                                         "/h2", "/h3", "p",   "div",  "li",  "ul",
                                         "/ul", "ol",  "/ol", "hr",   NULL};
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
    if (!reader->in_row)
        markdown_list_tag(reader);
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
        const size_t nick = text[i] == '<' && !reader->in_row && is_line_start(reader)
                                ? nick_length(text + i, length - i)
                                : 0;
        if (nick) {
            markdown_append(reader, text + i, text + i, nick);
            i += nick;
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
