#include "calendar/calendar_place.h"

/* The fields that lead to a larger thing, the nearest first. */
static const enum field_role containers[] = {ROLE_PARENT, ROLE_AGENDA_ITEM, ROLE_SESSION,
                                             ROLE_MEETING};

enum {
    CONTAINER_COUNT = sizeof containers / sizeof *containers,
    LEVELS_MAX = 8
};

const struct record *calendar_place_container(const struct record *record)
{
    for (size_t i = 0; i < CONTAINER_COUNT; i++) {
        const struct value *value = record_value(record, containers[i]);
        if (value->count)
            return value->record;
    }
    return NULL;
}

static const struct record *owner_in_level(const struct record *record, enum field_role role,
                                           unsigned level)
{
    const struct record *owner = record_value(record, role)->count ? record : NULL;
    for (size_t i = 0; i < CONTAINER_COUNT && !owner && level < LEVELS_MAX; i++) {
        const struct value *container = record_value(record, containers[i]);
        if (container->count)
            owner = owner_in_level(container->record, role, level + 1);
    }
    return owner;
}

const struct record *calendar_place_owner(const struct record *record, enum field_role role)
{
    return owner_in_level(record, role, 0);
}

const struct value *calendar_place_value(const struct record *record, enum field_role role)
{
    return record_value(calendar_place_owner(record, role), role);
}

void calendar_place_append(struct buffer *out, const struct record *record)
{
    static const enum field_role parts[] = {ROLE_ROOM, ROLE_VENUE, ROLE_CITY, ROLE_COUNTRY};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        const struct value *part = calendar_place_value(record, parts[i]);
        buffer_append_text(out, part->count && out->length ? ", " : "");
        buffer_append(out, part->text, part->count);
    }
}
