#include "draft/draft.h"

#include "base/array.h"
#include "base/sha256_text.h"
#include "draft/draft_private.h"

#include <stdlib.h>
#include <string.h>

static bool draft_init_entries(struct draft *draft)
{
    for (size_t i = 0; i < TYPE_COUNT; i++)
        if (!(draft->entries[i].places = json_object()))
            return false;
    return true;
}

struct draft *draft_create(const struct draft_source *source)
{
    struct draft *draft = calloc(1, sizeof *draft);
    if (!draft)
        return NULL;
    draft->source = source;
    draft->spare = json_object();
    if (draft->spare && draft_init_entries(draft))
        return draft;
    draft_destroy(draft);
    return NULL;
}

static void draft_free_entries(struct draft_entries *entries)
{
    for (size_t i = 0; i < entries->count; i++) {
        json_decref(entries->at[i].object);
        free(entries->at[i].lines);
    }
    free(entries->at);
    json_decref(entries->places);
}

void draft_destroy(struct draft *draft)
{
    if (!draft)
        return;
    for (size_t i = 0; i < TYPE_COUNT; i++)
        draft_free_entries(&draft->entries[i]);
    for (size_t i = 0; i < draft->unread_count; i++)
        free(draft->unread[i].name);
    free(draft->unread);
    free(draft->warnings);
    free(draft->explanations.at);
    draft_text_finish(&draft->text);
    json_decref(draft->spare);
    free(draft);
}

const struct draft_source *draft_source(const struct draft *draft)
{
    return draft->source;
}

/* Returns the entry of a record by its id, or NULL. */
static struct draft_entry *draft_find_entry(const struct draft *draft,
                                            const struct record_type *type, const char *id)
{
    const struct draft_entries *entries = &draft->entries[type->ordinal];
    const json_t *place = id ? json_object_get(entries->places, id) : NULL;
    return place ? &entries->at[json_integer_value(place)] : NULL;
}

json_t *draft_find(const struct draft *draft, const struct record_type *type, const char *id)
{
    const struct draft_entry *entry = draft_find_entry(draft, type, id);
    return entry ? entry->object : NULL;
}

/* Adds an entry with a new object. Returns NULL if out of memory. */
static struct draft_entry *draft_new_entry(struct draft_entries *entries, const char *id)
{
    struct draft_entry *at =
        array_reserve(entries->at, &entries->capacity, entries->count + 1, sizeof *at);
    if (!at)
        return NULL;
    entries->at = at;
    json_t *object = json_object();
    if (!object || json_object_set_new(object, "id", json_string(id)) != 0 ||
        json_object_set_new(entries->places, id, json_integer((json_int_t)entries->count)) != 0) {
        json_decref(object);
        return NULL;
    }
    entries->at[entries->count] = (struct draft_entry){.object = object};
    return &entries->at[entries->count++];
}

json_t *draft_add(struct draft *draft, const struct record_type *type, const char *id,
                  struct line_span lines, const char *rule)
{
    struct draft_entry *entry = draft_new_entry(&draft->entries[type->ordinal], id);
    if (!entry) {
        draft->out_of_memory = true;
        return draft->spare;
    }
    entry->rule = rule;
    json_t *object = entry->object;
    draft_cite(draft, type, object, lines);
    return object;
}

/* Reports whether an entry cites the lines already. Extends its last citation if they follow it. */
static bool draft_cites(struct draft_entry *entry, struct line_span lines)
{
    for (size_t i = 0; i < entry->line_count; i++)
        if (entry->lines[i].first <= lines.first && lines.last <= entry->lines[i].last)
            return true;
    struct line_span *last = entry->line_count ? &entry->lines[entry->line_count - 1] : NULL;
    if (!last || last->last + 1 != lines.first)
        return false;
    last->last = lines.last;
    return true;
}

void draft_cite(struct draft *draft, const struct record_type *type, json_t *record,
                struct line_span lines)
{
    struct draft_entry *entry =
        draft_find_entry(draft, type, json_string_value(json_object_get(record, "id")));
    if (!lines.first || !entry || draft_cites(entry, lines))
        return;
    struct line_span *at =
        array_reserve(entry->lines, &entry->line_capacity, entry->line_count + 1, sizeof *at);
    if (!at) {
        draft->out_of_memory = true;
        return;
    }
    entry->lines = at;
    entry->lines[entry->line_count++] = lines;
}

void draft_cite_elsewhere(struct draft *draft, const struct record_type *type, json_t *record,
                          struct line_span lines)
{
    struct draft_entry *entry =
        draft_find_entry(draft, type, json_string_value(json_object_get(record, "id")));
    const size_t count = entry ? entry->line_count : 0;
    draft_cite(draft, type, record, lines);
    if (entry && entry->line_count > count && count < 64)
        entry->elsewhere |= UINT64_C(1) << count;
}

static size_t draft_count_lines(const struct draft_source *source)
{
    size_t lines = 0;
    const char *at = source->bytes, *const end = source->bytes + source->length;
    while (at < end) {
        const char *feed = memchr(at, '\n', (size_t)(end - at));
        at = feed ? feed + 1 : end;
        lines++;
    }
    return lines;
}

/* Writes the SHA-256 of the file, of which a byte order mark is a part. */
static void write_digest(const struct draft_source *source, char digest[SHA256_TEXT_BYTES])
{
    struct sha256_ctx hash;
    sha256_init(&hash);
    if (source->marked)
        sha256_update(&hash, 3, (const uint8_t *)"\xef\xbb\xbf");
    sha256_update(&hash, source->length, (const uint8_t *)source->bytes);
    sha256_text_finish(&hash, digest);
}

json_t *draft_add_document(struct draft *draft, const char *id, const char *title, const char *kind,
                           const char *media_type)
{
    char digest[SHA256_TEXT_BYTES];
    const size_t lines = draft_count_lines(draft->source);
    const struct line_span all = {lines > 0, (unsigned)lines};
    char folder[DRAFT_ID_BYTES] = "", whole[DRAFT_ID_BYTES];
    if (draft->source->folder_length)
        draft_slug(draft, draft->source->folder, draft->source->folder_length, folder);
    draft_write_id(folder, id, whole);
    json_t *document = draft_add(draft, &document_type, whole, all, NULL);
    write_digest(draft->source, digest);
    draft_set(draft, document, "title", json_string(title));
    draft_set(draft, document, "kind", json_string(kind));
    draft_set(draft, document, "media_type", json_string(media_type));
    draft_set(draft, document, "lines", json_integer((json_int_t)lines));
    draft_set(draft, document, "sha256", json_string(digest));
    draft->document = json_string_value(json_object_get(document, "id"));
    return document;
}

const char *draft_document(const struct draft *draft)
{
    return draft->document;
}

void draft_set(struct draft *draft, json_t *object, const char *member, json_t *value)
{
    draft->out_of_memory |= json_object_set_new(object, member, value) != 0;
}

void draft_set_text(struct draft *draft, json_t *object, const char *member, const char *text,
                    size_t length)
{
    if (length)
        draft_set(draft, object, member, json_stringn(text, length));
}

void draft_append(struct draft *draft, json_t *object, const char *member, json_t *value)
{
    json_t *list = json_object_get(object, member);
    if (!list) {
        draft_set(draft, object, member, json_array());
        list = json_object_get(object, member);
    }
    draft->out_of_memory |= json_array_append_new(list, value) != 0;
}

json_t *draft_append_object(struct draft *draft, json_t *object, const char *member)
{
    draft_append(draft, object, member, json_object());
    const json_t *list = json_object_get(object, member);
    return draft->out_of_memory ? draft->spare : json_array_get(list, json_array_size(list) - 1);
}

void draft_append_once(struct draft *draft, json_t *object, const char *member, const char *text)
{
    const json_t *list = json_object_get(object, member);
    for (size_t i = 0; i < json_array_size(list); i++) {
        const char *other = json_string_value(json_array_get(list, i));
        if (other && strcmp(other, text) == 0)
            return;
    }
    draft_append(draft, object, member, json_string(text));
}

void draft_infer(struct draft *draft, json_t *record, const char *field)
{
    draft_append_once(draft, record, "inferred", field);
}

void draft_set_out_of_memory(struct draft *draft)
{
    draft->out_of_memory = true;
}

void draft_check_text(struct draft *draft, const struct buffer *text)
{
    draft->out_of_memory |= text->failed && !text->exceeded;
}

bool draft_is_out_of_memory(const struct draft *draft)
{
    return draft->out_of_memory;
}
