/* The facts in the head of the page of a record. */
#include "archive/meeting_name.h"
#include "record_page/record_page_private.h"
#include "values/country.h"

enum {
    SHORT_TEXT = 120, /* bytes; a longer text has a place of its own */
    LISTED_MAX = 8    /* values of a list among the facts */
};

/* The fields that are elsewhere on the page: by their roles. */
static const uint64_t roles_elsewhere =
    ROLE_SET(ROLE_TITLE) | ROLE_SET(ROLE_SUBTITLE) | ROLE_SET(ROLE_DESCRIPTION) |
    ROLE_SET(ROLE_NUMBER) | ROLE_SET(ROLE_PRINTED_NUMBER) | ROLE_SET(ROLE_RESULT) |
    ROLE_SET(ROLE_KIND) | ROLE_SET(ROLE_START) | ROLE_SET(ROLE_END) | ROLE_SET(ROLE_ROOM) |
    ROLE_SET(ROLE_VENUE) | ROLE_SET(ROLE_CITY) | ROLE_SET(ROLE_COUNTRY) | ROLE_SET(ROLE_SUBJECT) |
    ROLE_SET(ROLE_MEETING) | ROLE_SET(ROLE_LANGUAGE) | ROLE_SET(ROLE_GIVEN_NAME) |
    ROLE_SET(ROLE_FAMILY_NAME) | ROLE_SET(ROLE_DIGEST) | ROLE_SET(ROLE_TEXT_FILE) |
    ROLE_SET(ROLE_MEDIA_TYPE) | ROLE_SET(ROLE_TIME_ZONE) | ROLE_SET(ROLE_LINE_COUNT);

/* The labels of facts, by the role of the field. */
static const struct {
    enum field_role role;
    const char *label;
} labels[] = {
    {ROLE_AUTHOR, "By"},
    {ROLE_CHAIR, "Chaired by"},
    {ROLE_OWNER, "Action by"},
    {ROLE_OWNER_TEXT, "Action by"},
    {ROLE_DUE, "Due"},
    {ROLE_COMPLETED, "Done"},
    {ROLE_ISSUED, "Date"},
    {ROLE_SESSION, "Session"},
    {ROLE_AGENDA_ITEM, "Agenda item"},
    {ROLE_PARENT, "Part of"},
    {ROLE_MOVER, "Moved by"},
    {ROLE_ADDRESSEE, "Addressed to"},
    {ROLE_REPLY_TO, "Replies to"},
    {ROLE_ATTRIBUTION, "Said by"},
};

/* The labels of fields whose names say little to a reader; NULL for those that are not shown.
 * Others have the name of their field. */
static const char *const names[][2] = {
    {"participants_stated", "Participants (stated)"},
    {"organizations_stated", "Organizations (stated)"},
    {"attendance_mode", "Attendance"},
    {"minutes_status", "Minutes"},
    {"other_names", "Also"},
    {"honorific_prefix", "Title"},
    {"effective_date", "In force from"},
    {"decides_on", "Decides on"},
    {"seconders", "Seconded by"},
    {"presenters", "Presented by"},
    {"sort_name", NULL},
    {"position", NULL},
};

/* Returns the label of a fact, or NULL if it is not shown. */
static const char *fact_label(const struct field *field, char text[SAY_BYTES])
{
    for (size_t i = 0; i < sizeof labels / sizeof *labels; i++)
        if (field->role && labels[i].role == field->role)
            return labels[i].label;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strcmp(names[i][0], field->name) == 0)
            return names[i][1];
    return say_term(field->name, true, text);
}

/* Reports whether a status says no more than the dates, and is not shown. */
static bool is_usual(const struct record *record, const struct field *field)
{
    return field->role == ROLE_EVENT_STATUS && !say_status(record)->count;
}

static void open_fact(struct page *page, const char *label)
{
    markup_open(&page->markup, "div", NULL);
    markup_element(&page->markup, "dt", label, NULL);
    markup_open(&page->markup, "dd", NULL);
}

static void close_fact(struct page *page)
{
    markup_close(&page->markup, "dd");
    markup_close(&page->markup, "div");
}

bool facts_is_long_text(const struct record *record, const struct field *field)
{
    const struct value *value = record_page_value(record, field);
    return field->kind == FIELD_TEXT && !field->list && field->role != ROLE_TITLE &&
           field->role != ROLE_SUBTITLE &&
           (field->role == ROLE_DESCRIPTION || strcmp(field->name, "lead") == 0 ||
            value->count > SHORT_TEXT) &&
           value->count > 0;
}

static bool is_fact(const struct record *record, const struct field *field)
{
    const struct value *value = record_page_value(record, field);
    if (!value->count || field->kind == FIELD_ID || field->kind == FIELD_FIELD_NAME ||
        field->kind == FIELD_OBJECT || field->kind == FIELD_SHA256 ||
        field->kind == FIELD_MEDIA_TYPE || (field->role && ROLE_SET(field->role) & roles_elsewhere))
        return false;
    char label[SAY_BYTES];
    return !facts_is_long_text(record, field) && !is_usual(record, field) &&
           !(field->role == ROLE_ABBREVIATION && meeting_name_is_code(value)) &&
           fact_label(field, label);
}

static void write_fact(struct record_page *page, const struct field *field)
{
    char label[SAY_BYTES];
    size_t count;
    const struct value *items = record_items(field, record_page_value(page->record, field), &count);
    /* Beside a speaker, the words of the source are no second one. */
    const bool printed =
        field->role == ROLE_ATTRIBUTION && record_value(page->record, ROLE_AUTHOR)->count;
    open_fact(page->page, printed ? "Named as" : fact_label(field, label));
    for (size_t i = 0; i < count && i < LISTED_MAX; i++) {
        if (i)
            markup_text(&page->page->markup, ", ");
        value_write(page->page, field, &items[i]);
    }
    if (count > LISTED_MAX) {
        markup_text(&page->page->markup, " and ");
        markup_number(&page->page->markup, count - LISTED_MAX);
        markup_text(&page->page->markup, " more");
    }
    if (record_infers(page->record, field))
        page_mark_inferred(page->page);
    close_fact(page->page);
}

/* Marks a fact that joins fields of several roles if one of them is inferred. */
static void mark_if_inferred(struct record_page *page, const enum field_role *roles, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const struct field *field = field_list_with_role(page->record->type->fields, roles[i]);
        if (field && record_page_value(page->record, field)->count &&
            record_infers(page->record, field)) {
            page_mark_inferred(page->page);
            return;
        }
    }
}

static void write_when(struct record_page *page)
{
    static const enum field_role roles[] = {ROLE_START, ROLE_END};
    char words[SAY_DATE_BYTES];
    if (!say_period(record_value(page->record, ROLE_START), record_value(page->record, ROLE_END),
                    words))
        return;
    open_fact(page->page, "When");
    markup_text(&page->page->markup, words);
    mark_if_inferred(page, roles, sizeof roles / sizeof *roles);
    close_fact(page->page);
}

static void write_where(struct record_page *page)
{
    static const enum field_role roles[] = {ROLE_ROOM, ROLE_VENUE, ROLE_CITY, ROLE_COUNTRY};
    struct markup *markup = &page->page->markup;
    bool any = false;
    for (size_t i = 0; i < sizeof roles / sizeof *roles; i++) {
        const struct value *value = record_value(page->record, roles[i]);
        if (!value->count)
            continue;
        if (any)
            markup_text(markup, ", ");
        else
            open_fact(page->page, "Where");
        any = true;
        if (roles[i] == ROLE_COUNTRY)
            markup_text(markup, country_name(value->text));
        else
            markup_name(markup, value->text, value->count);
    }
    if (!any)
        return;
    mark_if_inferred(page, roles, sizeof roles / sizeof *roles);
    close_fact(page->page);
}

/* Writes the actors, who are to carry out the record. */
static void write_actors(struct record_page *page, const struct field *field)
{
    if (!record_page_value(page->record, field)->count)
        return;
    open_fact(page->page, "Action by");
    row_write_actors(page->page, page->record);
    close_fact(page->page);
}

void facts_write(struct record_page *page)
{
    const struct field_list fields = page->record->type->fields;
    struct markup *markup = &page->page->markup;
    const size_t before = markup->out->length;
    markup_open(markup, "dl", "class", "facts", NULL);
    markup_text(markup, "");
    const size_t empty = markup->out->length;
    write_when(page);
    write_where(page);
    for (size_t i = 0; i < fields.count; i++)
        if (is_fact(page->record, &fields.at[i]))
            write_fact(page, &fields.at[i]);
        else if (fields.at[i].role == ROLE_ACTORS)
            write_actors(page, &fields.at[i]);
    const bool none = markup->out->length == empty;
    markup_close(markup, "dl");
    if (none && !markup->out->failed)
        markup->out->length = before;
    markup_break(markup);
}
