#include "layout/page.h"

#include "layout/head.h"
#include "layout/link.h"
#include "layout/provenance.h"
#include "layout/say.h"

#include <stdio.h>
#include <string.h>

/* Returns the meeting in the first relation that has exactly one; NULL if none has. `to_one`
 * selects the to-one relations or the others. */
static const struct record *only_meeting(const struct archive *archive, const struct record *record,
                                         bool to_one)
{
    size_t count;
    const struct relation *relations = archive_relations(archive, record->type, &count);
    for (size_t i = 0; i < count; i++) {
        size_t members;
        if (relations[i].member != &meeting_type || relations[i].to_one != to_one)
            continue;
        const struct record *const *found = relation_members(&relations[i], record, &members);
        if (members == 1)
            return found[0];
    }
    return NULL;
}

/* Reports whether a meeting has a programme, papers, a discussion or outcomes of its own. One that
 * is only mentioned has none. */
static bool is_recorded(const struct archive *archive, const struct record *meeting)
{
    const unsigned own = TARGET(TYPE_SESSION) | TARGET(TYPE_AGENDA_ITEM) | TARGET(TYPE_PAPER) |
                         TARGET(TYPE_DISCUSSION) | TARGET(TYPE_PROPOSAL) | TARGET(TYPE_DECISION);
    size_t count;
    const struct relation *relations = archive_relations(archive, &meeting_type, &count);
    for (size_t i = 0; i < count; i++) {
        size_t members = 0;
        if ((TARGET(relations[i].member->ordinal) & own) &&
            strcmp(relations[i].name, relations[i].member->collection) == 0)
            relation_members(&relations[i], meeting, &members);
        if (members)
            return true;
    }
    return false;
}

const struct record *page_main_meeting(const struct archive *archive)
{
    const struct record *found = NULL;
    size_t count = 0;
    const struct record *const *meetings =
        archive ? archive_all(archive, &meeting_type, &count) : NULL;
    if (count == 1)
        return meetings[0];
    for (size_t i = 0; i < count; i++) {
        if (!is_recorded(archive, meetings[i]))
            continue;
        if (found)
            return NULL;
        found = meetings[i];
    }
    return found;
}

const struct record *page_find_meeting(const struct archive *archive, const struct record *record)
{
    const struct record *found = NULL;
    if (!archive)
        return NULL;
    if (record && record->type == &meeting_type)
        return record;
    if (record && record_value(record, ROLE_MEETING)->count)
        return record_value(record, ROLE_MEETING)->record;
    if (record && !(found = only_meeting(archive, record, true)))
        found = only_meeting(archive, record, false);
    return found ? found : page_main_meeting(archive);
}

void page_set_publication(struct page *page, const struct request *request)
{
    static const struct publication usual = {.pages = PAGES_ON};
    page->publication = request->publication ? *request->publication : usual;
    if (!page->publication.files || page->publication.url) /* files are the same on every host */
        request_address(request, page->address);
}

void page_init(struct page *page, const struct archive *archive, const struct request *request,
               struct buffer *out)
{
    *page = (struct page){
        .archive = archive, .base_path = request->base_path, .meeting = page_main_meeting(archive)};
    page_set_publication(page, request);
    markup_init(&page->markup, out);
}

void page_data_version(const struct archive *archive, char version[PAGE_DATA_VERSION_BYTES])
{
    snprintf(version, PAGE_DATA_VERSION_BYTES, "%.12s", archive_version(archive).sha256);
}

bool page_has_search(const struct page *page)
{
    return !page->publication.files ||
           (page->archive && archive_version(page->archive).bytes <= PAGE_SEARCHED_BYTES_MAX);
}

void page_begin(struct page *page, struct page_text title, struct page_text description,
                bool railed)
{
    struct markup *markup = &page->markup;
    const struct value *language = record_value(page->record, ROLE_LANGUAGE);
    markup->language = language->count ? language->text : NULL;
    markup_begin_document(markup);
    markup_open(markup, "html", "lang", "en", NULL);
    if (page->publication.pages == PAGES_SUFFIX)
        markup_attribute(markup, "data-suffix", ".html");
    head_write(page, title, description);
    markup_open(markup, "body", NULL);
    markup_break(markup);
    markup_element(markup, "a", "Skip to the text", "class", "skip", "href", "#main", NULL);
    markup_break(markup);
    masthead_write(page);
    markup_open(markup, "main", "class", railed ? "page railed" : "page", "id", "main", NULL);
    markup_break(markup);
}

/* Adds a section to the list of sections, unless that is full. */
static void add_section(struct page *page, const char *id, const char *heading)
{
    if (page->section_count == PAGE_SECTIONS_MAX)
        return;
    struct page_section *section = &page->sections[page->section_count++];
    snprintf(section->id, sizeof section->id, "%s", id);
    snprintf(section->heading, sizeof section->heading, "%s", heading);
}

void page_open_section(struct page *page, const char *id, const char *heading, bool beside)
{
    add_section(page, id, heading);
    markup_break(&page->markup);
    markup_open(&page->markup, "section", "class", beside ? "sec beside" : "sec", "id", id, NULL);
    markup_element(&page->markup, "h2", heading, NULL);
}

void page_close_section(struct page *page)
{
    markup_close(&page->markup, "section");
}

/* Writes a link of the foot to a resource that is not a page of a record. */
static void write_foot_link(struct page *page, const char *path, const char *text)
{
    markup_open(&page->markup, "li", NULL);
    markup_open(&page->markup, "a", NULL);
    page_href_path(page, path);
    markup_text(&page->markup, text);
    markup_close(&page->markup, "a");
    markup_close(&page->markup, "li");
}

void page_end(struct page *page)
{
    struct markup *markup = &page->markup;
    markup_break(markup);
    markup_close(markup, "main");
    markup_break(markup);
    markup_open(markup, "footer", "class", "foot", NULL);
    markup_open(markup, "div", NULL);
    if (page->has_inferred) {
        markup_open(markup, "p", "id", "inferred", NULL);
        markup_element(markup, "span", "\xC2\xB0", "class", "inf", NULL);
        markup_text(markup, " The editor infers this; the source does not say it outright.");
        markup_close(markup, "p");
    }
    if (page->publication.footer)
        markup_element(markup, "p", page->publication.footer, NULL);
    provenance_write(page);
    markup_open(markup, "ul", NULL);
    write_foot_link(page, "/docs", "API reference");
    write_foot_link(page, "/openapi.json", "OpenAPI");
    markup_close(markup, "ul");
    markup_element(markup, "div", "", "class", "theme-box", "data-theme-box", "", NULL);
    markup_close(markup, "div");
    markup_close(markup, "footer");
    markup_break(markup);
    markup_close(markup, "body");
    markup_break(markup);
    markup_close(markup, "html");
    markup_break(markup);
}
