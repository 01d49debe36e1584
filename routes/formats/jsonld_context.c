#include "formats/jsonld_context.h"

#include "http/url.h"

#include <string.h>

/* The vocabularies, as members of a context. */
#define VOCABULARIES                                           \
    "\"schema\":\"https://schema.org/\","                      \
    "\"opengov\":\"http://www.w3.org/ns/opengov#\","           \
    "\"org\":\"http://www.w3.org/ns/org#\","                   \
    "\"rdf\":\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\"," \
    "\"skos\":\"http://www.w3.org/2004/02/skos/core#\","       \
    "\"xsd\":\"http://www.w3.org/2001/XMLSchema#\","           \
    "\"edtf\":\"http://id.loc.gov/datatypes/edtf/\""

const char *jsonld_context_class(const struct record_type *type,
                                 char name[JSONLD_CONTEXT_CLASS_MAX])
{
    return record_type_write_class(type, name, JSONLD_CONTEXT_CLASS_MAX);
}

static void jsonld_context_write_fields(struct json_writer *writer, struct field_list fields);

/* Appends text without a look at the room, and returns the place after it. */
static char *put(char *to, const char *text, size_t length)
{
    memcpy(to, text, length);
    return to + length;
}

#define PUT(to, constant) put(to, constant, sizeof(constant) - 1)

/* Writes the definition of a field: "@id" or "@reverse" with the property, "@type" for URLs, and
 * "@context" for the members of an object. Every file has such definitions, and names and terms
 * need no escaping, so the bytes are put into the buffer as they are. */
static void jsonld_context_write_field(struct json_writer *writer, const struct field *field)
{
    static const char longest[] = ",\"\":{\"@reverse\":\"\",\"@type\":\"@id\"}";
    struct buffer *out = writer->out;
    const bool reverse = field->term && *field->term == '^';
    const char *term = reverse ? field->term + 1 : field->term ? field->term : field->name;
    const size_t name_length = strlen(field->name), term_length = strlen(term);
    char *to = buffer_room(out, name_length + term_length + sizeof longest);
    if (!to)
        return;
    to = writer->comma ? PUT(to, ",\"") : PUT(to, "\"");
    to = put(to, field->name, name_length);
    to = reverse ? PUT(to, "\":{\"@reverse\":\"") : PUT(to, "\":{\"@id\":\"");
    to = put(to, term, term_length);
    if (field->kind == FIELD_REFERENCE || field->kind == FIELD_URL)
        to = PUT(to, "\",\"@type\":\"@id\"}");
    else
        to = field->kind == FIELD_OBJECT ? PUT(to, "\",\"@context\":") : PUT(to, "\"}");
    out->length = (size_t)(to - out->bytes);
    if (field->kind == FIELD_OBJECT) {
        writer->comma = false;
        jsonld_context_write_fields(writer, field->members);
        buffer_append_byte(out, '}');
    }
    writer->comma = true;
}

static void jsonld_context_write_fields(struct json_writer *writer, struct field_list fields)
{
    json_write_open(writer, '{');
    for (size_t i = 0; i < fields.count; i++)
        if (fields.at[i].kind != FIELD_ID)
            jsonld_context_write_field(writer, &fields.at[i]);
    json_write_close(writer, '}');
}

static void jsonld_context_write_type(struct json_writer *writer, const struct record_type *type)
{
    char class[JSONLD_CONTEXT_CLASS_MAX];
    json_write_name(writer, jsonld_context_class(type, class));
    json_write_open(writer, '{');
    json_write_text_member(writer, "@id", type->term);
    json_write_name(writer, "@context");
    jsonld_context_write_fields(writer, type->fields);
    json_write_close(writer, '}');
}

/* Writes what is the same for all types, into an open object. */
static void jsonld_context_write_common(struct json_writer *writer, const char *address,
                                        const char *base_path)
{
    json_write_name(writer, "@version");
    buffer_append_text(writer->out, "1.1");
    writer->comma = true;
    json_write_name(writer, "@vocab");
    json_write_begin_string(writer);
    buffer_append_text(writer->out, address);
    url_append_path(writer->out, base_path, JSONLD_CONTEXT_PATH "#");
    json_write_end_string(writer);
    buffer_append_text(writer->out, "," VOCABULARIES ",\"id\":\"@id\",\"type\":\"@type\"");
}

void jsonld_context_write(struct json_writer *writer, const char *address, const char *base_path)
{
    json_write_open(writer, '{');
    json_write_open_member(writer, "@context", '{');
    jsonld_context_write_common(writer, address, base_path);
    for (size_t i = 0; i < TYPE_COUNT; i++)
        jsonld_context_write_type(writer, record_types[i]);
    json_write_close(writer, '}');
    json_write_close(writer, '}');
}

void jsonld_context_write_for(struct json_writer *writer, const struct record_type *type,
                              const char *address, const char *base_path)
{
    json_write_open(writer, '{');
    jsonld_context_write_common(writer, address, base_path);
    jsonld_context_write_type(writer, type);
    json_write_close(writer, '}');
}
