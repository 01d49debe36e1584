/* A feed in Atom (RFC 4287) and as JSON Feed 1.1. */
#include "base/utf8.h"
#include "discovery/feed.h"
#include "layout/layout.h"
#include "markup/markup.h"

#include <stdio.h>

enum {
    SUMMARY_BYTES_MAX = 500,
    FEED_QUERY_BYTES = 200, /* of a search, in the title */
    FEED_TITLE_BYTES = FEED_QUERY_BYTES + sizeof "Search: ",
    ADDRESS_BYTES_MAX = ORIGIN_BYTES_MAX + 4 * TARGET_BYTES_MAX
};

/* Returns the name of the service. */
static const char *service_name(const struct feed *feed)
{
    return publication_title(feed->call->request->publication);
}

/* Returns the title of the feed, which may point to `title`. */
static const char *find_title(const struct feed *feed, char title[FEED_TITLE_BYTES])
{
    if (feed->search)
        snprintf(title, FEED_TITLE_BYTES, "Search: %.*s",
                 (int)utf8_cut_length(feed->search->q, FEED_QUERY_BYTES), feed->search->q);
    else if (feed->subject)
        record_write_label(feed->subject, title);
    else
        return service_name(feed);
    return title;
}

/* Returns the description of the record, cut between characters. */
static struct page_text summary_of(const struct record *record)
{
    const struct value *text = record_value(record, ROLE_DESCRIPTION);
    const size_t length = text->count > SUMMARY_BYTES_MAX
                              ? utf8_cut_length(text->text, SUMMARY_BYTES_MAX)
                              : text->count;
    return (struct page_text){text->text, length, true};
}

/* Appends the address of a record, or of the feed if `record` is NULL. */
static void append_address(const struct feed *feed, const struct record *record, struct buffer *out)
{
    if (record)
        feed_append_address(feed, record, out);
    else
        feed_append_self(feed, out);
}

static void append_link(struct buffer *out, const char *rel, const struct buffer *address)
{
    buffer_append_text(out, "<link rel=\"");
    buffer_append_text(out, rel);
    buffer_append_text(out, "\" href=\"");
    xml_append(out, address->bytes, address->length, true);
    buffer_append_text(out, "\"/>\n");
}

/* Appends a link, and its address as the id. */
static void append_identity(const struct feed *feed, const struct record *record, const char *rel,
                            struct buffer *out)
{
    struct buffer address;
    buffer_init(&address, ADDRESS_BYTES_MAX);
    append_address(feed, record, &address);
    append_link(out, rel, &address);
    buffer_append_text(out, "<id>");
    xml_append(out, address.bytes, address.length, false);
    buffer_append_text(out, "</id>\n");
    out->failed |= address.failed;
    buffer_finish(&address);
}

/* Appends a link to the page that the feed is about. */
static void append_home(const struct feed *feed, struct buffer *out)
{
    struct buffer address;
    buffer_init(&address, ADDRESS_BYTES_MAX);
    feed_append_home(feed, &address);
    append_link(out, "alternate", &address);
    out->failed |= address.failed;
    buffer_finish(&address);
}

static void append_entry(const struct feed *feed, const struct feed_entry *entry,
                         struct buffer *out)
{
    char label[SAY_TITLE_BYTES], time[FEED_TIME_BYTES];
    const struct page_text summary = summary_of(entry->record);
    feed_date_write(entry->date.second, entry->date.offset, time);
    buffer_append_text(out, "<entry>\n");
    xml_element(out, "", "title", label, say_title(entry->record, label));
    append_identity(feed, entry->record, "alternate", out);
    xml_text_element(out, "", "updated", time);
    buffer_append_text(out, "<category");
    xml_attribute(out, "term", entry->record->type->name);
    buffer_append_text(out, "/>\n");
    if (summary.length)
        xml_element(out, "", "summary", summary.text, summary.length);
    buffer_append_text(out, "</entry>\n");
}

void feed_atom_write(const struct feed *feed, struct buffer *out)
{
    char title[FEED_TITLE_BYTES], time[FEED_TIME_BYTES];
    feed_date_write(feed_updated(feed), 0, time);
    buffer_append_text(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                            "<feed xmlns=\"http://www.w3.org/2005/Atom\">\n");
    xml_text_element(out, "", "title", find_title(feed, title));
    append_identity(feed, NULL, "self", out);
    append_home(feed, out);
    xml_text_element(out, "", "updated", time);
    buffer_append_text(out, "<author>\n");
    xml_text_element(out, "", "name", service_name(feed));
    buffer_append_text(out, "</author>\n");
    for (size_t i = 0; i < feed->count; i++)
        append_entry(feed, &feed->entries[i], out);
    buffer_append_text(out, "</feed>\n");
}

/* Writes an address as a member. Finishes the buffer. */
static void write_address_member(struct json_writer *json, const char *name, struct buffer *address)
{
    json_write_name(json, name);
    json_write_string(json, address->bytes, address->length);
    json->out->failed |= address->failed;
    buffer_finish(address);
}

static void write_record_member(struct json_writer *json, const char *name, const struct feed *feed,
                                const struct record *record)
{
    struct buffer address;
    buffer_init(&address, ADDRESS_BYTES_MAX);
    feed_append_address(feed, record, &address);
    write_address_member(json, name, &address);
}

/* Writes the addresses of the feed, and of the page that it is about. */
static void write_own_members(struct json_writer *json, const struct feed *feed)
{
    struct buffer home, self;
    buffer_init(&home, ADDRESS_BYTES_MAX);
    buffer_init(&self, ADDRESS_BYTES_MAX);
    feed_append_home(feed, &home);
    feed_append_self(feed, &self);
    write_address_member(json, "home_page_url", &home);
    write_address_member(json, "feed_url", &self);
}

static void write_item(struct json_writer *json, const struct feed *feed,
                       const struct feed_entry *entry)
{
    char label[SAY_TITLE_BYTES], time[FEED_TIME_BYTES];
    const struct page_text summary = summary_of(entry->record);
    feed_date_write(entry->date.second, entry->date.offset, time);
    json_write_open(json, '{');
    write_record_member(json, "id", feed, entry->record);
    write_record_member(json, "url", feed, entry->record);
    json_write_name(json, "title");
    json_write_string(json, label, say_title(entry->record, label));
    json_write_name(json, "content_text");
    json_write_string(json, summary.length ? summary.text : "", summary.length);
    json_write_text_member(json, "date_published", time);
    json_write_open_member(json, "tags", '[');
    json_write_text(json, entry->record->type->name);
    json_write_close(json, ']');
    json_write_close(json, '}');
}

void feed_json_write(const struct feed *feed, struct buffer *out)
{
    char title[FEED_TITLE_BYTES];
    struct json_writer json;
    json_writer_init(&json, out);
    json_write_open(&json, '{');
    json_write_text_member(&json, "version", "https://jsonfeed.org/version/1.1");
    json_write_text_member(&json, "title", find_title(feed, title));
    write_own_members(&json, feed);
    json_write_open_member(&json, "items", '[');
    for (size_t i = 0; i < feed->count; i++)
        write_item(&json, feed, &feed->entries[i]);
    json_write_close(&json, ']');
    json_write_close(&json, '}');
    buffer_append_byte(out, '\n');
}
