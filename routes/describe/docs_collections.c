/* The collections in the reference: the fields and relations of their records. */
#include "describe/docs_private.h"

#include "base/name.h"
#include "http/url.h"
#include "schema/kind.h"
#include "schema/targets.h"

#include <stdio.h>
#include <string.h>

static void describe_kind(const struct field *field, char *text, size_t size)
{
    size_t used = (size_t)snprintf(text, size, "%s%s", field->list ? "list of " : "",
                                   kinds[field->kind].name);
    const struct record_type *target = targets_only(field->targets);
    if (field->kind == FIELD_REFERENCE)
        used += (size_t)snprintf(text + used, size - used, " to %s",
                                 target ? target->name : "records of several types");
    for (const char *const *choice = field->choices; choice && *choice && used < size; choice++)
        used += (size_t)snprintf(text + used, size - used, "%s%s",
                                 choice == field->choices ? ": " : ", ", *choice);
}

/* Reports whether the records of every type have the field. */
static bool is_common(const struct field *field)
{
    for (size_t i = 0; i < TYPE_COUNT; i++) {
        const struct field *other =
            field_list_find(record_types[i]->fields, field->name, strlen(field->name));
        if (!other || strcmp(other->documentation, field->documentation) != 0)
            return false;
    }
    return true;
}

/* Writes fields, and the members of objects. `outer` is the name of the object, or "" for the
 * fields of a record: then `common` selects those that all types have, or the others. */
static void write_fields(struct docs *docs, struct field_list fields, const char *outer,
                         bool common)
{
    for (size_t i = 0; i < fields.count; i++) {
        const struct field *field = &fields.at[i];
        if (!*outer && is_common(field) != common)
            continue;
        char name[80], kind[400];
        snprintf(name, sizeof name, "%s%s%s", outer, *outer ? "." : "", field->name);
        describe_kind(field, kind, sizeof kind);
        docs_write_row(docs, name, (const char *const[]){kind, field->documentation}, 2);
        write_fields(docs, field->members, name, common);
    }
}

static void write_relations(struct docs *docs, const struct collection *collection)
{
    size_t count;
    const struct relation *relations =
        archive_relations(docs->call->snapshot->archive, collection->type, &count);
    char caption[100];
    snprintf(caption, sizeof caption, "The relations of %s %s",
             name_article(collection->type->name), collection->type->name);
    docs_open_table(docs, caption, "path|records|description");
    for (size_t i = 0; i < count; i++) {
        char path[BASE_PATH_BYTES_MAX + 120];
        snprintf(path, sizeof path, "%s/%s/{id}/%s", request_base_path(docs->call->request),
                 collection->name, relations[i].name);
        docs_write_row(docs, path,
                       (const char *const[]){relations[i].to_one ? "one or none" : "any number",
                                             relations[i].member->documentation},
                       2);
    }
    docs_close_table(docs);
}

/* Writes an example of the first relation of the record that is not empty. */
static void write_relation_example(struct docs *docs, const struct collection *collection,
                                   const struct record *record)
{
    size_t count;
    const struct relation *relations =
        archive_relations(docs->call->snapshot->archive, collection->type, &count);
    for (size_t i = 0; i < count; i++) {
        size_t members;
        char target[300];
        relation_members(&relations[i], record, &members);
        if (members == 0)
            continue;
        snprintf(target, sizeof target, "/%s/%s/%s?limit=1&pretty", collection->name,
                 record_id(record), relations[i].name);
        docs_write_request(docs, target);
        return;
    }
}

void docs_write_collection_examples(struct docs *docs)
{
    size_t count;
    const struct collection *collections =
        archive_collections(docs->call->snapshot->archive, &count);
    char target[300];
    for (size_t i = 0; i < count; i++) {
        if (!collections[i].count)
            continue;
        docs_open_examples(docs);
        snprintf(target, sizeof target, "/%s?limit=1&pretty", collections[i].name);
        docs_write_request(docs, target);
        write_relation_example(docs, &collections[i], collections[i].records[0]);
        docs_close_examples(docs);
        return;
    }
}

/* Writes an example of a record, or of the empty list. */
static void write_record_example(struct docs *docs, const struct collection *collection)
{
    char target[300];
    if (collection->count)
        snprintf(target, sizeof target, "/%s/%s?pretty", collection->name,
                 record_id(collection->records[0]));
    else
        snprintf(target, sizeof target, "/%s?pretty", collection->name);
    docs_open_examples(docs);
    docs_write_request(docs, target);
    docs_close_examples(docs);
}

/* Writes the tables of the fields and the relations. */
static void write_tables(struct docs *docs, const struct collection *collection)
{
    char caption[100];
    snprintf(caption, sizeof caption, "The fields of %s %s", name_article(collection->type->name),
             collection->type->name);
    docs_open_table(docs, caption, "field|kind|description");
    write_fields(docs, collection->type->fields, "", false);
    docs_close_table(docs);
    write_relations(docs, collection);
}

static void write_collection(struct docs *docs, const struct collection *collection)
{
    char text[200];
    docs_open_section(docs, collection->name, "h2", collection->name);
    docs_write_text(docs, collection->documentation);
    write_record_example(docs, collection);
    if (collection->name == collection->type->collection) {
        write_tables(docs, collection);
    } else {
        snprintf(text, sizeof text, "Its records have the fields and relations of %s.",
                 collection->type->collection);
        docs_write_text(docs, text);
    }
    docs_close_section(docs);
}

void docs_write_common_fields(struct docs *docs)
{
    docs_open_section(docs, "records", "h2", "Every record");
    docs_write_text(docs, "The records of every collection have these fields. The others are with "
                          "the collections.");
    docs_open_table(docs, "The fields of every record", "field|kind|description");
    write_fields(docs, meeting_type.fields, "", true);
    docs_close_table(docs);
    docs_close_section(docs);
}

void docs_write_collections(struct docs *docs)
{
    size_t count;
    const struct collection *collections =
        archive_collections(docs->call->snapshot->archive, &count);
    for (size_t i = 0; i < count; i++)
        write_collection(docs, &collections[i]);
}
