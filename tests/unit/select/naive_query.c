#include "select/naive_query.h"

#include "select/expected_texts.inc"
#include "values/edtf.h"

#include <criterion/criterion.h>
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Returns the whole record of a reference, or NULL if the value is not a reference. */
static json_t *referred(json_t *world, json_t *value)
{
    const char *type = json_string_value(json_object_get(value, "type"));
    const char *id = json_string_value(json_object_get(value, "id"));
    if (!type || !json_object_get(value, "href"))
        return NULL;
    return json_object_get(json_object_get(world, type), id);
}

static void add_values(json_t *values, json_t *value)
{
    size_t i;
    json_t *item;
    if (json_is_array(value))
        json_array_foreach(value, i, item) json_array_append(values, item);
    else if (value && !json_is_null(value))
        json_array_append(values, value);
}

/* Appends all values at the end of a path from a record or an object. */
static void add_values_of(json_t *values, json_t *world, json_t *object, const char *path)
{
    const char *dot = strchr(path, '.');
    char first[64];
    size_t i;
    json_t *value, *found = dot ? json_array() : values;
    snprintf(first, sizeof first, "%.*s", (int)strcspn(path, "."), path);
    add_values(found, json_object_get(object, first));
    if (!dot)
        return;
    json_array_foreach(found, i, value)
    {
        json_t *whole = referred(world, value);
        add_values_of(values, world, whole ? whole : value, dot + 1);
    }
    json_decref(found);
}

static json_t *values_of(json_t *world, json_t *record, const char *path)
{
    json_t *values = json_array();
    add_values_of(values, world, record, path);
    return values;
}

static const char *text_of(json_t *value, enum naive_kind kind)
{
    return json_string_value(kind == NAIVE_REFERENCE ? json_object_get(value, "id") : value);
}

static struct edtf_bounds bounds_of(const char *text)
{
    struct edtf_bounds bounds = {0, 0};
    edtf_parse(text, strlen(text), &bounds);
    return bounds;
}

static int compare_numbers(int64_t a, int64_t b)
{
    return a < b ? -1 : a > b;
}

enum {
    EXPECTED_TEXTS = sizeof expected_texts / sizeof *expected_texts
};

/* Returns the place of a text in the expected order, or EXPECTED_TEXTS. There are few different
 * texts, whose places are remembered. */
static size_t place_of(const char *text)
{
    static json_t *places;
    if (!places) {
        places = json_object();
        for (size_t i = 0; i < EXPECTED_TEXTS; i++)
            json_object_set_new(places, expected_texts[i][0], json_integer((json_int_t)i));
    }
    json_t *place = json_object_get(places, text);
    return place ? (size_t)json_integer_value(place) : EXPECTED_TEXTS;
}

/* Returns the expected fold of a text: its lower case if it is not among the expected texts. Then
 * it must be ASCII. */
static const char *fold_of(const char *text)
{
    static char lower[4][80];
    static size_t next;
    const size_t place = place_of(text);
    if (place < EXPECTED_TEXTS)
        return expected_texts[place][1];
    char *fold = lower[next++ % 4];
    cr_assert_lt(strlen(text), sizeof *lower);
    for (size_t i = 0; i <= strlen(text); i++) {
        cr_assert((unsigned char)text[i] < 0x80, "%s has no expected fold", text);
        fold[i] = (char)tolower((unsigned char)text[i]);
    }
    return fold;
}

/* Compares two texts in the expected order, or two codes by their bytes. */
static int compare_texts(const char *left, const char *right)
{
    const size_t a = place_of(left), b = place_of(right);
    if (a == EXPECTED_TEXTS && b == EXPECTED_TEXTS)
        return strcmp(left, right);
    cr_assert(a < EXPECTED_TEXTS && b < EXPECTED_TEXTS, "%s, %s", left, right);
    return compare_numbers((int64_t)a, (int64_t)b);
}

static int compare_values(enum naive_kind kind, json_t *left, json_t *right)
{
    if (kind == NAIVE_NUMBER)
        return compare_numbers(json_integer_value(left), json_integer_value(right));
    const char *a = text_of(left, kind), *b = text_of(right, kind);
    if (kind == NAIVE_DATE) {
        const struct edtf_bounds x = bounds_of(a), y = bounds_of(b);
        if (x.earliest != y.earliest)
            return compare_numbers(x.earliest, y.earliest);
        if (x.latest != y.latest)
            return compare_numbers(x.latest, y.latest);
    }
    return kind == NAIVE_TEXT ? compare_texts(a, b) : strcmp(a, b);
}

static bool contains(const char *text, const char *part, bool at_start)
{
    const char *whole = fold_of(text), *folded = fold_of(part);
    return at_start ? strncmp(whole, folded, strlen(folded)) == 0 : strstr(whole, folded) != NULL;
}

/* Compares texts, of which those with the same fold are equal. */
static int compare_folded(const char *a, const char *b)
{
    return strcmp(fold_of(a), fold_of(b)) == 0 ? 0 : compare_texts(a, b);
}

static bool order_meets(const char *comparison, int order)
{
    if (strcmp(comparison, "gt") == 0)
        return order > 0;
    if (strcmp(comparison, "gte") == 0)
        return order >= 0;
    if (strcmp(comparison, "lt") == 0)
        return order < 0;
    if (strcmp(comparison, "lte") == 0)
        return order <= 0;
    return order == 0;
}

static bool dates_meet(const char *comparison, const char *own_text, const char *given_text)
{
    const struct edtf_bounds own = bounds_of(own_text), given = bounds_of(given_text);
    if (strcmp(comparison, "gt") == 0)
        return own.earliest > given.latest;
    if (strcmp(comparison, "gte") == 0)
        return own.earliest >= given.earliest;
    if (strcmp(comparison, "lt") == 0)
        return own.latest < given.earliest;
    if (strcmp(comparison, "lte") == 0)
        return own.latest <= given.latest;
    return own.earliest >= given.earliest && own.latest <= given.latest;
}

static bool meets(const struct naive_filter *filter, json_t *value, const char *given)
{
    if (filter->kind == NAIVE_NUMBER)
        return order_meets(filter->comparison,
                           compare_numbers(json_integer_value(value), atoll(given)));
    const char *text = text_of(value, filter->kind);
    if (strcmp(filter->comparison, "contains") == 0)
        return contains(text, given, false);
    if (strcmp(filter->comparison, "startswith") == 0)
        return contains(text, given, true);
    if (filter->kind == NAIVE_DATE)
        return dates_meet(filter->comparison, text, given);
    return order_meets(filter->comparison, filter->kind == NAIVE_TEXT ? compare_folded(text, given)
                                                                      : strcmp(text, given));
}

static bool record_meets(json_t *world, const struct naive_filter *filter, json_t *record)
{
    json_t *values = values_of(world, record, filter->path), *value;
    const bool any = json_array_size(values) > 0;
    const bool asks_null = strcmp(filter->comparison, "isnull") == 0;
    bool met = false;
    size_t i;
    json_array_foreach(values, i, value)
    {
        for (size_t j = 0; !asks_null && filter->values[j]; j++)
            met |= meets(filter, value, filter->values[j]);
    }
    json_decref(values);
    if (asks_null)
        return any == (strcmp(filter->values[0], "false") == 0);
    return strcmp(filter->comparison, "not") == 0 ? !met : met;
}

static int compare_records(json_t *world, const struct naive_key *keys, size_t key_count,
                           json_t *left, json_t *right)
{
    for (size_t i = 0; i < key_count; i++) {
        json_t *a = values_of(world, left, keys[i].path),
               *b = values_of(world, right, keys[i].path);
        json_t *a_value = json_array_get(a, 0), *b_value = json_array_get(b, 0);
        int order = !a_value - !b_value;
        if (a_value && b_value)
            order = compare_values(keys[i].kind, a_value, b_value) * (keys[i].descending ? -1 : 1);
        json_decref(a);
        json_decref(b);
        if (order)
            return order;
    }
    return strcmp(json_string_value(json_object_get(left, "id")),
                  json_string_value(json_object_get(right, "id")));
}

/* Inserts a record after all records that it does not precede; at the end if there are no keys. */
static void insert_in_order(json_t *world, json_t *sorted, json_t *record,
                            const struct naive_key *keys, size_t key_count)
{
    size_t first = 0, end = json_array_size(sorted);
    while (key_count && first < end) {
        const size_t middle = (first + end) / 2;
        if (compare_records(world, keys, key_count, record, json_array_get(sorted, middle)) < 0)
            end = middle;
        else
            first = middle + 1;
    }
    json_array_insert(sorted, end, record);
}

static bool is_negative(const struct naive_filter *filter)
{
    return strcmp(filter->comparison, "not") == 0 ||
           (strcmp(filter->comparison, "isnull") == 0 && strcmp(filter->values[0], "false") != 0);
}

/* Returns the length of the name before the dot if the field has objects, else 0. */
static size_t length_of_objects(const char *path)
{
    static const char *const names[] = {"attendance", "memberships", "votes", "ballots", NULL};
    const size_t length = strcspn(path, ".");
    for (size_t i = 0; path[length] && names[i]; i++)
        if (strlen(names[i]) == length && strncmp(names[i], path, length) == 0)
            return length;
    return 0;
}

static bool has_same_objects(const struct naive_filter *a, const struct naive_filter *b)
{
    const size_t length = length_of_objects(a->path);
    return length && length == length_of_objects(b->path) && strncmp(a->path, b->path, length) == 0;
}

static bool meets_all(json_t *world, const struct naive_filter *filters, size_t count,
                      json_t *record);

/* Reports whether one object meets all filters that lead through the same objects as filters[0]. */
static bool object_meets(json_t *world, const struct naive_filter *filters, size_t count,
                         json_t *object)
{
    struct naive_filter inner[NAIVE_FILTERS_MAX];
    size_t inner_count = 0;
    for (size_t i = 0; i < count; i++) {
        if (!has_same_objects(&filters[0], &filters[i]))
            continue;
        inner[inner_count] = filters[i];
        inner[inner_count++].path += length_of_objects(filters[i].path) + 1;
    }
    return meets_all(world, inner, inner_count, object);
}

static bool any_object_meets(json_t *world, const struct naive_filter *filters, size_t count,
                             json_t *record)
{
    char name[64];
    size_t i;
    json_t *object;
    snprintf(name, sizeof name, "%.*s", (int)length_of_objects(filters[0].path), filters[0].path);
    json_array_foreach(json_object_get(record, name), i, object)
    {
        if (object_meets(world, filters, count, object))
            return true;
    }
    return false;
}

/* Reports whether the record meets all filters. Those on the same objects must be met by one. */
static bool meets_all(json_t *world, const struct naive_filter *filters, size_t count,
                      json_t *record)
{
    for (size_t i = 0; i < count; i++) {
        size_t same = 0, positive = 0, first = count;
        for (size_t j = 0; j < count; j++) {
            if (!has_same_objects(&filters[i], &filters[j]))
                continue;
            first = first == count ? j : first;
            same++;
            positive += !is_negative(&filters[j]);
        }
        if (same < 2 || !positive) {
            if (!record_meets(world, &filters[i], record))
                return false;
        } else if (first == i && !any_object_meets(world, filters + i, count - i, record)) {
            return false;
        }
    }
    return true;
}

json_t *naive_select(json_t *world, json_t *list, const struct naive_filter *filters,
                     size_t filter_count, const struct naive_key *keys, size_t key_count)
{
    json_t *selected = json_array(), *record;
    size_t i;
    json_array_foreach(list, i, record)
    {
        if (meets_all(world, filters, filter_count, record))
            insert_in_order(world, selected, record, keys, key_count);
    }
    return selected;
}

static bool is_same_value(enum naive_kind kind, json_t *left, json_t *right)
{
    return kind == NAIVE_TEXT
               ? strcmp(fold_of(json_string_value(left)), fold_of(json_string_value(right))) == 0
               : compare_values(kind, left, right) == 0;
}

static void increase(json_t *object, const char *name)
{
    json_object_set_new(object, name,
                        json_integer(json_integer_value(json_object_get(object, name)) + 1));
}

/* Counts a record once for each of its different values, and once for each spelling of a text. */
static void count_record(json_t *counts, json_t *values, enum naive_kind kind)
{
    size_t i, j;
    json_t *value, *row;
    json_t *seen = json_array(), *seen_texts = json_object();
    json_array_foreach(values, i, value)
    {
        json_t *known = NULL;
        json_array_foreach(counts, j, row)
        {
            if (is_same_value(kind, json_object_get(row, "whole"), value))
                known = row;
        }
        if (!known) {
            known = json_pack("{s:O, s:i, s:{}}", "whole", value, "count", 0, "spellings");
            json_array_append_new(counts, known);
        }
        const char *text = kind == NAIVE_TEXT ? json_string_value(value) : NULL;
        if (text && !json_object_get(seen_texts, text)) {
            json_object_set_new(seen_texts, text, json_true());
            increase(json_object_get(known, "spellings"), text);
        }
        bool counted = false;
        json_array_foreach(seen, j, row) counted |= row == known;
        if (counted)
            continue;
        json_array_append(seen, known);
        increase(known, "count");
    }
    json_decref(seen);
    json_decref(seen_texts);
}

/* Replaces the value of a row by its most frequent spelling; of equal ones the first in order. */
static void choose_spelling(json_t *row)
{
    const char *text, *best = NULL;
    json_t *count;
    json_int_t best_count = 0;
    json_object_foreach(json_object_get(row, "spellings"), text, count)
    {
        const json_int_t own = json_integer_value(count);
        json_t *a = json_string(text), *b = json_string(best ? best : text);
        if (own > best_count || (own == best_count && compare_values(NAIVE_TEXT, a, b) < 0)) {
            best = text;
            best_count = own;
        }
        json_decref(a);
        json_decref(b);
    }
    if (best)
        json_object_set_new(row, "whole", json_string(best));
}

static bool row_precedes(json_t *left, json_t *right, enum naive_kind kind)
{
    const json_int_t a = json_integer_value(json_object_get(left, "count"));
    const json_int_t b = json_integer_value(json_object_get(right, "count"));
    return a > b || (a == b && compare_values(kind, json_object_get(left, "whole"),
                                              json_object_get(right, "whole")) < 0);
}

json_t *naive_facet(json_t *world, json_t *records, const char *path, enum naive_kind kind)
{
    json_t *counts = json_array(), *sorted = json_array(), *record, *row;
    size_t i;
    json_array_foreach(records, i, record)
    {
        json_t *values = values_of(world, record, path);
        count_record(counts, values, kind);
        json_decref(values);
    }
    json_array_foreach(counts, i, row) choose_spelling(row);
    json_array_foreach(counts, i, row)
    {
        size_t place = json_array_size(sorted);
        while (place > 0 && row_precedes(row, json_array_get(sorted, place - 1), kind))
            place--;
        json_array_insert(sorted, place, row);
    }
    json_decref(counts);
    json_array_foreach(sorted, i, row)
    {
        json_t *whole = json_object_get(row, "whole");
        json_object_set(row, "value",
                        kind == NAIVE_REFERENCE ? json_object_get(whole, "id") : whole);
    }
    return sorted;
}
