#include "describe/field_schema.h"

#include "describe/schema_validator.h"
#include "schema/targets.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

#define SHA256 "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"

/* One value of each kind, and one that is not of the kind: NULL if any other text is. */
static const struct {
    const char *accepted, *refused;
} texts[FIELD_KIND_COUNT] = {
    [FIELD_ID] = {"a-1", "A"},
    [FIELD_TEXT] = {"A text.", NULL},
    [FIELD_DATE] = {"2006-11", "yesterday"},
    [FIELD_COUNTRY] = {"CN", "ZZ"},
    [FIELD_URL] = {"https://a.example/", NULL},
    [FIELD_MEDIA_TYPE] = {"text/plain", "text"},
    [FIELD_SHA256] = {SHA256, "0"},
    [FIELD_PATH] = {"texts/minutes.txt", "../minutes.txt"},
    [FIELD_LINES] = {"1-2", "0"},
    [FIELD_LANGUAGE] = {"pt-BR", "a language"},
    [FIELD_TIME_ZONE] = {"Europe/Lisbon", "+01:00"},
    [FIELD_DURATION] = {"PT20M", "20 minutes"},
    [FIELD_TIME_OFFSET] = {"01:02:03", "1:2"},
    [FIELD_EMAIL] = {"a@b.example", "a@example"},
    [FIELD_WORD] = {"orcid", "ORCID"},
};

static const struct record_type *first_target(unsigned targets)
{
    size_t i = 0;
    while (!(targets & TARGET(i)))
        i++;
    return record_types[i];
}

static json_t *sample_reference(const struct schema_subject *subject, const struct field *field)
{
    const struct record_type *target = first_target(field->targets);
    if (subject->answer)
        return json_pack("{ssssssss}", "id", "a", "type", target->name, "label", "A", "href", "/a");
    return targets_are_several(field->targets) ? json_sprintf("%s/a", target->collection)
                                               : json_string("a");
}

static json_t *sample_value(const struct schema_subject *subject, const struct field *field)
{
    switch (field->kind) {
    case FIELD_INTEGER:
        return json_integer(field->minimum);
    case FIELD_BOOLEAN:
        return json_true();
    case FIELD_ENUM:
        return json_string(field->choices[0]);
    case FIELD_FIELD_NAME:
        return json_string(subject->type->fields.at[0].name);
    case FIELD_REFERENCE:
        return sample_reference(subject, field);
    case FIELD_OBJECT:
        return field_schema_sample(subject, field->members);
    default:
        return json_string(texts[field->kind].accepted);
    }
}

json_t *field_schema_sample(const struct schema_subject *subject, struct field_list fields)
{
    json_t *object = json_object();
    for (size_t i = 0; i < fields.count; i++) {
        json_t *value = sample_value(subject, &fields.at[i]);
        json_object_set_new(object, fields.at[i].name,
                            fields.at[i].list ? json_pack("[o]", value) : value);
    }
    return object;
}

static void expect_accepted(const struct schema_subject *subject, json_t *schema,
                            const struct field *field, json_t *value, bool accepted)
{
    char *text = json_dumps(value, JSON_ENCODE_ANY);
    cr_expect_eq(schema_accepts_new(subject->root, schema, value), accepted, "%s of %s: %s",
                 field->name, subject->type->name, text);
    free(text);
}

static void expect_integer_schema(const struct schema_subject *subject, json_t *schema,
                                  const struct field *field)
{
    expect_accepted(subject, schema, field, json_integer(INT64_MAX), true);
    expect_accepted(subject, schema, field, json_integer(field->minimum - 1), false);
    expect_accepted(subject, schema, field, json_real((double)field->minimum + 0.5), false);
    expect_accepted(subject, schema, field, json_string("1"), false);
}

static void expect_choices_schema(const struct schema_subject *subject, json_t *schema,
                                  const struct field *field)
{
    for (const char *const *choice = field->choices; choice && *choice; choice++)
        expect_accepted(subject, schema, field, json_string(*choice), true);
    for (size_t i = 0; i < subject->type->fields.count && field->kind == FIELD_FIELD_NAME; i++)
        expect_accepted(subject, schema, field, json_string(subject->type->fields.at[i].name),
                        true);
    expect_accepted(subject, schema, field, json_string("no such choice"), false);
}

static void expect_reference_schema(const struct schema_subject *subject, json_t *schema,
                                    const struct field *field)
{
    static const char *const members[] = {"id", "type", "label", "href"};
    for (size_t i = 0; i < sizeof members / sizeof *members && subject->answer; i++) {
        json_t *reference = sample_reference(subject, field);
        json_object_del(reference, members[i]);
        expect_accepted(subject, schema, field, reference, false);
    }
    if (subject->answer) {
        expect_accepted(subject, schema, field, json_string("a"), false);
        return;
    }
    if (!targets_are_several(field->targets)) {
        expect_accepted(subject, schema, field, json_string("papers/a"), false);
        return;
    }
    expect_accepted(subject, schema, field, json_string("a"), false);
    for (size_t i = 0; i < TYPE_COUNT; i++)
        expect_accepted(subject, schema, field, json_sprintf("%s/a", record_types[i]->collection),
                        field->targets & TARGET(i));
}

/* Checks the schema of a value, or of each item of a list. */
static void expect_value_schema(const struct schema_subject *subject, json_t *schema,
                                const struct field *field, bool nullable)
{
    expect_accepted(subject, schema, field, sample_value(subject, field), true);
    expect_accepted(subject, schema, field, json_null(), nullable);
    expect_accepted(subject, schema, field, json_true(), field->kind == FIELD_BOOLEAN);
    switch (field->kind) {
    case FIELD_INTEGER:
        expect_integer_schema(subject, schema, field);
        break;
    case FIELD_ENUM:
    case FIELD_FIELD_NAME:
        expect_choices_schema(subject, schema, field);
        break;
    case FIELD_REFERENCE:
        expect_reference_schema(subject, schema, field);
        break;
    case FIELD_OBJECT:
        if (field->shorthand && !subject->answer) {
            expect_accepted(subject, schema, field, json_string("A text."), true);
            schema = json_array_get(json_object_get(schema, "anyOf"), 1);
        }
        expect_object_schema(subject, schema, field->members);
        break;
    default:
        if (texts[field->kind].refused)
            expect_accepted(subject, schema, field, json_string(texts[field->kind].refused), false);
    }
}

static void expect_list_schema(const struct schema_subject *subject, json_t *schema,
                               const struct field *field)
{
    expect_accepted(subject, schema, field, json_array(), subject->answer || !field->required);
    expect_accepted(subject, schema, field, json_null(), !subject->answer && !field->required);
    expect_accepted(subject, schema, field, json_pack("[o]", sample_value(subject, field)), true);
    expect_accepted(subject, schema, field, sample_value(subject, field), false);
    expect_value_schema(subject, json_object_get(schema, "items"), field, false);
}

void expect_field_schemas(const struct schema_subject *subject, json_t *properties,
                          struct field_list fields)
{
    for (size_t i = 0; i < fields.count; i++) {
        const struct field *field = &fields.at[i];
        json_t *schema = json_object_get(properties, field->name);
        const char *description = json_string_value(json_object_get(schema, "description"));
        if (!description || field->list) /* a list that several types have is defined once */
            schema = schema_resolve(subject->root, schema);
        if (!description)
            description = json_string_value(json_object_get(schema, "description"));
        cr_assert(description, "%s has no description", field->name);
        cr_expect_eq(strncmp(description, field->documentation, strlen(field->documentation)), 0);
        if (field->list)
            expect_list_schema(subject, schema, field);
        else
            expect_value_schema(subject, schema, field, !field->required);
    }
}

void expect_object_schema(const struct schema_subject *subject, json_t *schema,
                          struct field_list fields)
{
    json_t *sample = field_schema_sample(subject, fields);
    cr_expect(schema_accepts(subject->root, schema, sample));
    cr_expect_eq(json_object_size(json_object_get(schema, "properties")), fields.count);
    for (size_t i = 0; i < fields.count; i++) {
        json_t *partial = json_copy(sample);
        json_object_del(partial, fields.at[i].name);
        expect_accepted(subject, schema, &fields.at[i], partial,
                        !subject->answer && !fields.at[i].required);
    }
    json_object_set_new(sample, "unknown", json_null());
    cr_expect(!schema_accepts_new(subject->root, schema, sample), "an unknown member");
    expect_field_schemas(subject, json_object_get(schema, "properties"), fields);
}
