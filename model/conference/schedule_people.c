/* The people of a schedule. Two mentions are one person if they have the same GUID, the same code
 * or the same id; a name alone does not join them. */
#include "base/array.h"
#include "conference/schedule_drafting.h"
#include "schema/kind.h"

#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

enum {
    OTHER_NAMES_MAX = 20
};

/* The identifiers of people, in the order in which a record is named by them. */
static const struct {
    enum schedule_value value;
    const char *scheme;
} keys[] = {{VALUE_GUID, "guid"}, {VALUE_ID, "id"}, {VALUE_CODE, "code"}, {VALUE_SLUG, "slug"}};

enum {
    KEY_COUNT = sizeof keys / sizeof *keys
};

static const char *person_key_table(size_t key)
{
    static const char *const tables[KEY_COUNT] = {"person-guid", "person-id", "person-code",
                                                  "person-slug"};
    return tables[key];
}

/* Returns the position of the person of a mention, or SIZE_MAX. A person with another GUID is
 * another person. */
static size_t person_of(struct drafting *drafting, const struct schedule_object *mention)
{
    const struct schedule_text guid = schedule_value(mention, VALUE_GUID);
    for (size_t i = 0; i < KEY_COUNT; i++) {
        const struct schedule_text key = schedule_value(mention, keys[i].value);
        const json_t *found = key.length ? drafting_find(drafting, person_key_table(i), key) : NULL;
        if (!found)
            continue;
        const size_t position = (size_t)json_integer_value(found);
        const char *known = drafting->people[position].guid;
        if (!guid.length || !known || strcasecmp(known, guid.at) == 0)
            return position;
    }
    return SIZE_MAX;
}

/* Makes the mention's person known by its keys. */
static void keep_keys(struct drafting *drafting, const struct schedule_object *mention,
                      size_t position)
{
    const struct schedule_text guid = schedule_value(mention, VALUE_GUID);
    if (guid.length && !drafting->people[position].guid)
        drafting->people[position].guid = guid.at;
    for (size_t i = 0; i < KEY_COUNT; i++) {
        const struct schedule_text key = schedule_value(mention, keys[i].value);
        if (key.length && !drafting_find(drafting, person_key_table(i), key))
            drafting_keep(drafting, person_key_table(i), key, json_integer((json_int_t)position));
    }
}

/* Writes the name of a mention without a key: its name, and a hash of what identifies the event. */
static void write_unkeyed(struct drafting *drafting, const struct schedule_object *mention,
                          char name[DRAFT_ID_BYTES])
{
    const struct schedule_text printed = drafting_name(mention);
    char slug[DRAFT_ID_BYTES], digits[9];
    draft_slug(drafting->draft, printed.at, printed.length, slug);
    snprintf(name, DRAFT_ID_BYTES, "%.80s", slug);
    if (mention->within != SCHEDULE_EVENT)
        return;
    const char *event = drafting->papers[mention->owner].id;
    draft_hash(event, strlen(event), digits);
    snprintf(name, DRAFT_ID_BYTES, "%.80s-%s", slug, digits);
    if (!drafting->doubts.nameless_keys++)
        drafting->doubts.nameless_line = mention->lines.first;
}

static void name_person(struct drafting *drafting, const struct schedule_object *mention,
                        struct schedule_person *person)
{
    char name[DRAFT_ID_BYTES] = "";
    for (size_t i = 0; i < KEY_COUNT && !name[0]; i++) {
        const struct schedule_text key = schedule_value(mention, keys[i].value);
        if (key.length)
            draft_slug(drafting->draft, key.at, key.length, name);
    }
    if (!name[0])
        write_unkeyed(drafting, mention, name);
    draft_new_id(drafting->draft, &person_type, drafting->meeting, name, person->id);
}

/* Adds the identifiers of a mention that its record does not have. */
static void add_identifiers(struct drafting *drafting, const struct schedule_object *mention,
                            json_t *record)
{
    for (size_t i = 0; i + 1 < KEY_COUNT; i++) {
        const struct schedule_text key = schedule_value(mention, keys[i].value);
        const json_t *known = json_object_get(record, "identifiers");
        bool has = false;
        for (size_t k = 0; k < json_array_size(known); k++) {
            const char *scheme =
                json_string_value(json_object_get(json_array_get(known, k), "scheme"));
            has |= scheme && strcmp(scheme, keys[i].scheme) == 0;
        }
        if (!has)
            drafting_add_identifier(drafting, record, keys[i].scheme, key);
    }
}

static void add_name(struct drafting *drafting, json_t *record, struct schedule_text name)
{
    json_t *other = json_object();
    if (!other) {
        draft_set_out_of_memory(drafting->draft);
        return;
    }
    drafting_set_line(drafting, other, "name", name);
    const char *text = json_string_value(json_object_get(other, "name"));
    const char *known = json_string_value(json_object_get(record, "name"));
    if (text && !known)
        draft_set(drafting->draft, record, "name", json_string(text));
    else if (text && strcmp(text, known) != 0 &&
             json_array_size(json_object_get(record, "other_names")) < OTHER_NAMES_MAX)
        draft_append_once(drafting->draft, record, "other_names", text);
    json_decref(other);
}

/* Fills the fields of a person that another mention has not filled. */
static void fill_person(struct drafting *drafting, const struct schedule_object *mention,
                        json_t *record)
{
    const struct schedule_text email = schedule_value(mention, VALUE_EMAIL);
    const unsigned line = mention->lines.first;
    add_name(drafting, record, schedule_value(mention, VALUE_NAME));
    add_name(drafting, record, schedule_value(mention, VALUE_OTHER_NAME));
    add_identifiers(drafting, mention, record);
    if (!json_object_get(record, "biography"))
        drafting_set_paragraphs(drafting, record, "biography", schedule_value(mention, VALUE_TEXT),
                                schedule_value(mention, VALUE_MORE));
    if (!json_object_get(record, "image"))
        drafting_set_url(drafting, record, "image", schedule_value(mention, VALUE_IMAGE), line);
    if (email.length && kinds[FIELD_EMAIL].accepts(email.at, email.length))
        draft_set_text(drafting->draft, record, "email", email.at, email.length);
    if (!json_object_get(record, "web_links"))
        drafting_add_link(drafting, record, schedule_value(mention, VALUE_URL),
                          (struct schedule_text){"", 0}, "page", line);
}

/* Returns the number of the values of a record that a mention can add. */
static size_t count_values(const json_t *record)
{
    return json_object_size(record) + json_array_size(json_object_get(record, "identifiers")) +
           json_array_size(json_object_get(record, "other_names"));
}

/* Returns the position of the person of a mention, who is added if need be; SIZE_MAX if out of
 * memory. */
static size_t add_person(struct drafting *drafting, struct schedule_object *mention)
{
    size_t position = person_of(drafting, mention);
    if (position == SIZE_MAX) {
        position = drafting->person_count++;
        struct schedule_person *person = &drafting->people[position];
        name_person(drafting, mention, person);
        person->record =
            draft_add(drafting->draft, &person_type, person->id, mention->lines, "person");
    }
    struct schedule_person *person = &drafting->people[position];
    keep_keys(drafting, mention, position);
    /* Further mentions of a person at events say nothing new but another name or key. */
    const size_t said = count_values(person->record);
    fill_person(drafting, mention, person->record);
    if (count_values(person->record) > said)
        draft_cite(drafting->draft, &person_type, person->record, mention->lines);
    mention->record = person->record;
    return position;
}

/* Returns the role of a person at an event. */
static const char *role_of(struct schedule_text role)
{
    static const struct {
        const char *printed, *role;
    } roles[] = {{"moderator", "moderator"}, {"host", "host"}, {"guest", "guest"}};
    for (size_t i = 0; i < sizeof roles / sizeof *roles; i++)
        if (strcasecmp(roles[i].printed, role.at) == 0)
            return roles[i].role;
    return "speaker";
}

/* Says that a person takes part in the meeting. */
static void attend(struct drafting *drafting, struct schedule_person *person, const char *role)
{
    json_t *attendance = json_array_get(json_object_get(person->record, "attendance"), 0);
    if (!attendance) {
        attendance = draft_append_object(drafting->draft, person->record, "attendance");
        draft_set(drafting->draft, attendance, "meeting", json_string(drafting->meeting));
        draft_infer(drafting->draft, person->record, "attendance");
    }
    draft_append_once(drafting->draft, attendance, "roles", role);
}

static void add_presenter(struct drafting *drafting, struct schedule_object *mention)
{
    const size_t position = add_person(drafting, mention);
    struct schedule_person *person = &drafting->people[position];
    json_t *paper = drafting->papers[mention->owner].record;
    attend(drafting, person, role_of(schedule_value(mention, VALUE_ROLE)));
    if (person->last_event != mention->owner + 1)
        draft_append(drafting->draft, paper, "presenters", json_string(person->id));
    person->last_event = mention->owner + 1;
}

/* Gives a name to people who have none. */
static void name_the_nameless(struct drafting *drafting)
{
    for (size_t i = 0; i < drafting->person_count; i++) {
        json_t *record = drafting->people[i].record;
        if (json_object_get(record, "name"))
            continue;
        draft_set(drafting->draft, record, "name", json_string(drafting->people[i].id));
        draft_infer(drafting->draft, record, "name");
    }
}

void drafting_add_people(struct drafting *drafting)
{
    struct schedule_objects *persons = &drafting->schedule->parts[SCHEDULE_PERSON];
    struct schedule_objects *presenters = &drafting->schedule->parts[SCHEDULE_PRESENTER];
    size_t capacity = 0;
    drafting->people = array_reserve(NULL, &capacity, persons->count + presenters->count + 1,
                                     sizeof *drafting->people);
    if (!drafting->people) {
        draft_set_out_of_memory(drafting->draft);
        return;
    }
    memset(drafting->people, 0, capacity * sizeof *drafting->people);
    for (size_t i = 0; i < persons->count; i++) {
        drafting_check_key(drafting, &persons->at[i], "person",
                           "they are one person unless their guids differ");
        add_person(drafting, &persons->at[i]);
    }
    for (size_t i = 0; i < presenters->count; i++)
        if (presenters->at[i].within == SCHEDULE_EVENT)
            add_presenter(drafting, &presenters->at[i]);
    name_the_nameless(drafting);
}
