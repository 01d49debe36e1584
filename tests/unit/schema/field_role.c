/* Code finds fields by their roles. Every reader finds the roles that it needs, and each role has
 * one meaning. */
#include "schema/record_type.h"

#include <criterion/criterion.h>
#include <string.h>

enum {
    STEPS_MAX = 3,
    ANY_TARGET = 0xffff /* differs between the types */
};

/* A field that a part of the program reads. The roles are the path to it from a record of a type:
 * each step is a member of the object, or a field of the record, to which the previous step leads.
 */
struct reading {
    const char *reader;
    const struct record_type *type;
    const char *path; /* the roles as text */
    enum field_role steps[STEPS_MAX + 1];
};

/* clang-format off */
#define READS(reader, type, ...) {reader, &type##_type, #__VA_ARGS__, {__VA_ARGS__}}
/* clang-format on */

static const struct reading readings[] = {
    READS("labels", meeting, ROLE_TITLE),
    READS("labels", session, ROLE_TITLE),
    READS("labels", session, ROLE_DESCRIPTION),
    READS("labels", person, ROLE_TITLE),
    READS("labels", organization, ROLE_TITLE),
    READS("labels", paper, ROLE_TITLE),
    READS("labels", paper, ROLE_DESCRIPTION),
    READS("labels", discussion, ROLE_DESCRIPTION),
    READS("labels", proposal, ROLE_TITLE),
    READS("labels", topic, ROLE_TITLE),
    READS("labels", event, ROLE_TITLE),
    READS("labels", document, ROLE_TITLE),
    READS("numbers in URLs", meeting, ROLE_NUMBER),
    READS("numbers in URLs", session, ROLE_NUMBER),
    READS("numbers in URLs", paper, ROLE_NUMBER),
    READS("numbers in URLs", proposal, ROLE_NUMBER),
    READS("relations", paper, ROLE_SESSION, ROLE_MEETING),
    READS("relations", proposal, ROLE_SESSION, ROLE_MEETING),
    READS("checks", document, ROLE_LINE_COUNT),
    READS("checks", document, ROLE_DIGEST),
    READS("texts", document, ROLE_TEXT_FILE),
    READS("labels", agenda_item, ROLE_TITLE),
    READS("labels", decision, ROLE_TITLE),
    READS("labels", action, ROLE_DESCRIPTION),
    READS("relations", paper, ROLE_MEETING),
    READS("relations", discussion, ROLE_MEETING),
    READS("relations", agenda_item, ROLE_MEETING),
    READS("relations", decision, ROLE_SESSION, ROLE_MEETING),
    READS("relations", decision, ROLE_MEETING),
    READS("relations", action, ROLE_SESSION, ROLE_MEETING),
    READS("relations", action, ROLE_MEETING),
    READS("checks", document, ROLE_PAGE_COUNT),
    READS("dates", meeting, ROLE_TIME_ZONE),
    READS("dates", session, ROLE_MEETING, ROLE_TIME_ZONE),
    READS("speakers", session, ROLE_CHAIR),
    READS("speakers", paper, ROLE_AUTHOR),
    READS("speakers", discussion, ROLE_AUTHOR),
    READS("speakers", person, ROLE_ATTENDANCE, ROLE_FUNCTION),
    READS("iCalendar", meeting, ROLE_DESCRIPTION),
    READS("iCalendar", meeting, ROLE_START),
    READS("iCalendar", meeting, ROLE_END),
    READS("iCalendar", meeting, ROLE_VENUE),
    READS("iCalendar", meeting, ROLE_CITY),
    READS("iCalendar", meeting, ROLE_COUNTRY),
    READS("iCalendar", meeting, ROLE_EVENT_STATUS),
    READS("iCalendar", meeting, ROLE_KIND),
    READS("iCalendar", session, ROLE_END),
    READS("iCalendar", session, ROLE_ROOM),
    READS("iCalendar", agenda_item, ROLE_DESCRIPTION),
    READS("iCalendar", agenda_item, ROLE_END),
    READS("iCalendar", agenda_item, ROLE_KIND),
    READS("iCalendar", paper, ROLE_END),
    READS("iCalendar", paper, ROLE_ROOM),
    READS("iCalendar", paper, ROLE_EVENT_STATUS),
    READS("labels", decision, ROLE_DESCRIPTION),
    READS("iCalendar", action, ROLE_DUE),
    READS("iCalendar", action, ROLE_EVENT_STATUS),
    READS("iCalendar", event, ROLE_DESCRIPTION),
    READS("iCalendar", event, ROLE_START),
    READS("iCalendar", event, ROLE_EVENT_STATUS),
    READS("iCalendar", event, ROLE_KIND),
    READS("iCalendar", session, ROLE_MEETING),
    READS("iCalendar", agenda_item, ROLE_MEETING),
    READS("iCalendar", paper, ROLE_MEETING),
    READS("iCalendar", action, ROLE_MEETING),
    READS("iCalendar", meeting, ROLE_PARENT),
    READS("iCalendar", session, ROLE_PARENT),
    READS("iCalendar", agenda_item, ROLE_PARENT),
    READS("iCalendar", session, ROLE_KIND),
    READS("iCalendar", session, ROLE_START),
    READS("iCalendar", agenda_item, ROLE_START),
    READS("iCalendar", paper, ROLE_START),
    READS("iCalendar", session, ROLE_DESCRIPTION),
    READS("iCalendar", agenda_item, ROLE_DURATION),
    READS("iCalendar", agenda_item, ROLE_SUBJECT),
    READS("iCalendar", paper, ROLE_AGENDA_ITEM),
    READS("iCalendar", action, ROLE_AGENDA_ITEM),
    READS("iCalendar", paper, ROLE_SESSION),
    READS("iCalendar", action, ROLE_SESSION),
    READS("iCalendar", paper, ROLE_SUBJECT, ROLE_TITLE),
    READS("iCalendar", action, ROLE_OWNER),
    READS("iCalendar", action, ROLE_OWNER_TEXT),
    READS("iCalendar", action, ROLE_COMPLETED),
    READS("iCalendar", meeting, ROLE_WEB_LINKS, ROLE_URL),
    READS("iCalendar", session, ROLE_WEB_LINKS, ROLE_URL),
    READS("iCalendar", agenda_item, ROLE_WEB_LINKS, ROLE_URL),
    READS("iCalendar", paper, ROLE_WEB_LINKS, ROLE_URL),
    READS("iCalendar", action, ROLE_WEB_LINKS, ROLE_URL),
    READS("iCalendar", event, ROLE_WEB_LINKS, ROLE_URL),
    READS("iCalendar", meeting, ROLE_WEB_LINKS, ROLE_KIND),
    READS("iCalendar", meeting, ROLE_WEB_LINKS, ROLE_MEDIA_TYPE),
    READS("BibTeX and CSL-JSON", paper, ROLE_TITLE),
    READS("BibTeX and CSL-JSON", paper, ROLE_KIND),
    READS("BibTeX and CSL-JSON", paper, ROLE_DESCRIPTION),
    READS("BibTeX and CSL-JSON", paper, ROLE_AUTHOR, ROLE_TITLE),
    READS("BibTeX and CSL-JSON", paper, ROLE_AUTHOR, ROLE_GIVEN_NAME),
    READS("BibTeX and CSL-JSON", paper, ROLE_AUTHOR, ROLE_FAMILY_NAME),
    READS("BibTeX and CSL-JSON", paper, ROLE_SUBJECT, ROLE_TITLE),
    READS("BibTeX and CSL-JSON", paper, ROLE_SESSION, ROLE_NUMBER),
    READS("BibTeX and CSL-JSON", paper, ROLE_SESSION, ROLE_TITLE),
    READS("BibTeX and CSL-JSON", paper, ROLE_SESSION, ROLE_MEETING, ROLE_TITLE),
    READS("BibTeX and CSL-JSON", paper, ROLE_SESSION, ROLE_MEETING, ROLE_CITY),
    READS("BibTeX and CSL-JSON", paper, ROLE_SESSION, ROLE_MEETING, ROLE_COUNTRY),
    READS("BibTeX and CSL-JSON", paper, ROLE_SESSION, ROLE_MEETING, ROLE_START),
    READS("BibTeX and CSL-JSON", paper, ROLE_SESSION, ROLE_MEETING, ROLE_END),
    READS("BibTeX and CSL-JSON", proposal, ROLE_TITLE),
    READS("BibTeX and CSL-JSON", proposal, ROLE_NUMBER),
    READS("BibTeX and CSL-JSON", proposal, ROLE_DESCRIPTION),
    READS("BibTeX and CSL-JSON", proposal, ROLE_SUBJECT, ROLE_TITLE),
    READS("BibTeX and CSL-JSON", proposal, ROLE_SESSION, ROLE_NUMBER),
    READS("BibTeX and CSL-JSON", proposal, ROLE_SESSION, ROLE_TITLE),
    READS("BibTeX and CSL-JSON", proposal, ROLE_MEETING, ROLE_TITLE),
    READS("BibTeX and CSL-JSON", proposal, ROLE_MEETING, ROLE_CITY),
    READS("BibTeX and CSL-JSON", proposal, ROLE_MEETING, ROLE_COUNTRY),
    READS("BibTeX and CSL-JSON", proposal, ROLE_MEETING, ROLE_START),
    READS("BibTeX and CSL-JSON", proposal, ROLE_MEETING, ROLE_END),
    READS("BibTeX and CSL-JSON", document, ROLE_TITLE),
    READS("BibTeX and CSL-JSON", document, ROLE_AUTHOR, ROLE_TITLE),
    READS("BibTeX and CSL-JSON", document, ROLE_ISSUED),
    READS("BibTeX and CSL-JSON", document, ROLE_PUBLISHER),
    READS("BibTeX and CSL-JSON", document, ROLE_URL),
    READS("names of documents", document, ROLE_DOCUMENT_KIND),
    READS("names of documents", document, ROLE_DOCUMENTED, ROLE_TITLE),
    READS("schedules", meeting, ROLE_TITLE),
    READS("schedules", meeting, ROLE_ABBREVIATION),
    READS("schedules", meeting, ROLE_DESCRIPTION),
    READS("schedules", meeting, ROLE_START),
    READS("schedules", meeting, ROLE_END),
    READS("schedules", meeting, ROLE_TIME_ZONE),
    READS("schedules", meeting, ROLE_VENUE),
    READS("schedules", meeting, ROLE_CITY),
    READS("schedules", meeting, ROLE_COUNTRY),
    READS("schedules", meeting, ROLE_WEB_LINKS),
    READS("schedules", session, ROLE_START),
    READS("pages", agenda_item, ROLE_PRINTED_NUMBER),
    READS("pages", decision, ROLE_PRINTED_NUMBER),
    READS("pages", action, ROLE_PRINTED_NUMBER),
    READS("pages", meeting, ROLE_BODY),
    READS("pages", decision, ROLE_MOVER),
    READS("pages", decision, ROLE_RESULT),
    READS("pages", proposal, ROLE_MOVER),
    READS("pages", proposal, ROLE_RESULT),
    READS("pages", proposal, ROLE_ACTORS),
    READS("pages", discussion, ROLE_ATTRIBUTION),
    READS("pages", discussion, ROLE_ADDRESSEE),
    READS("pages", discussion, ROLE_REPLY_TO),
    READS("pages", discussion, ROLE_STANCE),
    READS("pages", discussion, ROLE_KIND),
    READS("pages", discussion, ROLE_SUBJECT),
    READS("pages", decision, ROLE_SUBJECT),
    READS("pages", discussion, ROLE_SESSION),
    READS("pages", decision, ROLE_KIND),
    READS("schedules", session, ROLE_END),
    READS("schedules", session, ROLE_ROOM),
    READS("schedules", session, ROLE_PARENT),
    READS("schedules", session, ROLE_MEETING),
    READS("schedules", paper, ROLE_TITLE),
    READS("schedules", paper, ROLE_SUBTITLE),
    READS("schedules", paper, ROLE_KIND),
    READS("schedules", paper, ROLE_START),
    READS("schedules", paper, ROLE_END),
    READS("schedules", paper, ROLE_ROOM),
    READS("schedules", paper, ROLE_TRACK),
    READS("schedules", paper, ROLE_LANGUAGE),
    READS("schedules", paper, ROLE_DESCRIPTION),
    READS("schedules", paper, ROLE_AUTHOR),
    READS("schedules", paper, ROLE_MEETING),
    READS("schedules", paper, ROLE_SESSION),
    READS("schedules", paper, ROLE_EVENT_STATUS),
    READS("schedules", paper, ROLE_SUBJECT, ROLE_TITLE),
    READS("schedules", paper, ROLE_SUBJECT, ROLE_DESCRIPTION),
    READS("schedules", paper, ROLE_IDENTIFIERS, ROLE_SCHEME),
    READS("schedules", person, ROLE_IDENTIFIERS, ROLE_SCHEME),
    READS("schedules", paper, ROLE_IDENTIFIERS, ROLE_IDENTIFIER),
    READS("schedules", person, ROLE_IDENTIFIERS, ROLE_IDENTIFIER),
    READS("schedules", meeting, ROLE_WEB_LINKS, ROLE_URL),
    READS("schedules", meeting, ROLE_WEB_LINKS, ROLE_TITLE),
    READS("schedules", meeting, ROLE_WEB_LINKS, ROLE_KIND),
    READS("schedules", paper, ROLE_WEB_LINKS, ROLE_URL),
    READS("schedules", paper, ROLE_WEB_LINKS, ROLE_TITLE),
    READS("schedules", paper, ROLE_WEB_LINKS, ROLE_KIND),
    READS("schedules", person, ROLE_WEB_LINKS, ROLE_URL),
    READS("schedules", person, ROLE_WEB_LINKS, ROLE_TITLE),
    READS("schedules", person, ROLE_WEB_LINKS, ROLE_KIND),
    READS("schedules", person, ROLE_TITLE),
    READS("schedules", person, ROLE_DESCRIPTION),
    READS("schedules", person, ROLE_IMAGE),
    READS("schedules", person, ROLE_EMAIL),
    READS("schedules", person, ROLE_ATTENDANCE, ROLE_MEETING),
    READS("schedules", person, ROLE_ATTENDANCE, ROLE_FUNCTION),
    READS("people of a meeting", person, ROLE_SORT_NAME),
    READS("people of a meeting", person, ROLE_MEMBERSHIPS),
    READS("cited lines", document, ROLE_MEDIA_TYPE),
};

/* Returns the fields after a step: the members of an object, or the fields of the one type to which
 * a reference leads. */
static struct field_list next_fields(const struct field *field)
{
    for (size_t i = 0; i < TYPE_COUNT; i++)
        if (field->targets == TARGET(i))
            return record_types[i]->fields;
    return field->members;
}

/* Returns the field at the end of a path, or NULL if a role of the path is missing. */
static const struct field *find_end(const struct reading *reading)
{
    struct field_list fields = reading->type->fields;
    const struct field *field = NULL;
    for (const enum field_role *step = reading->steps; *step; step++) {
        field = field_list_with_role(fields, *step);
        if (!field)
            return NULL;
        fields = next_fields(field);
    }
    return field;
}

Test(field_role, every_reader_finds_the_roles_that_it_needs)
{
    for (size_t i = 0; i < sizeof readings / sizeof *readings; i++)
        cr_expect(find_end(&readings[i]), "%s of a %s: no field has %s", readings[i].reader,
                  readings[i].type->name, readings[i].path);
}

static void expect_unique(const char *owner, struct field_list fields)
{
    for (size_t i = 0; i < fields.count; i++) {
        const struct field *field = &fields.at[i];
        if (field->role)
            cr_expect_eq(field_list_with_role(fields, field->role), field,
                         "%s.%s has the same role as another field", owner, field->name);
        expect_unique(field->name, field->members);
    }
}

Test(field_role, no_two_fields_of_a_type_have_the_same_role)
{
    for (size_t i = 0; i < TYPE_COUNT; i++)
        expect_unique(record_types[i]->name, record_types[i]->fields);
}

/* Reports whether two types share a row. */
static bool is_same_row(const struct field *field, const struct field *other)
{
    return other && field->role == other->role && strcmp(field->name, other->name) == 0 &&
           strcmp(field->documentation, other->documentation) == 0;
}

static bool is_read(const struct field *field)
{
    for (size_t i = 0; i < sizeof readings / sizeof *readings; i++) {
        struct field_list fields = readings[i].type->fields;
        for (const enum field_role *step = readings[i].steps; *step; step++) {
            const struct field *found = field_list_with_role(fields, *step);
            if (is_same_row(field, found))
                return true;
            fields = found ? next_fields(found) : (struct field_list){NULL, 0};
        }
    }
    return false;
}

static void expect_read(const char *owner, struct field_list fields)
{
    for (size_t i = 0; i < fields.count; i++) {
        if (fields.at[i].role)
            cr_expect(is_read(&fields.at[i]), "%s.%s has a role that no reader reads", owner,
                      fields.at[i].name);
        expect_read(fields.at[i].name, fields.at[i].members);
    }
}

Test(field_role, every_role_in_the_tables_is_read)
{
    for (size_t i = 0; i < TYPE_COUNT; i++)
        expect_read(record_types[i]->name, record_types[i]->fields);
}

/* The kind of value that the readers expect for each role. */
static const struct {
    enum field_kind kind;
    unsigned targets; /* of a reference; 0 for other kinds */
    bool list, single;
} shapes[ROLE_COUNT] = {
    [ROLE_TITLE] = {FIELD_TEXT, 0, false, true},
    [ROLE_SUBTITLE] = {FIELD_TEXT, 0, false, true},
    [ROLE_ABBREVIATION] = {FIELD_TEXT, 0, false, true},
    [ROLE_TRACK] = {FIELD_TEXT, 0, false, true},
    [ROLE_LANGUAGE] = {FIELD_LANGUAGE, 0, false, true},
    [ROLE_IDENTIFIERS] = {FIELD_OBJECT, 0, true, false},
    [ROLE_SCHEME] = {FIELD_WORD, 0, false, true},
    [ROLE_IDENTIFIER] = {FIELD_TEXT, 0, false, true},
    [ROLE_IMAGE] = {FIELD_URL, 0, false, true},
    [ROLE_EMAIL] = {FIELD_EMAIL, 0, false, true},
    [ROLE_DESCRIPTION] = {FIELD_TEXT, 0, false, true},
    [ROLE_NUMBER] = {FIELD_INTEGER, 0, false, true},
    [ROLE_PRINTED_NUMBER] = {FIELD_TEXT, 0, false, true},
    [ROLE_MOVER] = {FIELD_REFERENCE, TARGET(TYPE_PERSON) | TARGET(TYPE_ORGANIZATION), true, true},
    [ROLE_STANCE] = {FIELD_ENUM, 0, false, true},
    [ROLE_RESULT] = {FIELD_ENUM, 0, false, true},
    [ROLE_ACTORS] = {FIELD_OBJECT, 0, true, false},
    [ROLE_ATTRIBUTION] = {FIELD_TEXT, 0, false, true},
    [ROLE_ADDRESSEE] = {FIELD_REFERENCE, TARGET(TYPE_PERSON), true, false},
    [ROLE_REPLY_TO] = {FIELD_REFERENCE, TARGET(TYPE_DISCUSSION), false, true},
    [ROLE_KIND] = {FIELD_ENUM, 0, false, true},
    [ROLE_DOCUMENT_KIND] = {FIELD_ENUM, 0, false, true},
    [ROLE_EVENT_STATUS] = {FIELD_ENUM, 0, false, true},
    [ROLE_START] = {FIELD_DATE, 0, false, true},
    [ROLE_END] = {FIELD_DATE, 0, false, true},
    [ROLE_DURATION] = {FIELD_DURATION, 0, false, true},
    [ROLE_ISSUED] = {FIELD_DATE, 0, false, true},
    [ROLE_DUE] = {FIELD_DATE, 0, false, true},
    [ROLE_COMPLETED] = {FIELD_DATE, 0, false, true},
    [ROLE_TIME_ZONE] = {FIELD_TIME_ZONE, 0, false, true},
    [ROLE_ROOM] = {FIELD_TEXT, 0, false, true},
    [ROLE_PAGE_COUNT] = {FIELD_INTEGER, 0, false, true},
    [ROLE_VENUE] = {FIELD_TEXT, 0, false, true},
    [ROLE_CITY] = {FIELD_TEXT, 0, false, true},
    [ROLE_COUNTRY] = {FIELD_COUNTRY, 0, false, true},
    [ROLE_MEETING] = {FIELD_REFERENCE, TARGET(TYPE_MEETING), false, true},
    [ROLE_DOCUMENTED] = {FIELD_REFERENCE, TARGET(TYPE_MEETING), false, true},
    [ROLE_SESSION] = {FIELD_REFERENCE, TARGET(TYPE_SESSION), false, true},
    [ROLE_AGENDA_ITEM] = {FIELD_REFERENCE, TARGET(TYPE_AGENDA_ITEM), false, true},
    [ROLE_BODY] = {FIELD_REFERENCE, TARGET(TYPE_ORGANIZATION), false, true},
    [ROLE_PARENT] = {FIELD_REFERENCE, ANY_TARGET, false, true},
    [ROLE_OWNER] = {FIELD_REFERENCE, TARGET(TYPE_PERSON) | TARGET(TYPE_ORGANIZATION), true, false},
    [ROLE_OWNER_TEXT] = {FIELD_TEXT, 0, false, true},
    [ROLE_CHAIR] = {FIELD_REFERENCE, TARGET(TYPE_PERSON), false, true},
    [ROLE_AUTHOR] = {FIELD_REFERENCE, TARGET(TYPE_PERSON), true, true},
    [ROLE_SUBJECT] = {FIELD_REFERENCE, TARGET(TYPE_TOPIC), true, false},
    [ROLE_PUBLISHER] = {FIELD_TEXT, 0, false, true},
    [ROLE_WEB_LINKS] = {FIELD_OBJECT, 0, true, false},
    [ROLE_MEDIA_TYPE] = {FIELD_MEDIA_TYPE, 0, false, true},
    [ROLE_URL] = {FIELD_URL, 0, false, true},
    [ROLE_LINE_COUNT] = {FIELD_INTEGER, 0, false, true},
    [ROLE_DIGEST] = {FIELD_SHA256, 0, false, true},
    [ROLE_TEXT_FILE] = {FIELD_PATH, 0, false, true},
    [ROLE_GIVEN_NAME] = {FIELD_TEXT, 0, false, true},
    [ROLE_FAMILY_NAME] = {FIELD_TEXT, 0, false, true},
    [ROLE_SORT_NAME] = {FIELD_TEXT, 0, false, true},
    [ROLE_MEMBERSHIPS] = {FIELD_OBJECT, 0, true, false},
    [ROLE_ATTENDANCE] = {FIELD_OBJECT, 0, true, false},
    [ROLE_FUNCTION] = {FIELD_ENUM, 0, true, false},
};

static void expect_shape(const char *owner, struct field_list fields)
{
    for (size_t i = 0; i < fields.count; i++) {
        const struct field *field = &fields.at[i];
        if (field->role) {
            cr_expect_eq(field->kind, shapes[field->role].kind, "%s.%s", owner, field->name);
            if (shapes[field->role].targets != ANY_TARGET)
                cr_expect_eq(field->targets, shapes[field->role].targets, "%s.%s", owner,
                             field->name);
            cr_expect(field->list ? shapes[field->role].list : shapes[field->role].single, "%s.%s",
                      owner, field->name);
        }
        expect_shape(field->name, field->members);
    }
}

Test(field_role, a_role_has_one_kind_of_value_in_all_types)
{
    for (size_t i = 0; i < TYPE_COUNT; i++)
        expect_shape(record_types[i]->name, record_types[i]->fields);
}

/* A word of a field with choices that code compares with. */
static const struct {
    const char *reader;
    const struct record_type *type;
    const char *path;
    enum field_role steps[STEPS_MAX + 1];
    const char *word;
} words[] = {
#define WORD(reader, type, word, ...)                           \
    {                                                           \
        reader, &type##_type, #__VA_ARGS__, {__VA_ARGS__}, word \
    }
    WORD("speakers", person, "chair", ROLE_ATTENDANCE, ROLE_FUNCTION),
    WORD("speakers", person, "presenter", ROLE_ATTENDANCE, ROLE_FUNCTION),
    WORD("speakers", person, "summariser", ROLE_ATTENDANCE, ROLE_FUNCTION),
    WORD("BibTeX and CSL-JSON", paper, "statement", ROLE_KIND),
    WORD("BibTeX and CSL-JSON", paper, "remarks", ROLE_KIND),
    WORD("iCalendar", meeting, "held", ROLE_EVENT_STATUS),
    WORD("pages", decision, "none", ROLE_RESULT),
    WORD("pages", discussion, "question", ROLE_KIND),
    WORD("pages", discussion, "answer", ROLE_KIND),
    WORD("pages", discussion, "summary", ROLE_KIND),
    WORD("pages", discussion, "narrative", ROLE_KIND),
    WORD("pages", discussion, "procedural", ROLE_KIND),
    WORD("schedules", paper, "cancelled", ROLE_EVENT_STATUS),
    WORD("schedules", paper, "withdrawn", ROLE_EVENT_STATUS),
    WORD("schedules", paper, "page", ROLE_WEB_LINKS, ROLE_KIND),
    WORD("schedules", paper, "slides", ROLE_WEB_LINKS, ROLE_KIND),
    WORD("schedules", paper, "attachment", ROLE_WEB_LINKS, ROLE_KIND),
    WORD("schedules", paper, "recording", ROLE_WEB_LINKS, ROLE_KIND),
    WORD("schedules", paper, "feedback", ROLE_WEB_LINKS, ROLE_KIND),
    WORD("schedules", paper, "other", ROLE_WEB_LINKS, ROLE_KIND),
    WORD("schedules", person, "moderator", ROLE_ATTENDANCE, ROLE_FUNCTION),
    WORD("schedules", person, "host", ROLE_ATTENDANCE, ROLE_FUNCTION),
    WORD("schedules", person, "guest", ROLE_ATTENDANCE, ROLE_FUNCTION),
    WORD("iCalendar", event, "certain", ROLE_EVENT_STATUS),
#undef WORD
};

static bool is_choice_of(const struct field *field, const char *word)
{
    for (const char *const *choice = field ? field->choices : NULL; choice && *choice; choice++)
        if (strcmp(*choice, word) == 0)
            return true;
    return false;
}

Test(field_role, every_word_that_code_compares_with_is_a_choice_of_the_field)
{
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        struct reading reading = {words[i].reader, words[i].type, words[i].path, {0}};
        memcpy(reading.steps, words[i].steps, sizeof reading.steps);
        cr_expect(is_choice_of(find_end(&reading), words[i].word),
                  "%s of a %s: \"%s\" is not a choice of the field with %s", words[i].reader,
                  words[i].type->name, words[i].word, words[i].path);
    }
}
