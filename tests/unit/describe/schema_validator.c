#include "describe/schema_validator.h"

#include <criterion/criterion.h>
#include <regex.h>
#include <stdio.h>
#include <string.h>

static const char *member_text(json_t *json, const char *name)
{
    return json_string_value(json_object_get(json, name));
}

json_t *schema_resolve(json_t *root, json_t *json)
{
    const char *ref = member_text(json, "$ref");
    if (!ref)
        return json;
    cr_assert_eq(strncmp(ref, "#/", 2), 0, "%s", ref);
    for (const char *step = ref + 2; *step;) {
        const size_t length = strcspn(step, "/");
        root = json_object_getn(root, step, length);
        step += length + (step[length] == '/');
    }
    cr_assert(root, "%s does not resolve", ref);
    return root;
}

static bool is_of_type(json_t *value, const char *type)
{
    static const char *const names[] = {"object", "array",   "string",  "integer",
                                        "number", "boolean", "boolean", "null"};
    static json_type types[] = {JSON_OBJECT, JSON_ARRAY, JSON_STRING, JSON_INTEGER,
                                JSON_REAL,   JSON_TRUE,  JSON_FALSE,  JSON_NULL};
    for (size_t i = 0; i < sizeof types / sizeof *types; i++)
        if (strcmp(type, names[i]) == 0 && json_typeof(value) == types[i])
            return true;
    return strcmp(type, "number") == 0 && json_is_integer(value);
}

static bool is_listed(json_t *list, json_t *value)
{
    size_t i;
    json_t *item;
    json_array_foreach(list, i, item)
    {
        if (json_equal(item, value))
            return true;
    }
    return false;
}

static bool accepts_type(json_t *type, json_t *value)
{
    size_t i;
    json_t *one;
    if (json_is_string(type))
        return is_of_type(value, json_string_value(type));
    json_array_foreach(type, i, one)
    {
        if (is_of_type(value, json_string_value(one)))
            return true;
    }
    return false;
}

static bool accepts_pattern(const char *text, const char *value)
{
    regex_t pattern;
    if (strchr(text, '\\'))
        return true;
    cr_assert_eq(regcomp(&pattern, text, REG_EXTENDED | REG_NOSUB), 0, "%s", text);
    const bool accepted = regexec(&pattern, value, 0, NULL, 0) == 0;
    regfree(&pattern);
    return accepted;
}

static size_t count_accepting(json_t *root, json_t *schemas, json_t *value)
{
    size_t i, count = 0;
    json_t *schema;
    json_array_foreach(schemas, i, schema) count += schema_accepts(root, schema, value);
    return count;
}

static bool accepts_items(json_t *root, json_t *items, json_t *value)
{
    size_t i;
    json_t *item;
    json_array_foreach(value, i, item)
    {
        if (!schema_accepts(root, items, item))
            return false;
    }
    return true;
}

static bool accepts_members(json_t *root, json_t *properties, json_t *value)
{
    const char *name;
    json_t *property;
    json_object_foreach(properties, name, property)
    {
        json_t *member = json_object_get(value, name);
        if (member && !schema_accepts(root, property, member))
            return false;
    }
    return true;
}

static bool accepts_other_members(json_t *root, json_t *schema, json_t *others, json_t *value)
{
    const char *name;
    json_t *member;
    if (json_is_true(others))
        return true;
    json_object_foreach(value, name, member)
    {
        if (json_object_get(json_object_get(schema, "properties"), name))
            continue;
        if (json_is_false(others) || !schema_accepts(root, others, member))
            return false;
    }
    return true;
}

static bool has_required(json_t *names, json_t *value)
{
    size_t i;
    json_t *name;
    json_array_foreach(names, i, name)
    {
        if (json_is_object(value) && !json_object_get(value, json_string_value(name)))
            return false;
    }
    return true;
}

static bool accepts_keyword(json_t *root, json_t *schema, const char *keyword, json_t *rule,
                            json_t *value)
{
    static const char *const annotations[] = {"description", "title",   "format",
                                              "$schema",     "example", "$defs"};
    const json_int_t number = json_integer_value(rule);
    const char *text = json_string_value(value);
    for (size_t i = 0; i < sizeof annotations / sizeof *annotations; i++)
        if (strcmp(keyword, annotations[i]) == 0)
            return true;
    if (strcmp(keyword, "$ref") == 0)
        return schema_accepts(root, schema_resolve(root, schema), value);
    if (strcmp(keyword, "type") == 0)
        return accepts_type(rule, value);
    if (strcmp(keyword, "enum") == 0)
        return is_listed(rule, value);
    if (strcmp(keyword, "const") == 0)
        return json_equal(rule, value);
    if (strcmp(keyword, "anyOf") == 0)
        return count_accepting(root, rule, value) > 0;
    if (strcmp(keyword, "allOf") == 0)
        return count_accepting(root, rule, value) == json_array_size(rule);
    if (strcmp(keyword, "minimum") == 0)
        return !json_is_number(value) || json_number_value(value) >= (double)number;
    if (strcmp(keyword, "maximum") == 0)
        return !json_is_number(value) || json_number_value(value) <= (double)number;
    if (strcmp(keyword, "pattern") == 0)
        return !text || accepts_pattern(json_string_value(rule), text);
    if (strcmp(keyword, "maxLength") == 0)
        return !text || (json_int_t)strlen(text) <= number;
    if (strcmp(keyword, "minItems") == 0)
        return !json_is_array(value) || (json_int_t)json_array_size(value) >= number;
    if (strcmp(keyword, "maxItems") == 0)
        return !json_is_array(value) || (json_int_t)json_array_size(value) <= number;
    if (strcmp(keyword, "items") == 0)
        return accepts_items(root, rule, value);
    if (strcmp(keyword, "properties") == 0)
        return accepts_members(root, rule, value);
    if (strcmp(keyword, "additionalProperties") == 0)
        return accepts_other_members(root, schema, rule, value);
    cr_assert_str_eq(keyword, "required", "an unknown keyword");
    return has_required(rule, value);
}

bool schema_accepts(json_t *root, json_t *schema, json_t *value)
{
    const char *keyword;
    json_t *rule;
    cr_assert(json_is_object(schema), "a schema is missing");
    json_object_foreach(schema, keyword, rule)
    {
        if (!accepts_keyword(root, schema, keyword, rule, value))
            return false;
    }
    return true;
}

bool schema_accepts_new(json_t *root, json_t *schema, json_t *value)
{
    const bool accepted = schema_accepts(root, schema, value);
    json_decref(value);
    return accepted;
}

static bool has_type(json_t *schema, const char *type)
{
    json_t *types = json_object_get(schema, "type");
    json_t *name = json_string(type);
    const bool found = json_equal(types, name) || is_listed(types, name);
    json_decref(name);
    return found;
}

void expect_complete_schema(json_t *root, json_t *schema)
{
    static const char *const kinds[] = {"type", "$ref", "anyOf", "allOf"};
    const char *name;
    json_t *inner;
    size_t i, kind_count = 0;
    char *text = json_dumps(schema, JSON_ENCODE_ANY);
    const bool has_alternatives = json_object_get(schema, "properties") != NULL;
    if (json_object_size(schema) == 1 && json_object_get(schema, "required")) {
        free(text);
        return; /* an alternative */
    }
    for (i = 0; i < sizeof kinds / sizeof *kinds - (has_alternatives ? 2 : 0); i++)
        kind_count += json_object_get(schema, kinds[i]) != NULL;
    cr_expect_eq(kind_count, 1, "%s", text);
    schema_accepts_new(root, schema, json_null());
    if (has_type(schema, "object"))
        cr_expect(json_object_get(schema, "additionalProperties"), "%s", text);
    if (has_type(schema, "array")) {
        cr_expect(json_object_get(schema, "items"), "%s", text);
        expect_complete_schema(root, json_object_get(schema, "items"));
    }
    json_object_foreach(json_object_get(schema, "properties"), name, inner)
    {
        expect_complete_schema(root, inner);
    }
    for (i = 2; i < sizeof kinds / sizeof *kinds; i++) {
        size_t j;
        json_array_foreach(json_object_get(schema, kinds[i]), j, inner)
        {
            expect_complete_schema(root, inner);
        }
    }
    free(text);
}
