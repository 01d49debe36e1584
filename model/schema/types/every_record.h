/* The fields that every record has, and the fields that several types share. */
#pragma once

#include "schema/record_type.h"

/* The members of "sources": a document, and the cited places in it. */
enum source_member {
    SOURCE_DOCUMENT,
    SOURCE_LINES,
    SOURCE_PAGES,
    SOURCE_PARAGRAPHS,
    SOURCE_SECTION,
    SOURCE_TIME,
    SOURCE_QUOTE,
    SOURCE_MEMBER_COUNT
};
extern const struct field source_fields[SOURCE_MEMBER_COUNT];
/* The members of "identifiers". */
enum identifier_member {
    IDENTIFIER_SCHEME,
    IDENTIFIER_VALUE,
    IDENTIFIER_URL,
    IDENTIFIER_MEMBER_COUNT
};
extern const struct field identifier_fields[IDENTIFIER_MEMBER_COUNT];
/* The members of "web_links". */
extern const struct field web_link_fields[4];
/* The members of "notes": a text and the lines that it refers to. */
extern const struct field note_fields[2];

/* The members of "votes" of a decision. */
enum vote_member {
    VOTE_METHOD,
    VOTE_UNANIMOUS,
    VOTE_DATE,
    VOTE_GROUP,
    VOTE_COUNTS,
    VOTE_BALLOTS,
    VOTE_REQUIRED,
    VOTE_QUORUM,
    VOTE_RESULT,
    VOTE_SOURCES,
    VOTE_MEMBER_COUNT
};
extern const struct field vote_fields[VOTE_MEMBER_COUNT];

/* The positions of members of "counts" and "ballots" of a vote. */
enum {
    COUNT_OPTION = 0,
    COUNT_VALUE = 1,
    BALLOT_PERSON = 0,
    BALLOT_ORGANIZATION = 1,
    BALLOT_OPTION = 2,
    BALLOT_ON_BEHALF_OF = 3
};

/* The members of "memberships" of a person. */
enum membership_member {
    MEMBERSHIP_ORGANIZATION,
    MEMBERSHIP_ROLE,
    MEMBERSHIP_POST,
    MEMBERSHIP_START,
    MEMBERSHIP_END,
    MEMBERSHIP_MEMBER_COUNT
};

/* The members of "attendance" of a person. */
enum attendance_member {
    ATTENDANCE_MEETING,
    ATTENDANCE_ROLES,
    ATTENDANCE_STATUS,
    ATTENDANCE_MODE,
    ATTENDANCE_ON_BEHALF_OF,
    ATTENDANCE_START,
    ATTENDANCE_END,
    ATTENDANCE_MEMBER_COUNT
};

/* The texts of the statuses of minutes. */
extern const char *const minutes_statuses[];

/* clang-format off */
#define SOURCES(advice, text)                                                                      \
    {.name = "sources", .term = "schema:citation", .popolo = POPOLO({.list = "sources"}),             \
     .kind = FIELD_OBJECT, .list = true, .recommended = (advice), .members = FIELD_LIST(source_fields), .documentation = (text)}

/* The reference of a record to the agenda item that it belongs to. */
#define AGENDA_ITEM(relation_name)                                                                 \
    {.name = "agenda_item", .role = ROLE_AGENDA_ITEM, .kind = FIELD_REFERENCE, .targets = TARGET(TYPE_AGENDA_ITEM),          \
     .inverse = (relation_name), .through = ROLE_MEETING, .gives_time_zone = true,                 \
     .documentation = "The item of the agenda to which the record belongs."}

/* The reference of a record to its meeting, which need not be given if another field implies it. */
#define MEETING_IMPLIED(relation_name, others)                                                     \
    {.name = "meeting", .role = ROLE_MEETING, .term = "^schema:workFeatured",                      \
     .kind = FIELD_REFERENCE, .targets = TARGET(TYPE_MEETING), .inverse = (relation_name),         \
     .required_without = (others), .implied = true, .gives_time_zone = true,                       \
     .documentation = "The meeting; implied by the session or the agenda item."}

/* The dates of a member of an object. */
#define PERIOD(first_text, last_text)                                                              \
    {.name = "start_date", .term = "schema:startDate", .popolo = POPOLO({.name = "start_date"}),   \
     .kind = FIELD_DATE, .documentation = (first_text)},                                           \
    {.name = "end_date", .term = "schema:endDate", .popolo = POPOLO({.name = "end_date"}),         \
     .kind = FIELD_DATE, .not_before = "start_date", .documentation = (last_text)}

#define START_DATE(text)                                                                           \
    {.name = "start_date", .role = ROLE_START, .term = "schema:startDate", .kind = FIELD_DATE,     \
     .documentation = (text)}

#define END_DATE(text)                                                                             \
    {.name = "end_date", .role = ROLE_END, .term = "schema:endDate", .kind = FIELD_DATE,           \
     .not_before = "start_date", .documentation = (text)}

#define RECORD_ID RECORD_ID_POPOLO({.name = "id"})

#define RECORD_ID_POPOLO(...)                                                                      \
    {.name = "id", .popolo = POPOLO(__VA_ARGS__), .kind = FIELD_ID, .required = true,              \
     .documentation = "The name of the record in URLs and references; unique in its collection "   \
                      "across all loaded files."}

#define EVERY_RECORD                                                                               \
    {.name = "web_links", .role = ROLE_WEB_LINKS, .term = "schema:subjectOf",                      \
     .popolo = POPOLO({.list = "links"}), .kind = FIELD_OBJECT, .list = true,                       \
     .members = FIELD_LIST(web_link_fields),                                                       \
     .documentation = "Pages, slides, recordings and other things about the record on the web."},  \
    {.name = "identifiers", .role = ROLE_IDENTIFIERS, .term = "schema:identifier", .popolo = POPOLO({.list = "identifiers"}),       \
     .kind = FIELD_OBJECT, .list = true, \
     .members = FIELD_LIST(identifier_fields),                                                     \
     .documentation = "Identifiers of the subject of the record in other registers."},             \
    {.name = "language", .role = ROLE_LANGUAGE, .term = "schema:inLanguage", .kind = FIELD_LANGUAGE,                      \
     .documentation = "The language of the texts of the record."},                                 \
    SOURCES("name a document and the lines that support the record",                               \
            "The passages of the source that support the record."),                                \
    {.name = "inferred", .kind = FIELD_FIELD_NAME, .list = true,                                   \
     .documentation = "Names of the fields whose values the source implies but does not state."},  \
    {.name = "notes", .term = "schema:comment", .kind = FIELD_OBJECT, .list = true,                \
     .members = FIELD_LIST(note_fields),                                                           \
     .documentation = "Editor's notes on oddities, variants and open questions in the source."}
/* clang-format on */
