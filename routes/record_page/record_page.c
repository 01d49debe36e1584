#include "record_page/record_page.h"

#include "meeting_page/meeting_page.h"
#include "record_page/record_page_private.h"
#include "work/work.h"

enum {
    DESCRIPTION_MAX = 4096, /* bytes */
    LONG_TITLE = 70,        /* bytes from which a title is set smaller */
    LEAD_MAX = 1200,        /* bytes of a text in the head */
    LEAD_LONG = 300,        /* bytes from which a lead has the size of other texts */
    TEXT_AS_TITLE_MAX = 160,
    AUTHORS_MAX = 6
};

/* Reports whether the record has an author, or the speaker in the words of the source. */
static bool has_author(const struct record *record)
{
    return record_value(record, ROLE_AUTHOR)->count ||
           record_value(record, ROLE_ATTRIBUTION)->count;
}

bool record_page_is_titled_by(const struct record *record, const struct field *field)
{
    const struct value *value = record_page_value(record, field);
    return field->role == ROLE_DESCRIPTION && !record_value(record, ROLE_TITLE)->count &&
           !has_author(record) && value->count && value->count <= TEXT_AS_TITLE_MAX &&
           record_label(record) == value;
}

/* Returns the text that is the title, or an absent value. */
static const struct value *find_title(const struct record *record)
{
    const struct field *text = field_list_with_role(record->type->fields, ROLE_DESCRIPTION);
    const struct value *title = record_value(record, ROLE_TITLE);
    if (title->count || !text || !record_page_is_titled_by(record, text))
        return title;
    return record_page_value(record, text);
}

/* Reports whether a kind of meeting is a word that stands before "meeting": "regular". */
static bool is_adjective(const struct record *record, const struct value *kind)
{
    static const char *const words[] = {"regular", "special",   "board",
                                        "council", "committee", "working_group"};
    for (size_t i = 0; record->type == &meeting_type && i < sizeof words / sizeof *words; i++)
        if (strcmp(words[i], kind->text) == 0)
            return true;
    return false;
}

/* Writes what the record is, over its title. */
static void write_kicker(struct page *page, const struct record *record)
{
    char text[SAY_BYTES];
    const struct value *kind = record_value(record, ROLE_KIND);
    const bool titled = find_title(record)->count;
    say_kind(record, text);
    const bool numbered = strlen(text) > strlen(record->type->name);
    markup_open(&page->markup, "p", "class", "kicker", NULL);
    markup_text(&page->markup, text);
    if (!titled && record->type == &paper_type)
        markup_text(&page->markup, ", which has no title in the source");
    else if (titled && kind->count && !say_has_kind(record) &&
             strcmp(kind->text, record->type->name) != 0) {
        markup_text(&page->markup, numbered ? ", " : ": ");
        markup_text(&page->markup, say_term(kind->text, false, text));
        markup_text(&page->markup, is_adjective(record, kind) ? " meeting" : "");
    }
    markup_close(&page->markup, "p");
}

/* Writes the names of the authors, or the words of the source for them. */
static void write_authors(struct markup *markup, const struct record *record)
{
    const struct field *field = field_list_with_role(record->type->fields, ROLE_AUTHOR);
    const struct value *words = record_value(record, ROLE_ATTRIBUTION);
    size_t count = 0;
    const struct value *items =
        field ? record_items(field, record_page_value(record, field), &count) : NULL;
    for (size_t i = 0; i < count && items[i].count && i < AUTHORS_MAX; i++) {
        markup_text(markup, i ? ", " : "");
        words = record_label(items[i].record);
        markup_name(markup, words->text, words->count);
    }
    if (!record_value(record, ROLE_AUTHOR)->count)
        markup_name(markup, words->text, words->count);
}

/* Writes a title for a record without one: "Question by T. J. Pempel", or only its kind. */
static void write_made_title(struct page *page, const struct record *record)
{
    char text[SAY_BYTES];
    const struct value *kind = record_value(record, ROLE_KIND);
    markup_open(&page->markup, "h1", "class", "title", NULL);
    if (kind->count)
        markup_text(&page->markup, say_term(kind->text, true, text));
    else
        markup_text(&page->markup, say_kind(record, text));
    if (has_author(record)) {
        markup_text(&page->markup, " by ");
        write_authors(&page->markup, record);
    }
    markup_close(&page->markup, "h1");
}

/* Writes a text as the title of the page, a document that has the title of its meeting after its
 * kind. */
static void write_text_title(struct page *page, const struct record *record,
                             const struct value *title)
{
    char kind[SAY_BYTES];
    struct buffer text;
    buffer_init(&text, (size_t)title->count + sizeof kind);
    buffer_append(&text, kind, say_kind_before_title(record, kind));
    buffer_append(&text, title->text, title->count);
    page->markup.out->failed |= text.failed;
    if (!text.failed)
        markup_prose(&page->markup, "h1", text.bytes, text.length, "class",
                     text.length > LONG_TITLE ? "long" : "title", NULL);
    buffer_finish(&text);
}

static void write_title(struct page *page, const struct record *record)
{
    const struct value *title = find_title(record);
    const struct value *subtitle = record_value(record, ROLE_SUBTITLE);
    if (title->count)
        write_text_title(page, record, title);
    else
        write_made_title(page, record);
    if (subtitle->count)
        markup_prose(&page->markup, "p", subtitle->text, subtitle->count, "class", "lead", NULL);
}

/* Writes a text at the head of the page that has no source beside it; of a meeting without one,
 * what the record has. */
static void write_lead(struct record_page *page)
{
    const struct record *record = page->record;
    const struct field_list fields = record->type->fields;
    bool any = false;
    for (size_t i = 0; i < fields.count; i++) {
        const struct value *value = record_field(record, i);
        if (!statements_has_lead(record, &fields.at[i]) || value->count > LEAD_MAX)
            continue;
        markup_prose(&page->page->markup, "p", value->text, value->count, "class",
                     value->count > LEAD_LONG ? "lead long" : "lead", NULL);
        any = true;
    }
    if (!any && record->type == &meeting_type)
        meeting_write_lead(page);
}

/* Writes the result of a decision, or the status of a proposal. */
static void write_result(struct page *page, const struct record *record)
{
    char text[SAY_BYTES];
    const struct value *result = row_find_result(page, record);
    if (!result->count)
        return;
    const bool none = strcmp(result->text, "none") == 0;
    markup_open(&page->markup, "p", "class", "result more", NULL);
    markup_text(&page->markup, none ? "Nothing was decided" : say_term(result->text, true, text));
    record_page_mark_role(page, record, ROLE_RESULT);
    markup_close(&page->markup, "p");
}

static void write_head(struct record_page *page)
{
    struct markup *markup = &page->page->markup;
    markup_open(markup, "div", "class", "head", NULL);
    write_kicker(page->page, page->record);
    write_title(page->page, page->record);
    write_result(page->page, page->record);
    write_lead(page);
    facts_write(page);
    page_write_actions(page->page);
    markup_close(markup, "div");
}

static bool spend(struct record_page *page)
{
    return work_spend_bytes(page->work, WORK_WRITING, page->page->markup.out->length) &&
           !page->page->markup.out->failed;
}

/* Writes the parts of the page. The outcomes of a meeting are before the texts about it. */
static void write_content(struct record_page *page)
{
    typedef void part(struct record_page *);
    static part *const of_meeting[] = {meeting_write, statements_write, objects_write,
                                       statements_write_notes, NULL};
    static part *const of_others[] = {statements_write, objects_write,          relations_write,
                                      reader_write,     statements_write_notes, NULL};
    part *const *parts = page->record->type == &meeting_type ? of_meeting : of_others;
    write_head(page);
    const size_t head = page->page->markup.out->length;
    for (; *parts && spend(page); parts++)
        (*parts)(page);
    page_insert_contents(page->page, head);
    pager_write(page);
    fields_write(page);
}

void record_page_write(struct page *page, struct work *work)
{
    const struct record *record = page->record;
    struct record_page content = {.page = page, .record = record, .work = work};
    char title[SAY_TITLE_BYTES], name[SAY_BYTES];
    struct buffer description;
    const size_t length = say_title(record, title);
    line_index_init(&content.lines, page->archive);
    pager_find(&content);
    buffer_init(&description, DESCRIPTION_MAX);
    page_begin(page, (struct page_text){title, length, true},
               description_write(&content, &description), true);
    page->markup.out->failed |= description.failed && !description.exceeded;
    buffer_finish(&description);
    page_write_trail(page, say_kind(record, name));
    write_content(&content);
    page_end(page);
    page->markup.out->failed |= content.lines.failed;
    line_index_finish(&content.lines);
}
