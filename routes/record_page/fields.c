/* All fields of a record, folded at the end of its page. */
#include "record_page/record_page_private.h"
#include "schema/types/every_record.h"

enum {
    ITEMS_MAX = 100 /* of one list */
};

static void write_value(struct page *page, const struct field *field, const struct value *value);

/* Writes the members of an object as a list of their names and values. */
static void write_members(struct page *page, struct field_list fields,
                          const struct members *members)
{
    markup_open(&page->markup, "dl", NULL);
    for (size_t i = 0; i < fields.count; i++) {
        const struct value *value = members_value(members, i);
        if (!value->count)
            continue;
        markup_element(&page->markup, "dt", fields.at[i].name, NULL);
        markup_open(&page->markup, "dd", NULL);
        write_value(page, &fields.at[i], value);
        markup_close(&page->markup, "dd");
    }
    markup_close(&page->markup, "dl");
}

/* Writes a value as the data have it: a reference as its id, a date in EDTF. */
static void write_item(struct page *page, const struct field *field, const struct value *value)
{
    switch (field->kind) {
    case FIELD_INTEGER:
    case FIELD_BOOLEAN:
    case FIELD_URL:
        value_write(page, field, value);
        break;
    case FIELD_REFERENCE:
        markup_open(&page->markup, "a", NULL);
        page_href(page, url_of_record(page->base_path, value->record), NULL);
        markup_text(&page->markup, record_id(value->record));
        markup_close(&page->markup, "a");
        break;
    case FIELD_OBJECT:
        write_members(page, field->members, value->members);
        break;
    default:
        markup_name(&page->markup, value->text, value->count);
    }
}

/* Returns the document of a source that has only lines; NULL if it has something else. */
static const struct record *document_of_lines(const struct value *source)
{
    if (!members_value(source->members, SOURCE_LINES)->count)
        return NULL;
    for (size_t i = SOURCE_LINES + 1; i < SOURCE_MEMBER_COUNT; i++)
        if (members_value(source->members, i)->count)
            return NULL;
    return members_value(source->members, SOURCE_DOCUMENT)->record;
}

/* Writes sources: lines of one document together, after its id. */
static void write_sources(struct page *page, const struct field *field, const struct value *items,
                          size_t count)
{
    struct markup *markup = &page->markup;
    const struct record *before = NULL;
    for (size_t i = 0; i < count; i++) {
        const struct record *document = document_of_lines(&items[i]);
        const struct value *lines = members_value(items[i].members, SOURCE_LINES);
        if (!document) {
            write_members(page, field->members, items[i].members);
        } else {
            markup_text(markup, document == before ? ", " : before ? "; " : "");
            if (document != before) {
                write_item(page, &field->members.at[SOURCE_DOCUMENT],
                           members_value(items[i].members, SOURCE_DOCUMENT));
                markup_text(markup, ", lines ");
            }
            markup_record_text(markup, lines->text, lines->count);
        }
        before = document;
    }
}

static void write_items(struct page *page, const struct field *field, const struct value *items,
                        size_t count)
{
    for (size_t i = 0; i < count; i++) {
        markup_text(&page->markup, i && field->kind != FIELD_OBJECT ? "; " : "");
        write_item(page, field, &items[i]);
    }
}

static void write_value(struct page *page, const struct field *field, const struct value *value)
{
    size_t count;
    const struct value *items = record_items(field, value, &count);
    const size_t shown = count < ITEMS_MAX ? count : ITEMS_MAX;
    if (field->members.at == source_fields)
        write_sources(page, field, items, shown);
    else
        write_items(page, field, items, shown);
    if (count > ITEMS_MAX)
        markup_text(&page->markup, "; \xE2\x80\xA6");
}

/* Reports whether a text has a place of its own on the page, where it is complete. */
static bool is_elsewhere(const struct record *record, const struct field *field)
{
    return facts_is_long_text(record, field) || record_page_has_statements(field);
}

void fields_write(struct record_page *page)
{
    struct markup *markup = &page->page->markup;
    const struct field_list fields = page->record->type->fields;
    markup_break(markup);
    markup_open(markup, "details", "class", "fields", NULL);
    markup_element(markup, "summary", "All fields", NULL);
    markup_open(markup, "dl", NULL);
    for (size_t i = 0; i < fields.count; i++) {
        const struct value *value = record_field(page->record, i);
        if (!value->count)
            continue;
        markup_element(markup, "dt", fields.at[i].name, NULL);
        markup_open(markup, "dd", NULL);
        if (is_elsewhere(page->record, &fields.at[i]))
            markup_text(markup, "see above");
        else
            write_value(page->page, &fields.at[i], value);
        markup_close(markup, "dd");
    }
    markup_close(markup, "dl");
    markup_close(markup, "details");
}
