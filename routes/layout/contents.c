/* The list of the sections of a page. */
#include "layout/page.h"

enum {
    CONTENTS_MIN = 3, /* sections; a page with fewer needs no list */
    CONTENTS_BYTES_MAX = 65536
};

static void write_entry(struct markup *markup, const struct page_section *section)
{
    char href[PAGE_SECTION_BYTES_MAX + 1] = "#";
    memcpy(href + 1, section->id, strlen(section->id) + 1);
    markup_open(markup, "li", NULL);
    markup_element(markup, "a", section->heading, "href", href, NULL);
    markup_close(markup, "li");
}

static void write_contents(struct markup *markup, const struct page *page)
{
    markup_open(markup, "nav", "class", "toc", "aria-label", "On this page", NULL);
    markup_open(markup, "ul", NULL);
    for (size_t i = 0; i < page->section_count; i++)
        write_entry(markup, &page->sections[i]);
    markup_close(markup, "ul");
    markup_close(markup, "nav");
}

/* Moves the last bytes of a buffer to offset `at`. `end` has a copy of these bytes. */
static void move_end(struct buffer *buffer, size_t at, const struct buffer *end)
{
    char *place = buffer->bytes + at;
    memmove(place + end->length, place, buffer->length - end->length - at);
    memcpy(place, end->bytes, end->length);
}

void page_insert_contents(struct page *page, size_t at)
{
    struct buffer *out = page->markup.out, contents;
    struct markup markup;
    if (page->section_count < CONTENTS_MIN || out->failed)
        return;
    buffer_init(&contents, CONTENTS_BYTES_MAX);
    markup_init(&markup, &contents);
    write_contents(&markup, page);
    out->failed |= contents.failed;
    if (!out->failed)
        buffer_append(out, contents.bytes, contents.length);
    if (!out->failed)
        move_end(out, at, &contents);
    buffer_finish(&contents);
}
