/* The sections with the arguments of papers: those of a person, and by speaker those on a topic or
 * of the people of an organization. */
#include "record_page/record_page_private.h"
#include "work/work.h"

#include <stdio.h>

enum {
    ARGUED_MAX = 60,  /* arguments; a paper has the others */
    PAPERS_MAX = 200, /* that are looked at */
    AUTHORS_MAX = 6,  /* of one paper, that are named */
    FRAGMENT_BYTES = 60
};

/* A section while it is written. */
struct argued {
    const char *id, *heading;
    const struct record *topic;   /* the arguments that are on it are shown; NULL: all */
    struct claim label;           /* the words of the topic */
    bool by_speaker;              /* true if speakers are named */
    const struct record *speaker; /* the first author of the paper before */
    size_t written;               /* arguments */
};

/* Returns the authors of a paper. */
static const struct value *find_authors(const struct record *paper, size_t *ret_count)
{
    const struct field *field = field_list_with_role(paper->type->fields, ROLE_AUTHOR);
    *ret_count = 0;
    return field ? record_items(field, record_page_value(paper, field), ret_count) : NULL;
}

/* Returns the first author of a paper, or NULL. */
static const struct record *find_speaker(const struct record *paper)
{
    size_t count;
    const struct value *authors = find_authors(paper, &count);
    return count ? authors->record : NULL;
}

/* Writes an argument; its number is a link to its place on the page of the paper. */
static void write_argument(struct record_page *page, const struct record *paper,
                           const struct argument *argument)
{
    struct markup *markup = &page->page->markup;
    char fragment[FRAGMENT_BYTES];
    snprintf(fragment, sizeof fragment, "%.30s-%zu", arguments_find_field()->name,
             argument->number);
    markup_open(markup, "li", "class", "claim", NULL);
    markup_open(markup, "a", "class", "n", NULL);
    page_href(page->page, url_of_record(page->page->base_path, paper), fragment);
    markup_element(markup, "span", "Argument ", "class", "vh", NULL);
    markup_number(markup, argument->number);
    markup_close(markup, "a");
    markup_prose(markup, "p", argument->text->text, argument->text->count, NULL);
    sources_write(page, argument->sources, argument->text->text, argument->text->count);
    markup_close(markup, "li");
    markup_break(markup);
    work_spend_bytes(page->work, WORK_WRITING, markup->out->length);
}

/* Writes the heading of a paper: its title, or its authors with the title below them. Authors who
 * are those of the paper before are not repeated. */
static void write_heading(struct record_page *page, struct argued *argued,
                          const struct record *paper)
{
    struct markup *markup = &page->page->markup;
    size_t count;
    const struct value *authors = find_authors(paper, &count);
    const struct record *speaker = find_speaker(paper);
    const bool named = argued->by_speaker && speaker;
    if (named && speaker != argued->speaker) {
        markup_open(markup, "h3", NULL);
        for (size_t i = 0; i < count && i < AUTHORS_MAX; i++) {
            markup_text(markup, i ? ", " : "");
            page_link_record(page->page, authors[i].record);
        }
        record_page_mark_role(page->page, paper, ROLE_AUTHOR);
        markup_close(markup, "h3");
    }
    argued->speaker = speaker;
    markup_open(markup, named ? "p" : "h3", NULL);
    page_link_record(page->page, paper);
    markup_close(markup, named ? "p" : "h3");
}

/* Writes a link to all arguments of a paper, of which not all are shown. */
static void write_more(struct record_page *page, const struct record *paper, size_t count)
{
    struct markup *markup = &page->page->markup;
    markup_open(markup, "p", "class", "more", NULL);
    markup_open(markup, "a", NULL);
    page_href(page->page, url_of_record(page->page->base_path, paper),
              arguments_find_field()->name);
    markup_text(markup, "All ");
    markup_number(markup, count);
    markup_text(markup, " arguments of the paper");
    markup_close(markup, "a");
    markup_close(markup, "p");
}

/* Stores the arguments of a paper that are shown. Returns their number. */
static size_t find_arguments(struct record_page *page, struct argued *argued,
                             const struct record *paper, struct argument *ret_arguments)
{
    const struct value *arguments = arguments_of(paper);
    size_t count = 0;
    if (argued->topic)
        return arguments_find(page, paper, argued->topic, &argued->label, ret_arguments);
    for (; count < arguments->count && count < ARGUMENTS_MAX; count++)
        ret_arguments[count] = arguments_at(arguments, count);
    return count;
}

static void write_paper(struct record_page *page, struct argued *argued, const struct record *paper)
{
    struct markup *markup = &page->page->markup;
    struct argument arguments[ARGUMENTS_MAX];
    const size_t count = find_arguments(page, argued, paper, arguments);
    const size_t left = ARGUED_MAX - argued->written, shown = count < left ? count : left;
    const size_t all = arguments_of(paper)->count;
    if (!shown)
        return;
    if (!argued->written)
        page_open_section(page->page, argued->id, argued->heading, true);
    write_heading(page, argued, paper);
    markup_open(markup, "ul", "class", "claims", NULL);
    for (size_t i = 0; i < shown && !work_is_used_up(page->work); i++)
        write_argument(page, paper, &arguments[i]);
    markup_close(markup, "ul");
    if (shown < all)
        write_more(page, paper, all);
    argued->written += shown;
}

/* Writes papers; those of a speaker follow each other if speakers are named. */
static void write_papers(struct record_page *page, struct argued *argued,
                         const struct record *const *papers, size_t count)
{
    bool done[PAPERS_MAX] = {false};
    const size_t looked = count < PAPERS_MAX ? count : PAPERS_MAX;
    for (size_t i = 0; i < looked; i++)
        for (size_t j = i; j < looked && argued->written < ARGUED_MAX; j++) {
            if (done[j] || (j > i && (!argued->by_speaker || !find_speaker(papers[i]) ||
                                      find_speaker(papers[j]) != find_speaker(papers[i]))))
                continue;
            done[j] = true;
            write_paper(page, argued, papers[j]);
            work_spend(page->work, WORK_WRITING, WORK_TEST * (uint64_t)looked);
        }
    if (argued->written)
        page_close_section(page->page);
}

void argued_write_papers(struct record_page *page, const char *id, const char *heading,
                         const struct record *const *papers, size_t count)
{
    struct argued argued = {.id = id, .heading = heading, .by_speaker = true};
    write_papers(page, &argued, papers, count);
}

static void write_of_topic(struct record_page *page, const struct record *const *papers,
                           size_t count)
{
    struct argued argued = {.id = "argued",
                            .heading = "Who argued what about it",
                            .topic = page->record,
                            .by_speaker = true};
    const struct value *label = record_label(page->record);
    claim_init(&argued.label);
    claim_add(&argued.label, label->text, label->count);
    write_papers(page, &argued, papers, count);
    page->page->markup.out->failed |= argued.label.failed;
    claim_finish(&argued.label);
}

static void write_of_person(struct record_page *page, const struct record *const *papers,
                            size_t count)
{
    struct argued argued = {.id = "argued", .heading = "Argued"};
    const struct record *own[PAPERS_MAX];
    size_t found = 0;
    for (size_t i = 0; i < count && i < PAPERS_MAX; i++)
        if (record_page_names(page, papers[i], ROLE_AUTHOR))
            own[found++] = papers[i];
    work_spend(page->work, WORK_WRITING, WORK_TEST * (uint64_t)count);
    write_papers(page, &argued, own, found);
}

void argued_write(struct record_page *page)
{
    const bool of_topic = page->record->type == &topic_type;
    size_t count;
    if (!arguments_find_field() || (page->record->type != &person_type && !of_topic))
        return;
    const struct record *const *papers =
        relations_find_members(page, page->record, &paper_type, &count);
    (of_topic ? write_of_topic : write_of_person)(page, papers, count);
}
