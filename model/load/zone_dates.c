/* Gives each date the time zone in which it is: that of the record or object, else that of a record
 * to which it belongs. */
#include "load/builder.h"
#include "values/time_zone.h"

enum {
    ZONE_LEVELS_MAX = 8,
    /* The zone of dates whose record names an unknown zone, or refers to an unknown record. Another
     * fault reports that. */
    ZONE_UNKNOWN = UINT16_MAX
};

static uint16_t zone_of_record(const struct record *record, unsigned level);

/* Returns the zone of the first record that gives one. A reference that led to no record is present
 * and has no value. */
static uint16_t zone_of_references(struct field_list fields, const struct members *members,
                                   unsigned level)
{
    uint16_t otherwise = TIME_ZONE_UTC;
    for (size_t i = 0; i < fields.count && level < ZONE_LEVELS_MAX; i++) {
        if (!fields.at[i].gives_time_zone)
            continue;
        const struct value *value = members_value(members, i);
        const uint16_t zone =
            value->count ? zone_of_record(value->record, level + 1) : TIME_ZONE_UTC;
        if (zone != TIME_ZONE_UTC)
            return zone;
        if (value != &value_absent && !value->count && !fields.at[i].implied)
            otherwise = ZONE_UNKNOWN;
    }
    return otherwise;
}

static uint16_t zone_of_record(const struct record *record, unsigned level)
{
    const struct value *own = record_value(record, ROLE_TIME_ZONE);
    const uint16_t zone = own->count ? time_zone_find(own->text, own->count) : TIME_ZONE_UTC;
    if (own->count)
        return zone == TIME_ZONE_UTC ? ZONE_UNKNOWN : zone;
    return zone_of_references(record->type->fields, record->members, level);
}

/* Reports a time that the clocks of the zone do not show, or show twice. */
static void warn_of_change(const struct archive_builder *builder, const struct edtf_date *date,
                           const struct value *value, const struct place *place)
{
    enum time_zone_fit fit;
    time_zone_instant(value->zone, date->bounds.earliest, &fit);
    if (fit == TIME_ZONE_SKIPPED)
        faults_warn(builder->faults, place,
                    "the clocks of %s skip \"%.40s\"; correct it, or add an offset from UTC",
                    time_zone_name(value->zone), value->text);
    if (fit == TIME_ZONE_REPEATED)
        faults_warn(builder->faults, place,
                    "the clocks of %s show \"%.40s\" twice, and the first is taken; add an offset "
                    "from UTC",
                    time_zone_name(value->zone), value->text);
}

static void zone_date(const struct archive_builder *builder, struct value *value, uint16_t zone,
                      const struct place *place)
{
    struct edtf_date date;
    value->zone = zone == ZONE_UNKNOWN ? TIME_ZONE_UTC : zone;
    if (zone == ZONE_UNKNOWN || !edtf_read(value->text, value->count, &date) ||
        date.clock != EDTF_LOCAL)
        return;
    if (zone != TIME_ZONE_UTC)
        warn_of_change(builder, &date, value, place);
    else if (!builder->incomplete)
        faults_add(builder->faults, place,
                   "\"%.40s\" is in no time zone; add an offset from UTC, such as +01:00, or the "
                   "\"time_zone\" of the meeting",
                   value->text);
}

static void zone_members(const struct archive_builder *builder, struct field_list fields,
                         struct members *members, uint16_t zone, const struct place *place);

/* Gives the dates in an object, or in each object of a list, their zone. */
static void zone_objects(const struct archive_builder *builder, const struct field *field,
                         struct value *value, uint16_t zone, const struct place *place)
{
    struct value *items = field->list ? value->items : value;
    const size_t count = field->list ? value->count : 1;
    for (size_t i = 0; i < count; i++) {
        const struct place element = place_element(place, i);
        if (!items[i].count)
            continue;
        const uint16_t own = zone_of_references(field->members, items[i].members, 0);
        zone_members(builder, field->members, items[i].members, own == TIME_ZONE_UTC ? zone : own,
                     field->list ? &element : place);
    }
}

static void zone_members(const struct archive_builder *builder, struct field_list fields,
                         struct members *members, uint16_t zone, const struct place *place)
{
    for (size_t i = 0; i < fields.count; i++) {
        const struct field *field = &fields.at[i];
        if (field->kind != FIELD_DATE && field->kind != FIELD_OBJECT)
            continue;
        struct value *value = members_find(members, i);
        if (!value || !value->count)
            continue;
        const struct place member = place_member(place, field->name);
        if (field->kind == FIELD_OBJECT)
            zone_objects(builder, field, value, zone, &member);
        else
            zone_date(builder, value, zone, &member);
    }
}

void zone_dates(struct archive_builder *builder)
{
    struct place places[3];
    for (size_t i = 0; i < TYPE_COUNT; i++) {
        const struct record_list *list = archive_records(builder->archive, record_types[i]);
        for (size_t j = 0; j < list->count; j++)
            zone_members(builder, record_types[i]->fields, list->at[j]->members,
                         zone_of_record(list->at[j], 0),
                         archive_builder_place(builder, list->at[j], places));
    }
}
