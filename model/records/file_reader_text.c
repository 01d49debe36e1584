/* Texts: checks those of every kind, and copies them. */
#include "base/name.h"
#include "records/file_reader_private.h"
#include "records/hint.h"
#include "schema/kind.h"
#include "unicode/nearest_name.h"
#include "values/time_zone.h"

static const char *known_choice(struct file_reader *reader, const struct field *field,
                                const char *text, size_t length, const struct place *place)
{
    char hint[HINT_BYTES_MAX];
    for (const char *const *choice = field->choices; *choice; choice++)
        if (name_is(*choice, text, length))
            return *choice;
    FAULT(reader, place, "unknown value \"%.*s\"; %s", FAULT_QUOTED_MAX, text,
          hint_choices(field->choices, text, length, hint));
    return NULL;
}

static void check_time_zone(struct file_reader *reader, const char *text, size_t length,
                            const struct place *place)
{
    struct nearest_name nearest;
    if (time_zone_find(text, length) != TIME_ZONE_UTC)
        return;
    nearest_name_init(&nearest, text, length);
    for (size_t i = 1; i <= time_zone_count; i++)
        nearest_name_offer(&nearest, time_zone_name((uint16_t)i));
    const char *meant = time_zone_meant(text, length);
    const char *best = meant ? meant : nearest.best;
    FAULT(reader, place, "there is no time zone \"%.*s\"; %s%s%s", FAULT_QUOTED_MAX, text,
          best ? "did you mean \"" : "expected ", best ? best : kinds[FIELD_TIME_ZONE].expected,
          best ? "\"?" : "");
}

/* Checks a text and returns a copy of it. Returns the name in the table for a choice or field name.
 * An id in a reference is copied to the arena for references. Returns NULL if out of memory. */
static const char *keep_text(struct file_reader *reader, const struct field *field,
                             const char *text, size_t length, const struct place *place)
{
    const struct kind *kind = &kinds[field->kind];
    const char *known = NULL;
    if (field->kind == FIELD_REFERENCE)
        return arena_copy_text(&reader->references, text, length);
    if (field->kind == FIELD_TIME_ZONE)
        check_time_zone(reader, text, length, place);
    if (field->kind == FIELD_ENUM)
        known = known_choice(reader, field, text, length, place);
    else if (field->kind == FIELD_FIELD_NAME)
        known = file_reader_field_name(reader, text, length, place);
    else if (kind->accepts && !kind->accepts(text, length))
        FAULT(reader, place, "expected %s, not \"%.*s\"", kind->expected, FAULT_QUOTED_MAX, text);
    return known ? known : arena_copy_text(&reader->arena, text, length);
}

/* Copies a text and makes each line end, which Windows and older programs write as CR LF or CR, a
 * line feed. Returns NULL if out of memory. */
static char *with_line_feeds(struct file_reader *reader, const char *text, size_t length,
                             size_t *ret_length)
{
    char *copy = arena_copy_text(&reader->arena, text, length), *out = copy;
    for (const char *in = copy; copy && in < copy + length; in++) {
        if (*in == '\r' && in[1] == '\n')
            continue;
        *out++ = *in == '\r' ? '\n' : *in;
    }
    if (copy)
        *out = '\0';
    *ret_length = (size_t)(out - copy);
    return copy;
}

void file_reader_read_text(struct file_reader *reader, const struct field *field,
                           const json_t *json, const struct place *place, struct value *value)
{
    const char *text = json_string_value(json);
    size_t length = json_string_length(json);
    if (text && field->kind == FIELD_TEXT && memchr(text, '\r', length)) {
        text = with_line_feeds(reader, text, length, &length);
        reader->out_of_memory |= !text;
        if (!text)
            return;
    }
    if (!text) {
        FAULT(reader, place, "expected %s, not %s", kinds[field->kind].expected,
              file_reader_json_kind(json));
        return;
    }
    value->text = keep_text(reader, field, text, length, place);
    if (value->text)
        value->count = (uint32_t)length;
    else
        reader->out_of_memory = true;
}
