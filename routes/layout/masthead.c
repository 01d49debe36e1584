#include "base/utf8.h"
#include "layout/head.h"
#include "layout/link.h"
#include "layout/say.h"
#include "looks/looks.h"

enum {
    SECTIONS_MAX = 6,
    NAME_BYTES_MAX = 30 /* of the meeting */
};

/* The types whose lists the masthead offers, in this order. */
static const struct record_type *const section_types[] = {
    &session_type,  &paper_type,  &person_type, &proposal_type,
    &decision_type, &action_type, &topic_type,  &document_type,
};

enum {
    SECTION_TYPE_COUNT = sizeof section_types / sizeof *section_types
};

/* Writes an item of the navigation; `current` if it leads to the page itself. */
static void write_item(struct page *page, struct url url, const char *text, size_t length,
                       bool current)
{
    struct markup *markup = &page->markup;
    markup_open(markup, "li", NULL);
    markup_open(markup, "a", NULL);
    page_href(page, url, NULL);
    markup_attribute(markup, "aria-current", current ? "page" : NULL);
    markup_name(markup, text, length);
    markup_close(markup, "a");
    markup_close(markup, "li");
}

/* Returns the relation of a meeting that holds its records of a type, or NULL if there are none. */
static const struct relation *find_section(const struct page *page, const struct record_type *type)
{
    size_t count, members;
    const struct relation *relations = archive_relations(page->archive, &meeting_type, &count);
    for (size_t i = 0; i < count; i++)
        if (relations[i].member == type && strcmp(relations[i].name, type->collection) == 0) {
            relation_members(&relations[i], page->meeting, &members);
            return members ? &relations[i] : NULL;
        }
    return NULL;
}

/* Cuts a name between words, so that the masthead stays one line. Returns the length. */
static size_t shorten(char name[SAY_MEETING_BYTES], size_t length)
{
    if (length <= NAME_BYTES_MAX)
        return length;
    size_t cut = utf8_cut_length(name, NAME_BYTES_MAX);
    for (size_t i = cut; i > NAME_BYTES_MAX / 2; i--)
        if (name[i] == ' ') {
            cut = i;
            break;
        }
    memcpy(name + cut, "\xE2\x80\xA6", sizeof "\xE2\x80\xA6");
    return cut + sizeof "\xE2\x80\xA6" - 1;
}

static void write_meeting_sections(struct page *page)
{
    char name[SAY_MEETING_BYTES];
    size_t written = 0;
    const size_t length = shorten(name, say_meeting(page->archive, page->meeting, name));
    write_item(page, url_of_record(page->base_path, page->meeting), name, length,
               page->meeting == page->record);
    for (size_t i = 0; i < SECTION_TYPE_COUNT && written < SECTIONS_MAX - 1; i++) {
        const struct relation *relation = find_section(page, section_types[i]);
        if (!relation)
            continue;
        say_collection(page->archive, relation->name, true, name);
        write_item(page, url_of_relation(page->base_path, page->meeting, relation), name,
                   strlen(name),
                   page->url.count == 3 && strcmp(page->url.segments[2], relation->name) == 0);
        written++;
    }
}

static bool is_section(const struct record_type *type)
{
    if (type == &meeting_type)
        return true;
    for (size_t i = 0; i < SECTION_TYPE_COUNT; i++)
        if (section_types[i] == type)
            return true;
    return false;
}

static void write_archive_sections(struct page *page)
{
    char name[SAY_BYTES];
    size_t count, written = 0;
    const struct collection *collections = archive_collections(page->archive, &count);
    for (size_t i = 0; i < count && written < SECTIONS_MAX; i++) {
        if (!collections[i].count || !is_section(collections[i].type) ||
            collections[i].name != collections[i].type->collection)
            continue;
        say_collection(page->archive, collections[i].name, true, name);
        write_item(page, url_of_collection(page->base_path, &collections[i]), name, strlen(name),
                   page->url.count == 1 && strcmp(page->url.segments[0], collections[i].name) == 0);
        written++;
    }
}

static void write_navigation(struct page *page)
{
    struct markup *markup = &page->markup;
    if (!page->archive)
        return;
    markup_open(markup, "details", "class", "menu", NULL);
    markup_element(markup, "summary", "Menu", NULL);
    markup_close(markup, "details");
    markup_open(markup, "nav", "class", "nav", "aria-label", "Main", NULL);
    markup_open(markup, "ul", NULL);
    if (page->meeting)
        write_meeting_sections(page);
    else
        write_archive_sections(page);
    markup_close(markup, "ul");
    markup_close(markup, "nav");
}

static void write_search(struct page *page)
{
    struct markup *markup = &page->markup;
    markup_open(markup, "form", "class", "find", "role", "search", NULL);
    page_action_search(page);
    markup_element(markup, "label", "Search the record", "class", "vh", "for", "q", NULL);
    markup_void(markup, "input", "id", "q", "name", "q", "type", "search", "placeholder", "Search",
                "autocomplete", "off", NULL);
    markup_open(markup, "button", "type", "submit", "aria-label", "Search", NULL);
    markup_close(markup, "button");
    markup_close(markup, "form");
}

/* Writes the logo of the house, if there is one. The name of the service follows it as text. */
static void write_logo(struct page *page)
{
    const struct theme_file *logo = theme_logo(page->publication.theme);
    if (!logo)
        return;
    markup_open(&page->markup, "img", "alt", "", NULL);
    page_attribute_asset(page, "src", page->publication.theme->version, logo->name);
    markup_close_void(&page->markup, "img");
}

void masthead_write(struct page *page)
{
    struct markup *markup = &page->markup;
    markup_open(markup, "header", "class", "mast", NULL);
    markup_open(markup, "a", "class", "brand", NULL);
    page_href_home(page);
    write_logo(page);
    markup_text(markup, publication_title(&page->publication));
    markup_close(markup, "a");
    write_navigation(page);
    if (page_has_search(page))
        write_search(page);
    markup_close(markup, "header");
    markup_break(markup);
}
