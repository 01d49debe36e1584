#include "site.h"

#include "dashboard/dashboard_files.h"
#include "formats/format.h"
#include "routes.h"

#include <inttypes.h>
#include <stdio.h>

#define INDEX_JSON "index.json"
#define INDEX_HTML "index.html"

struct walk {
    const struct archive *archive;
    site_visitor *visit;
    void *context;
};

static bool visit(const struct walk *walk, const char *target, const char *accept,
                  const char *index)
{
    const struct site_file file = {target, accept, index};
    return walk->visit(walk->context, &file);
}

static bool visit_url(const struct walk *walk, const struct url *url)
{
    struct buffer target;
    buffer_init(&target, TARGET_BYTES_MAX);
    url_append(&target, url);
    buffer_append_byte(&target, '\0');
    const bool goes_on =
        !target.failed && visit(walk, target.bytes, NULL, url->suffix ? NULL : INDEX_JSON);
    buffer_finish(&target);
    return goes_on;
}

/* Whether a name with a suffix is the id of another record, which is then what it means. */
static bool is_another(const struct walk *walk, const struct collection *collection,
                       const char *name, const char *suffix)
{
    char other[TARGET_BYTES_MAX];
    const int length = snprintf(other, sizeof other, "%s%s", name, suffix);
    return archive_find(walk->archive, collection, other, (size_t)length);
}

/* A resource without a suffix and with each of those that there are for its type. */
static bool visit_forms(const struct walk *walk, const struct collection *collection,
                        const struct record_type *type, struct url url)
{
    const struct format *format;
    if (!visit_url(walk, &url))
        return false;
    for (size_t i = 0; (format = format_at(i)); i++) {
        url.suffix = format->suffix;
        if (!format_is_for(format, type) ||
            (url.count == 2 && is_another(walk, collection, url.segments[1], format->suffix)))
            continue;
        if (!visit_url(walk, &url))
            return false;
    }
    return true;
}

static bool visit_name(const struct walk *walk, const struct collection *collection,
                       const char *name)
{
    size_t count;
    const struct relation *relations = archive_relations(walk->archive, collection->type, &count);
    struct url url = {NULL, {collection->name, name}, 2, NULL};
    if (!visit_forms(walk, collection, collection->type, url))
        return false;
    url.count = 3;
    for (size_t i = 0; i < count; i++) {
        url.segments[2] = relations[i].name;
        if (!visit_forms(walk, collection, relations[i].member, url))
            return false;
    }
    return true;
}

/* A record's number as a name, where it means no other. */
static bool has_number(const struct walk *walk, const struct collection *collection,
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

static bool visit_collection(const struct walk *walk, const struct collection *collection)
{
    const struct url url = url_of_collection(NULL, collection);
    char number[24];
    if (!visit_forms(walk, collection, collection->type, url))
        return false;
    for (size_t i = 0; i < collection->count; i++) {
        const struct record *record = collection->records[i];
        if (!visit_name(walk, collection, record_id(record)) ||
            (has_number(walk, collection, record, number) && !visit_name(walk, collection, number)))
            return false;
    }
    return true;
}

/* "/" is two things, and neither of them is called so. */
static bool visit_root(const struct walk *walk)
{
    if (dashboard_page.length > 0 && !visit(walk, "/", "text/html", INDEX_HTML))
        return false;
    return visit(walk, "/", NULL, INDEX_JSON);
}

static bool visit_service(const struct walk *walk)
{
    for (size_t i = 0; i < routes.count; i++) {
        const struct route *route = &routes.at[i];
        if (route->subject != ROUTE_SERVICE || !route->from_record || !route->pattern[1])
            continue;
        const char *index = strchr(strrchr(route->pattern, '/'), '.')     ? NULL
                            : strcmp(route->media_type, "text/html") == 0 ? INDEX_HTML
                                                                          : INDEX_JSON;
        if (!visit(walk, route->pattern, NULL, index))
            return false;
    }
    return true;
}

static bool visit_assets(const struct walk *walk)
{
    for (const struct dashboard_file *file = dashboard_assets; file->name; file++) {
        char target[300];
        snprintf(target, sizeof target, "/assets/%s/%s", dashboard_version, file->name);
        if (!visit(walk, target, NULL, NULL))
            return false;
    }
    return true;
}

bool site_visit(const struct archive *archive, site_visitor *visitor, void *context)
{
    const struct walk walk = {archive, visitor, context};
    size_t count;
    const struct collection *collections = archive_collections(archive, &count);
    if (!visit_root(&walk) || !visit_service(&walk) || !visit_assets(&walk))
        return false;
    for (size_t i = 0; i < count; i++)
        if (!visit_collection(&walk, &collections[i]))
            return false;
    return true;
}
