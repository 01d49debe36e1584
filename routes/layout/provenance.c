#include "layout/provenance.h"

#include "layout/link.h"
#include "layout/say.h"
#include "layout/say_date.h"
#include "schema/types/every_record.h"

enum {
    PASSAGES_MAX = 12 /* that are named */
};

/* Returns the sources of a record, or an absent value. */
static const struct value *find_sources(const struct record *record)
{
    const struct field_list fields = record->type->fields;
    for (size_t i = 0; i < fields.count; i++)
        if (fields.at[i].members.at == source_fields)
            return record_field(record, i);
    return &value_absent;
}

static const struct record *document_of(const struct value *source)
{
    return members_value(source->members, SOURCE_DOCUMENT)->record;
}

/* Writes the name and the date of a document. */
static void write_document(struct page *page, const struct record *document)
{
    char name[SAY_NAME_BYTES], date[SAY_DATE_BYTES];
    markup_name(&page->markup, name, say_name(document, name));
    if (!say_date(record_value(document, ROLE_ISSUED), date))
        return;
    markup_text(&page->markup, " (");
    markup_text(&page->markup, date);
    markup_text(&page->markup, ")");
}

/* Writes the lines of the first `count` sources, which are in one document, after its name: ", line
 * 7", ", lines 3–5, 7". */
static void write_lines(struct markup *markup, const struct value *sources, size_t count)
{
    const char *words[PASSAGES_MAX];
    char text[PASSAGES_MAX][SAY_BYTES];
    size_t written = 0;
    for (size_t i = 0; i < count; i++) {
        const struct value *lines = members_value(sources[i].members, SOURCE_LINES);
        if (!lines->count)
            continue;
        words[written] = say_lines(lines, text[written]);
        written++;
    }
    for (size_t i = 0; i < written; i++) {
        markup_text(markup, i == 0 ? written > 1 ? ", lines" : ", l" : ",");
        markup_text(markup, written > 1 ? strchr(words[i], ' ') : words[i] + 1);
    }
}

/* Returns the number of the first sources, of `count`, that are in one document. */
static size_t count_in_document(const struct value *sources, size_t count)
{
    size_t end = 1;
    while (end < count && document_of(&sources[end]) == document_of(sources))
        end++;
    return end;
}

/* Writes the documents and lines that a record is from. Of a document, which may be its own source,
 * the page says everything itself. */
static void write_sources(struct page *page)
{
    struct markup *markup = &page->markup;
    const struct value *sources =
        page->record && page->url.count == 2 && page->record->type != &document_type
            ? find_sources(page->record)
            : &value_absent;
    const size_t shown = sources->count < PASSAGES_MAX ? sources->count : PASSAGES_MAX;
    if (!shown)
        return;
    markup_open(markup, "p", NULL);
    markup_text(markup, "From ");
    for (size_t i = 0, count; i < shown; i += count) {
        count = count_in_document(&sources->items[i], shown - i);
        markup_text(markup, i ? "; " : "");
        write_document(page, document_of(&sources->items[i]));
        write_lines(markup, &sources->items[i], count);
    }
    markup_text(markup, sources->count > PASSAGES_MAX ? " and others." : ".");
    markup_close(markup, "p");
}

void provenance_write(struct page *page)
{
    struct markup *markup = &page->markup;
    struct buffer address;
    char version[PAGE_DATA_VERSION_BYTES];
    if (!page->archive)
        return;
    write_sources(page);
    page_data_version(page->archive, version);
    buffer_init(&address, (size_t)4 * TARGET_BYTES_MAX);
    if (page->url.count || page->home) /* the page of a problem has no address */
        page_append_address(page, &address);
    buffer_append_byte(&address, '\0');
    markup_open(markup, "p", NULL);
    markup_text(markup, "Record version ");
    markup_element(markup, "code", version, NULL);
    markup_text(markup, ". ");
    markup_text(markup, address.failed ? "" : address.bytes);
    markup_close(markup, "p");
    markup->out->failed |= address.failed;
    buffer_finish(&address);
}
