#include "schema/types/every_record.h"

const struct field source_fields[SOURCE_MEMBER_COUNT] = {
    [SOURCE_DOCUMENT] = {.name = "document",
                         .popolo = POPOLO({.name = "url", .url = true}),
                         .term = "schema:isPartOf",
                         .kind = FIELD_REFERENCE,
                         .targets = TARGET(TYPE_DOCUMENT),
                         .required = true,
                         .documentation = "The cited document."},
    [SOURCE_LINES] = {.name = "lines",
                      .popolo = POPOLO({.name = "note", .prefix = "line"}),
                      .term = "schema:pagination",
                      .kind = FIELD_LINES,
                      .documentation = "The cited line or range of lines, counted from 1."},
    [SOURCE_PAGES] = {.name = "pages",
                      .popolo = POPOLO({.name = "note", .prefix = "page"}),
                      .term = "schema:pagination",
                      .kind = FIELD_LINES,
                      .documentation = "The cited page or range of pages, counted from 1."},
    [SOURCE_PARAGRAPHS] = {.name = "paragraphs",
                           .popolo = POPOLO({.name = "note", .prefix = "paragraph"}),
                           .kind = FIELD_LINES,
                           .documentation = "The number of the cited paragraph, or the range."},
    [SOURCE_SECTION] = {.name = "section",
                        .popolo = POPOLO({.name = "note", .prefix = "section"}),
                        .kind = FIELD_TEXT,
                        .documentation = "The number or heading of the cited section."},
    [SOURCE_TIME] = {.name = "time",
                     .popolo = POPOLO({.name = "note", .prefix = "at"}),
                     .kind = FIELD_TIME_OFFSET,
                     .documentation = "The cited time in a recording, counted from its beginning."},
    [SOURCE_QUOTE] = {.name = "quote",
                      .popolo = POPOLO({.name = "note", .prefix = ""}),
                      .term = "schema:text",
                      .kind = FIELD_TEXT,
                      .documentation = "A short extract of the document, word for word."},
};

static const char *const link_kinds[] = {"page",   "slides",   "recording",  "transcript",
                                         "agenda", "minutes",  "attachment", "issue",
                                         "chat",   "feedback", "other",      NULL};

const struct field web_link_fields[4] = {
    {.name = "url",
     .role = ROLE_URL,
     .term = "schema:url",
     .popolo = POPOLO({.name = "url"}),
     .kind = FIELD_URL,
     .required = true,
     .documentation = "The address."},
    {.name = "title",
     .term = "schema:name",
     .popolo = POPOLO({.name = "note"}),
     .kind = FIELD_TEXT,
     .search = SEARCH_NOTES,
     .documentation = "The text of the link."},
    {.name = "kind",
     .role = ROLE_KIND,
     .popolo = POPOLO({.name = "note", .otherwise = true}),
     .kind = FIELD_ENUM,
     .choices = link_kinds,
     .documentation = "The kind of thing at the address."},
    {.name = "media_type",
     .role = ROLE_MEDIA_TYPE,
     .term = "schema:encodingFormat",
     .kind = FIELD_MEDIA_TYPE,
     .documentation = "The media type of the thing at the address."},
};

const struct field identifier_fields[IDENTIFIER_MEMBER_COUNT] = {
    [IDENTIFIER_SCHEME] = {.name = "scheme",
                           .term = "schema:propertyID",
                           .popolo = POPOLO({.name = "scheme"}),
                           .kind = FIELD_WORD,
                           .required = true,
                           .documentation = "The register: orcid, ror, doi, wikidata, isni, isbn, "
                                            "guid, url, or another word."},
    [IDENTIFIER_VALUE] = {.name = "value",
                          .term = "schema:value",
                          .popolo = POPOLO({.name = "identifier"}),
                          .kind = FIELD_TEXT,
                          .required = true,
                          .documentation = "The identifier in the register."},
    [IDENTIFIER_URL] = {.name = "url",
                        .term = "schema:url",
                        .kind = FIELD_URL,
                        .documentation =
                            "The address at which the identifier is resolved; implied by a scheme "
                            "that the service knows."},
};

const char *const minutes_statuses[] = {"draft", "approved", "corrected", "superseded", NULL};

const struct field note_fields[2] = {
    {.name = "text",
     .term = "schema:text",
     .kind = FIELD_TEXT,
     .required = true,
     .search = SEARCH_NOTES,
     .documentation = "The text of the note."},
    SOURCES(NULL, "The passages that the note refers to."),
};
