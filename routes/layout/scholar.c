#include "layout/scholar.h"

#include "citation/citation.h"

#include <stdio.h>

enum {
    AUTHORS_MAX = 50,
    WORDS_BYTES_MAX = 64 * 1024,
    OBJECT_BYTES_MAX = 256 * 1024,
    DATE_BYTES = 40
};

static struct citation citation_of_page(const struct page *page)
{
    return citation_of(page->record, page_service_address(page), page->base_path);
}

/* Writes a text for programs: escaped, but without characters that isolate it for readers. */
static void write_meta(struct page *page, const char *name, const char *text, size_t length)
{
    if (!length)
        return;
    markup_open(&page->markup, "meta", "name", name, NULL);
    markup_begin_attribute(&page->markup, "content");
    markup_append_to_attribute(&page->markup, text, length);
    markup_end_attribute(&page->markup);
    markup_close_void(&page->markup, "meta");
    markup_break(&page->markup);
}

static void write_value(struct page *page, const char *name, const struct value *value)
{
    write_meta(page, name, value->text, value->count);
}

/* Finishes a buffer. The page fails if the buffer is out of memory, but not if it is full: the text
 * is then omitted. */
static void finish_words(struct page *page, struct buffer *words)
{
    page->markup.out->failed |= words->failed && !words->exceeded;
    buffer_finish(words);
}

static void write_words(struct page *page, const char *name, const struct citation *citation,
                        citation_append_function *append)
{
    struct buffer words;
    buffer_init(&words, WORDS_BYTES_MAX);
    append(&words, citation);
    if (!words.failed)
        write_meta(page, name, words.bytes, words.length);
    finish_words(page, &words);
}

/* Appends a name with the family name first. */
static void append_author(struct buffer *out, const struct citation_name *name)
{
    if (!name->family->count) {
        buffer_append(out, name->whole->text, name->whole->count);
        return;
    }
    buffer_append(out, name->family->text, name->family->count);
    buffer_append_text(out, ", ");
    buffer_append(out, name->given->text, name->given->count);
}

static void write_authors(struct page *page, const struct citation *citation)
{
    struct citation_name person;
    for (size_t i = 0; i < AUTHORS_MAX && citation_read_name(citation, i, &person); i++) {
        struct buffer name;
        buffer_init(&name, WORDS_BYTES_MAX);
        append_author(&name, &person);
        if (!name.failed)
            write_meta(page, "citation_author", name.bytes, name.length);
        finish_words(page, &name);
    }
}

/* Writes the known date with a separator between its parts: "2006/04/28". Returns the length. */
static size_t write_date(const struct citation *citation, char separator, char text[DATE_BYTES])
{
    const struct plain_date date = citation_known_date(citation);
    int length = 0;
    *text = '\0';
    for (size_t i = 0; i < date.count; i++)
        length += i ? snprintf(text + length, DATE_BYTES - (size_t)length, "%c%02d", separator,
                               date.parts[i])
                    : snprintf(text, DATE_BYTES, "%04d", date.parts[i]);
    return (size_t)length;
}

void scholar_write_head(struct page *page)
{
    char date[DATE_BYTES];
    const struct record *record = page->record;
    if (record->type != &paper_type && record->type != &document_type)
        return;
    const struct citation citation = citation_of_page(page);
    write_words(page, "citation_title", &citation, citation_append_title);
    write_authors(page, &citation);
    write_meta(page, "citation_publication_date", date, write_date(&citation, '/', date));
    if (citation.meeting)
        write_value(page, "citation_conference_title", record_label(citation.meeting));
    write_value(page,
                citation.kind == CITATION_DOCUMENT ? "citation_technical_report_institution"
                                                   : "citation_publisher",
                record_value(record, ROLE_PUBLISHER));
    write_value(page, "citation_doi", citation.doi);
    write_value(page, "citation_language", record_value(record, ROLE_LANGUAGE));
    write_words(page, "citation_keywords", &citation, citation_append_keywords);
    if (citation.origin)
        write_words(page, "citation_public_url", &citation, citation_append_url);
}

/* A context object that is being written. */
struct context_object {
    struct page *page;
    struct buffer text;
    char separator;
};

static void add(struct context_object *object, const char *name, const char *text)
{
    if (*text)
        url_append_parameter(&object->text, &object->separator, name, text);
}

/* Adds the content of a buffer. Finishes the buffer. */
static void add_written(struct context_object *object, const char *name, struct buffer *words)
{
    buffer_append_byte(words, '\0');
    if (!words->failed)
        add(object, name, words->bytes);
    finish_words(object->page, words);
}

static void add_words(struct context_object *object, const char *name,
                      const struct citation *citation, citation_append_function *append)
{
    struct buffer words;
    buffer_init(&words, WORDS_BYTES_MAX);
    append(&words, citation);
    add_written(object, name, &words);
}

static void add_value(struct context_object *object, const char *name, const struct value *value)
{
    if (value->count)
        add(object, name, value->text);
}

static void add_authors(struct context_object *object, const struct citation *citation,
                        const char *name)
{
    struct citation_name person;
    for (size_t i = 0; i < AUTHORS_MAX && citation_read_name(citation, i, &person); i++) {
        struct buffer author;
        buffer_init(&author, WORDS_BYTES_MAX);
        append_author(&author, &person);
        add_written(object, name, &author);
    }
}

/* Adds the DOI as a URI of the scheme "info". */
static void add_doi(struct context_object *object, const struct citation *citation)
{
    struct buffer doi;
    if (!citation->doi->count)
        return;
    buffer_init(&doi, WORDS_BYTES_MAX);
    buffer_append_text(&doi, "info:doi/");
    buffer_append(&doi, citation->doi->text, citation->doi->count);
    add_written(object, "rft_id", &doi);
}

/* Adds a paper of a meeting, or a report, in the terms of books. */
static void add_book(struct context_object *object, const struct citation *citation)
{
    const bool paper = citation->kind == CITATION_PAPER;
    add(object, "rft_val_fmt", "info:ofi/fmt:kev:mtx:book");
    add(object, "rft.genre", paper ? "proceeding" : "report");
    add_words(object, paper ? "rft.atitle" : "rft.btitle", citation, citation_append_title);
    if (citation->meeting)
        add_value(object, "rft.btitle", record_label(citation->meeting));
    if (citation->meeting)
        add_words(object, "rft.place", citation, citation_append_place);
    add_value(object, "rft.pub", record_value(citation->record, ROLE_PUBLISHER));
    add_authors(object, citation, "rft.au");
}

/* Adds another work in the terms of Dublin Core. */
static void add_work(struct context_object *object, const struct citation *citation)
{
    add(object, "rft_val_fmt", "info:ofi/fmt:kev:mtx:dc");
    add(object, "rft.type", citation->kind == CITATION_SPEECH ? "presentation" : "document");
    add_words(object, "rft.title", citation, citation_append_title);
    add_authors(object, citation, "rft.creator");
    if (citation->meeting)
        add_value(object, "rft.source", record_label(citation->meeting));
}

void scholar_write_span(struct page *page)
{
    char date[DATE_BYTES];
    struct context_object object = {.page = page, .separator = '&'};
    const struct citation citation = citation_of_page(page);
    if (!(CITATION_TYPES & TARGET(page->record->type->ordinal)))
        return;
    buffer_init(&object.text, OBJECT_BYTES_MAX);
    buffer_append_text(&object.text, "ctx_ver=Z39.88-2004");
    if (citation.kind == CITATION_PAPER || citation.kind == CITATION_DOCUMENT)
        add_book(&object, &citation);
    else
        add_work(&object, &citation);
    write_date(&citation, '-', date);
    add(&object, "rft.date", date);
    add_value(&object, "rft.language", record_value(page->record, ROLE_LANGUAGE));
    add_doi(&object, &citation);
    add_words(&object, "rft_id", &citation, citation_append_url);
    if (!object.text.failed) {
        markup_open(&page->markup, "span", "class", "Z3988", NULL);
        markup_begin_attribute(&page->markup, "title");
        markup_append_to_attribute(&page->markup, object.text.bytes, object.text.length);
        markup_end_attribute(&page->markup);
        markup_close(&page->markup, "span");
    }
    finish_words(page, &object.text);
}
