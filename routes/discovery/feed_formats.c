/* A feed in Atom (RFC 4287) and as JSON Feed 1.1. */
#include "base/utf8.h"
#include "discovery/feed.h"
#include "layout/layout.h"
#include "markup/markup.h"

enum {
    SUMMARY_BYTES_MAX = 500,
    ADDRESS_BYTES_MAX = 2000
};

/* Returns the name of the service. */
static const char *service_name(const struct feed *feed)
{
    return publication_title(feed->call->request->publication);
}

/* Returns the title of the feed, which may point to `label`. */
static const char *find_title(const struct feed *feed, char label[RECORD_LABEL_MAX])
{
    if (!feed->subject)
        return service_name(feed);
    record_write_label(feed->subject, label);
    return label;
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

static void append_link(const struct feed *feed, const struct record *record, const char *rel,
                        struct buffer *out)
{
    struct buffer address;
    buffer_init(&address, ADDRESS_BYTES_MAX);
    feed_append_address(feed, record, &address);
    buffer_append_text(out, "<link rel=\"");
    buffer_append_text(out, rel);
    buffer_append_text(out, "\" href=\"");
    xml_append(out, address.bytes, address.length, true);
    buffer_append_text(out, "\"/>\n<id>");
    xml_append(out, address.bytes, address.length, false);
    buffer_append_text(out, "</id>\n");
    out->failed |= address.failed;
    buffer_finish(&address);
}

static void append_entry(const struct feed *feed, const struct feed_entry *entry,
                         struct buffer *out)
{
    char label[RECORD_LABEL_MAX], time[FEED_TIME_BYTES];
    const struct page_text summary = summary_of(entry->record);
    feed_write_time(entry->second, time);
    buffer_append_text(out, "<entry>\n");
    xml_element(out, "", "title", label, record_write_label(entry->record, label));
    append_link(feed, entry->record, "alternate", out);
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
    char label[RECORD_LABEL_MAX], time[FEED_TIME_BYTES];
    feed_write_time(feed_updated(feed), time);
    buffer_append_text(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                            "<feed xmlns=\"http://www.w3.org/2005/Atom\">\n");
    xml_text_element(out, "", "title", find_title(feed, label));
    append_link(feed, NULL, "self", out);
    xml_text_element(out, "", "updated", time);
    buffer_append_text(out, "<author>\n");
    xml_text_element(out, "", "name", service_name(feed));
    buffer_append_text(out, "</author>\n");
    for (size_t i = 0; i < feed->count; i++)
        append_entry(feed, &feed->entries[i], out);
    buffer_append_text(out, "</feed>\n");
}

static void write_address_member(struct json_writer *json, const char *name,
                                 const struct feed *feed, const struct record *record)
{
    struct buffer address;
    buffer_init(&address, ADDRESS_BYTES_MAX);
    feed_append_address(feed, record, &address);
    json_write_name(json, name);
    json_write_string(json, address.bytes, address.length);
    json->out->failed |= address.failed;
    buffer_finish(&address);
}

static void write_item(struct json_writer *json, const struct feed *feed,
                       const struct feed_entry *entry)
{
    char label[RECORD_LABEL_MAX], time[FEED_TIME_BYTES];
    const struct page_text summary = summary_of(entry->record);
    feed_write_time(entry->second, time);
    json_write_open(json, '{');
    write_address_member(json, "id", feed, entry->record);
    write_address_member(json, "url", feed, entry->record);
    json_write_name(json, "title");
    json_write_string(json, label, record_write_label(entry->record, label));
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
    char label[RECORD_LABEL_MAX];
    struct json_writer json;
    json_writer_init(&json, out);
    json_write_open(&json, '{');
    json_write_text_member(&json, "version", "https://jsonfeed.org/version/1.1");
    json_write_text_member(&json, "title", find_title(feed, label));
    write_address_member(&json, "feed_url", feed, NULL);
    json_write_open_member(&json, "items", '[');
    for (size_t i = 0; i < feed->count; i++)
        write_item(&json, feed, &feed->entries[i]);
    json_write_close(&json, ']');
    json_write_close(&json, '}');
    buffer_append_byte(out, '\n');
}
