#include "site.h"

#include "discovery/discovery.h"
#include "formats/format.h"
#include "looks/looks.h"
#include "routes.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

/* No id begins with "_", so that no other target has the name of this file: a record "index" has
 * the target /papers/index.json. */
#define INDEX_JSON "_index.json"
#define INDEX_HTML "index.html"

struct site_walk {
    const struct archive *archive;
    enum pages_mode pages;
    bool has_address; /* true if the site has a public address */
    bool has_search;  /* true if the site has the file in which a script searches */
    site_visitor *visit;
    void *context;
    const char *accent;        /* or NULL */
    const struct theme *theme; /* or NULL */
};

static bool visit_target(const struct site_walk *walk, const char *target, const char *file_name)
{
    const struct site_file file = {target, file_name};
    return walk->visit(walk->context, &file);
}

static bool visit_url(const struct site_walk *walk, const struct url *url)
{
    struct buffer target;
    buffer_init(&target, TARGET_BYTES_MAX);
    url_append(&target, url);
    buffer_append_byte(&target, '\0');
    const bool more =
        !target.failed && visit_target(walk, target.bytes, url->suffix ? NULL : INDEX_JSON);
    buffer_finish(&target);
    return more;
}

/* Reports whether a name with a suffix is the id of another record, which then has the target. */
static bool is_other_record(const struct site_walk *walk, const struct collection *collection,
                            const char *name, const char *suffix)
{
    char other[TARGET_BYTES_MAX];
    const int length = snprintf(other, sizeof other, "%s%s", name, suffix);
    return archive_find(walk->archive, collection, other, (size_t)length);
}

/* Visits a resource without a suffix, and with the suffix of each format in which it is available.
 * `record` is NULL for a list. */
static bool visit_formats(const struct site_walk *walk, const struct collection *collection,
                          const struct record_type *type, const struct record *record,
                          struct url url)
{
    const struct format *format;
    const struct format_subject subject = {walk->archive, type, record, walk->pages};
    if (!visit_url(walk, &url))
        return false;
    for (size_t i = 0; (format = format_at(i)); i++) {
        url.suffix = format->suffix;
        if (!format_is_available(format, &subject) ||
            (url.count == 2 && is_other_record(walk, collection, url.segments[1], format->suffix)))
            continue;
        if (!visit_url(walk, &url))
            return false;
    }
    return true;
}

static bool visit_name(const struct site_walk *walk, const struct collection *collection,
                       const struct record *record, const char *name)
{
    size_t count;
    const struct relation *relations = archive_relations(walk->archive, collection->type, &count);
    struct url url = {NULL, {collection->name, name}, 2, NULL};
    if (!visit_formats(walk, collection, collection->type, record, url))
        return false;
    url.count = 3;
    for (size_t i = 0; i < count; i++) {
        url.segments[2] = relations[i].name;
        if (!visit_formats(walk, collection, relations[i].member, NULL, url))
            return false;
    }
    return true;
}

/* Writes the number of a record as its name. Returns false if it has none, or if the number does
 * not name this record. */
static bool name_by_number(const struct site_walk *walk, const struct collection *collection,
                           const struct record *record, char name[24])
{
    const struct record *found[1];
    const struct value *value = record_value(record, ROLE_NUMBER);
    if (!value->count || value->integer < 0)
        return false;
    const int length = snprintf(name, 24, "%" PRId64, value->integer);
    return !archive_find(walk->archive, collection, name, (size_t)length) &&
           archive_find_numbered(walk->archive, collection, value->integer, found, 1) == 1;
}

/* Visits the names of records that were joined with those of a collection. A record that was joined
 * because files give one id has the name of the one that is kept. */
static bool visit_joined(const struct site_walk *walk, const struct collection *collection)
{
    size_t count;
    const struct record *const *joined = archive_joined(walk->archive, collection->type, &count);
    for (size_t i = 0; i < count; i++) {
        const struct record *kept = archive_kept(walk->archive, joined[i]);
        const char *id = record_id(joined[i]);
        if (!archive_find(walk->archive, collection, record_id(kept), strlen(record_id(kept))) ||
            archive_find(walk->archive, collection, id, strlen(id)))
            continue;
        if (!visit_name(walk, collection, kept, id))
            return false;
    }
    return true;
}

/* Visits the feeds of a record to which pages lead. */
static bool visit_feeds(const struct site_walk *walk, const struct collection *collection,
                        const struct record *record)
{
    static const char *const paths[] = {FEED_ATOM_PATH, FEED_JSON_PATH};
    char target[TARGET_BYTES_MAX];
    if (!walk->has_address || !page_has_feed(record->type) ||
        strcmp(collection->name, record->type->collection) != 0)
        return true;
    for (size_t i = 0; i < sizeof paths / sizeof *paths; i++) {
        snprintf(target, sizeof target, "/%s/%s%s", collection->name, record_id(record), paths[i]);
        if (!visit_target(walk, target, NULL))
            return false;
    }
    return true;
}

static bool visit_collection(const struct site_walk *walk, const struct collection *collection)
{
    const struct url url = url_of_collection(NULL, collection);
    char number[24];
    if (!visit_formats(walk, collection, collection->type, NULL, url))
        return false;
    for (size_t i = 0; i < collection->count; i++) {
        const struct record *record = collection->records[i];
        if (!visit_name(walk, collection, record, record_id(record)) ||
            !visit_feeds(walk, collection, record) ||
            (name_by_number(walk, collection, record, number) &&
             !visit_name(walk, collection, record, number)))
            return false;
    }
    return visit_joined(walk, collection);
}

/* "/" has two representations, and a file cannot have its name. */
static bool visit_root(const struct site_walk *walk)
{
    if (walk->pages != PAGES_OFF && !visit_target(walk, "/" INDEX_HTML, NULL))
        return false;
    return visit_target(walk, "/", INDEX_JSON);
}

static bool visit_service(const struct site_walk *walk)
{
    for (size_t i = 0; i < routes.count; i++) {
        const struct route *route = &routes.at[i];
        if (route->subject != ROUTE_SERVICE || !route->from_record || !route->pattern[1] ||
            (route->complete && !walk->has_address))
            continue;
        const char *file_name = strchr(strrchr(route->pattern, '/'), '.')     ? NULL
                                : strcmp(route->media_type, "text/html") == 0 ? INDEX_HTML
                                                                              : INDEX_JSON;
        if (!visit_target(walk, route->pattern, file_name))
            return false;
    }
    return true;
}

static bool visit_asset(const struct site_walk *walk, const char *version, const char *name)
{
    char target[300];
    snprintf(target, sizeof target, "/assets/%s/%s", version, name);
    return visit_target(walk, target, NULL);
}

/* Visits the files of the house. */
static bool visit_theme(const struct site_walk *walk)
{
    const struct theme *theme = walk->theme;
    for (size_t i = 0; theme && i < theme->count; i++)
        if (!visit_asset(walk, theme->version, theme->files[i].name))
            return false;
    return true;
}

static bool visit_assets(const struct site_walk *walk)
{
    if ((walk->pages != PAGES_OFF && !visit_target(walk, "/search.html", NULL)) ||
        !visit_target(walk, "/favicon.svg", NULL) ||
        (walk->has_search && !visit_target(walk, SEARCH_INDEX_PATH, NULL)))
        return false;
    for (const struct looks_file *file = looks_files; file->name; file++)
        if (!visit_asset(walk, looks_version, file->name))
            return false;
    if (!visit_theme(walk))
        return false;
    char name[40];
    snprintf(name, sizeof name, "accent-%s.css", walk->accent ? walk->accent + 1 : "");
    return !walk->accent || visit_asset(walk, looks_version, name);
}

/* Visits the parts of the sitemap, if it has parts. */
static bool visit_sitemap(const struct site_walk *walk)
{
    char target[60];
    const size_t parts = sitemap_part_count(walk->archive);
    if (parts == 1 || !walk->has_address)
        return true;
    for (size_t i = 1; i <= parts; i++) {
        snprintf(target, sizeof target, "/sitemap-%zu.xml", i);
        if (!visit_target(walk, target, NULL))
            return false;
    }
    return true;
}

bool site_visit(const struct archive *archive, const struct publication *publication,
                site_visitor *visitor, void *context)
{
    const struct page page = {.archive = archive, .publication = *publication};
    const struct site_walk walk = {.archive = archive,
                                   .pages = publication->pages,
                                   .has_address = publication->url != NULL,
                                   .has_search = publication->files && page_has_search(&page),
                                   .visit = visitor,
                                   .context = context,
                                   .accent = publication->accent,
                                   .theme = publication->theme};
    size_t count;
    const struct collection *collections = archive_collections(archive, &count);
    if (!visit_root(&walk) || !visit_service(&walk) || !visit_assets(&walk) ||
        !visit_sitemap(&walk))
        return false;
    for (size_t i = 0; i < count; i++)
        if (!visit_collection(&walk, &collections[i]))
            return false;
    return true;
}
