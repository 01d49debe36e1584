#define _GNU_SOURCE /* memmem */
#include "layout/head.h"

#include "layout/link.h"
#include "layout/linked_data.h"
#include "layout/say.h"
#include "layout/say_date.h"
#include "layout/scholar.h"
#include "looks/looks.h"

#include <stdio.h>
#include <string.h>

/* Appends a text to an attribute, or to an element without elements. */
static void append_text(struct page *page, struct page_text text)
{
    if (text.record)
        markup_append_isolated(&page->markup, text.text, text.length);
    else if (page->markup.in_attribute)
        markup_append_to_attribute(&page->markup, text.text, text.length);
    else
        markup_text(&page->markup, text.text);
}

/* Returns the short name of the meeting to which the page belongs, or a text without length: the
 * page of a meeting has its own only in an archive that is not about one meeting. */
static struct page_text find_meeting_name(struct page *page, char name[SAY_MEETING_BYTES])
{
    if (!page->meeting || !page->record ||
        (page->meeting == page->record && page_main_meeting(page->archive)))
        return page_text_of("");
    const size_t length = say_meeting(page->archive, page->meeting, name);
    return (struct page_text){name, length, true};
}

#define SEPARATOR " \xE2\x80\x93 "

enum {
    RECORD_SEGMENTS = 2, /* of the path of a record; a list of a relation has more */
    NAMESAKES_MAX = 1000 /* sessions of the meeting that are looked at */
};

/* Reports whether another session of the meeting has the same title, as one that is held on each
 * day. */
static bool has_namesake(const struct page *page)
{
    size_t count;
    const struct value *title = record_label(page->record);
    const struct relation *relation =
        archive_relation(page->archive, &meeting_type, "sessions", strlen("sessions"));
    const struct record *const *sessions =
        relation ? relation_members(relation, page->meeting, &count) : NULL;
    for (size_t i = 0; sessions && i < count && i < NAMESAKES_MAX; i++) {
        const struct value *other = record_label(sessions[i]);
        if (sessions[i] != page->record && other->count == title->count &&
            memcmp(other->text, title->text, title->count) == 0)
            return true;
    }
    return false;
}

/* Appends when and where a session takes place, if another one has its title. */
static void append_occasion(struct page *page)
{
    char day[SAY_DATE_BYTES];
    const struct record *record = page->record;
    if (!record || record->type != &session_type || !page->meeting || !has_namesake(page))
        return;
    const struct value *room = record_value(record, ROLE_ROOM);
    if (say_date(record_value(record, ROLE_START), day)) {
        append_text(page, page_text_of(", "));
        append_text(page, page_text_of(day));
    }
    if (room->count) {
        append_text(page, page_text_of(", "));
        append_text(page, (struct page_text){room->text, room->count, true});
    }
}

/* Reports whether records of a type often have the title of another record: an agenda item that of
 * the paper presented there, a decision that of the proposal. */
static bool shares_titles(const struct record_type *type)
{
    static const struct record_type *const types[] = {
        &agenda_item_type, &discussion_type, &proposal_type, &decision_type,
        &action_type,      &topic_type,      &event_type,    &document_type};
    for (size_t i = 0; i < sizeof types / sizeof *types; i++)
        if (types[i] == type)
            return true;
    return false;
}

/* Appends what the record of the page is, unless its title says so. */
static void append_kind(struct page *page)
{
    const struct record *record = page->record;
    char text[SAY_BYTES];
    if (!record || page->url.count != RECORD_SEGMENTS || !shares_titles(record->type) ||
        say_kind_before_title(record, text))
        return;
    append_text(page, page_text_of(SEPARATOR));
    append_text(page, page_text_of(say_kind(record, text)));
}

/* Appends the title, with the meeting it belongs to: "T. J. Pempel – Beijing 2006"; else with the
 * name of the service. No name is repeated: not one that the title has, and instead of a title that
 * begins the name, the name is the title. */
static void append_title(struct page *page, struct page_text title)
{
    char text[SAY_MEETING_BYTES];
    struct page_text name = find_meeting_name(page, text);
    if (name.length && memmem(title.text, title.length, name.text, name.length))
        name.length = 0;
    if (page->meeting == page->record && name.length &&
        strncmp(name.text, title.text, title.length) == 0) {
        title = name;
        name.length = 0;
    }
    append_text(page, title);
    append_occasion(page);
    append_kind(page);
    append_text(page, page_text_of(SEPARATOR));
    append_text(page, name.length ? name : page_text_of(publication_title(&page->publication)));
}

static void write_meta(struct page *page, const char *key, const char *name,
                       struct page_text content)
{
    struct markup *markup = &page->markup;
    if (!content.length)
        return;
    markup_open(markup, "meta", key, name, NULL);
    markup_begin_attribute(markup, "content");
    append_text(page, content);
    markup_end_attribute(markup);
    markup_close_void(markup, "meta");
    markup_break(markup);
}

static void write_version_link(struct page *page, const char *rel, const char *type,
                               const char *version, const char *name, bool font)
{
    struct markup *markup = &page->markup;
    markup_open(markup, "link", "rel", rel, NULL);
    page_attribute_asset(page, "href", version, name);
    if (font)
        markup_attribute(markup, "as", "font");
    markup_attribute(markup, "type", type);
    if (font)
        markup_flag(markup, "crossorigin");
    markup_close_void(markup, "link");
    markup_break(markup);
}

static void write_asset_link(struct page *page, const char *rel, const char *type, const char *name,
                             bool font)
{
    write_version_link(page, rel, type, looks_version, name, font);
}

/* Writes a link to a file of the house. Returns false if there is no such file. */
static bool write_theme_link(struct page *page, const char *rel, const char *type, const char *name)
{
    const struct theme *theme = page->publication.theme;
    if (!theme_find(theme, name))
        return false;
    write_version_link(page, rel, type, theme->version, name, false);
    return true;
}

static void write_script(struct page *page, const char *name, bool module)
{
    struct markup *markup = &page->markup;
    markup_open(markup, "script", NULL);
    if (module)
        markup_attribute(markup, "type", "module");
    page_attribute_asset(page, "src", looks_version, name);
    markup_close(markup, "script");
    markup_break(markup);
}

/* Writes the link to the stylesheet of the accent, whose name has the colour (endpoints/asset.c).
 */
static void write_accent(struct page *page)
{
    char name[40];
    snprintf(name, sizeof name, "accent-%s.css", page->publication.accent + 1);
    write_asset_link(page, "stylesheet", NULL, name, false);
}

static void write_assets(struct page *page)
{
    write_script(page, "theme.js", false);
    for (const char *const *name = looks_preloads; *name; name++)
        write_asset_link(page, "preload", "font/woff2", *name, true);
    for (const char *const *name = looks_prefetches; *name; name++)
        write_asset_link(page, "prefetch", "font/woff2", *name, true);
    write_asset_link(page, "stylesheet", NULL, "site.css", false);
    if (page->publication.accent)
        write_accent(page);
    write_theme_link(page, "stylesheet", NULL, THEME_STYLE);
    if (!write_theme_link(page, "icon", "image/svg+xml", THEME_ICON))
        write_asset_link(page, "icon", "image/svg+xml", THEME_ICON, false);
    write_script(page, "site.js", true);
}

/* Writes a <link> to the subject in a format, or to its canonical address if `format` is NULL. */
static void write_address_link(struct page *page, const char *rel, const struct page_format *format)
{
    struct markup *markup = &page->markup;
    struct buffer address;
    buffer_init(&address, (size_t)4 * TARGET_BYTES_MAX);
    if (format)
        page_append_format_address(page, format->suffix, &address);
    else
        page_append_canonical(page, &address);
    markup_open(markup, "link", "rel", rel, NULL);
    markup_begin_attribute(markup, "href");
    markup_append_to_attribute(markup, address.bytes, address.length);
    markup_end_attribute(markup);
    if (format)
        markup_attribute(markup, "type", format->media_type);
    if (format)
        markup_attribute(markup, "title", format->name);
    markup_close_void(markup, "link");
    markup_break(markup);
    markup->out->failed |= address.failed;
    buffer_finish(&address);
}

/* Writes the address of the page for Open Graph, which requires a complete URL. */
static void write_address_meta(struct page *page)
{
    struct buffer address;
    if (!page_service_address(page))
        return;
    buffer_init(&address, (size_t)4 * TARGET_BYTES_MAX);
    page_append_address(page, &address);
    write_meta(page, "property", "og:url",
               (struct page_text){address.bytes, address.length, false});
    page->markup.out->failed |= address.failed;
    buffer_finish(&address);
}

/* Writes a link to a file of the site. If `type` is not NULL, the link also has the type, and the
 * name of the site as its title. */
static void write_site_link(struct page *page, const char *rel, const char *type, const char *path)
{
    struct markup *markup = &page->markup;
    markup_open(markup, "link", "rel", rel, NULL);
    page_href_path(page, path);
    if (type)
        markup_attribute(markup, "type", type);
    if (type)
        markup_attribute(markup, "title", publication_title(&page->publication));
    markup_close_void(markup, "link");
    markup_break(markup);
}

/* Writes a link to a feed. `path` is that of its subject, "" for the feed of the site. If
 * `searched`, the link has the words and types of the page. */
static void write_feed(struct page *page, const char *title, const char *path, bool searched)
{
    struct markup *markup = &page->markup;
    char whole[sizeof "/feed.atom" + (size_t)2 * SLUG_BYTES_MAX];
    snprintf(whole, sizeof whole, "%s/feed.atom", path);
    markup_open(markup, "link", "rel", "alternate", NULL);
    if (searched)
        page_href_search(page, whole);
    else
        page_href_path(page, whole);
    markup_attribute(markup, "type", "application/atom+xml");
    markup_attribute(markup, "title", title);
    markup_close_void(markup, "link");
    markup_break(markup);
}

/* Reports whether the page has the results of a search in all records. */
static bool is_search(const struct page *page)
{
    bool searched = false;
    for (size_t i = 0; page->target && i < page->target->parameter_count; i++)
        searched |= strcmp(page->target->parameters[i].name, "q") == 0 &&
                    *page->target->parameters[i].value;
    return searched && page->url.count == 1 && strcmp(page->url.segments[0], "search") == 0;
}

/* Writes links to the feeds of the site and of the subject. */
static void write_feeds(struct page *page)
{
    char path[2 * SLUG_BYTES_MAX];
    write_feed(page, "Latest meetings, decisions and actions", "", false);
    if (page->record && page->url.count == 2 && page_has_feed(page->record->type)) {
        snprintf(path, sizeof path, "/%s/%s", page->record->type->collection,
                 record_id(page->record));
        write_feed(page, "Latest on this page", path, false);
    }
    if (is_search(page))
        write_feed(page, "Latest results of this search", "/search", true);
}

/* Writes the metadata of the site for browsers: colours, manifest, search and feeds. */
static void write_site(struct page *page)
{
    struct markup *markup = &page->markup;
    write_meta(page, "name", "color-scheme", page_text_of("light dark"));
    markup_void(markup, "meta", "name", "theme-color", "content", "#fdfcf9", "media",
                "(prefers-color-scheme: light)", NULL);
    markup_void(markup, "meta", "name", "theme-color", "content", "#171614", "media",
                "(prefers-color-scheme: dark)", NULL);
    markup_break(markup);
    write_site_link(page, "manifest", NULL, "/manifest.webmanifest");
    if (page->publication.pages == PAGES_SUFFIX && !page_service_address(page))
        return; /* an export without an address has neither search nor feeds */
    if (page_has_search(page))
        write_site_link(page, "search", "application/opensearchdescription+xml", "/opensearch.xml");
    write_feeds(page);
}

/* Writes a link to the page before or after this one. It is given by its record or by its URL; if
 * both are NULL, writes nothing. */
static void write_neighbour(struct page *page, const char *rel, const struct record *record,
                            const char *url)
{
    struct markup *markup = &page->markup;
    if (!record && !url)
        return;
    markup_open(markup, "link", "rel", rel, NULL);
    if (record)
        page_href(page, url_of_record(page->base_path, record), NULL);
    else
        markup_attribute(markup, "href", url);
    markup_close_void(markup, "link");
    markup_break(markup);
}

/* Writes the metadata of the subject for search engines and reference managers, if it is a record.
 */
static void write_subject(struct page *page)
{
    if (!page->record || page->url.count != 2)
        return;
    scholar_write_head(page);
    linked_data_write(page);
}

static void write_open_graph(struct page *page, struct page_text title,
                             struct page_text description)
{
    write_meta(page, "property", "og:title", title);
    write_meta(page, "property", "og:description", description);
    write_meta(
        page, "property", "og:type",
        page_text_of(page->record && page->record->type == &person_type ? "profile" : "article"));
    write_address_meta(page);
    write_meta(page, "property", "og:site_name",
               page_text_of(publication_title(&page->publication)));
    write_meta(page, "name", "twitter:card", page_text_of("summary"));
}

void head_write(struct page *page, struct page_text title, struct page_text description)
{
    struct markup *markup = &page->markup;
    markup_break(markup);
    markup_open(markup, "head", NULL);
    markup_break(markup);
    markup_void(markup, "meta", "charset", "utf-8", NULL);
    markup_break(markup);
    write_meta(page, "name", "viewport", page_text_of("width=device-width, initial-scale=1"));
    markup_open(markup, "title", NULL);
    append_title(page, title);
    markup_close(markup, "title");
    markup_break(markup);
    write_meta(page, "name", "description", description);
    write_site(page);
    if (page->url.count || page->home) { /* the page of a problem has no address */
        write_address_link(page, "canonical", NULL);
        for (size_t i = 0; i < page->format_count; i++)
            write_address_link(page, "alternate", &page->formats[i]);
        write_neighbour(page, "prev", page->before, page->previous);
        write_neighbour(page, "next", page->after, page->next);
        write_open_graph(page, title, description);
        write_subject(page);
    }
    write_assets(page);
    markup_close(markup, "head");
    markup_break(markup);
}
