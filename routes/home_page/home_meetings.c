/* The meetings of an archive by year. */
#include "base/decimal.h"
#include "home_page/home_private.h"
#include "values/country.h"
#include "work/work.h"

#include <stdlib.h>
#include <string.h>

#define WITHOUT_YEAR "Without a year"

enum {
    ROWS_MAX = 60,   /* meetings on the page; links to the years of the others follow */
    YEARS_MAX = 200, /* years that are links */
    COUNTS_MAX = 3   /* counts of records in one row */
};

static int compare_meetings(const void *left, const void *right)
{
    const struct home_meeting *a = left, *b = right;
    if (a->begins != b->begins)
        return a->begins < b->begins ? 1 : -1;
    return a->record->ordinal < b->record->ordinal ? -1 : 1;
}

bool home_find_meetings(struct home *home)
{
    size_t count;
    const struct record *const *all = archive_all(home->page->archive, &meeting_type, &count);
    home->meetings = calloc(count ? count : 1, sizeof *home->meetings);
    if (!home->meetings)
        return false;
    for (size_t i = 0; i < count; i++) {
        const struct value *start = record_value(all[i], ROLE_START);
        if (record_value(all[i], ROLE_PARENT)->count)
            continue;
        home->meetings[home->count++] = (struct home_meeting){
            start->count ? date_bounds_of(start).local.earliest : INT64_MIN, all[i]};
    }
    if (work_spend(home->work, WORK_ORDER, work_of_sorting(count, 1)))
        qsort(home->meetings, home->count, sizeof *home->meetings, compare_meetings);
    return true;
}

bool home_find_year(const struct record *meeting, char ret_year[5])
{
    const struct value *start = record_value(meeting, ROLE_START);
    int64_t year;
    ret_year[0] = '\0';
    if (start->count < 4 || !decimal_parse(start->text, 4, &year))
        return false;
    memcpy(ret_year, start->text, 4);
    ret_year[4] = '\0';
    return true;
}

const struct relation *home_find_relation(const struct archive *archive,
                                          const struct record_type *owner,
                                          const struct record_type *member)
{
    const struct relation *relation =
        archive_relation(archive, owner, member->collection, strlen(member->collection));
    return relation && relation->member == member ? relation : NULL;
}

static void separate(struct page *page, bool *any)
{
    markup_text(&page->markup, *any ? " \xC2\xB7 " : "");
    *any = true;
}

static void write_words(struct page *page, const char *words, size_t length, bool *any)
{
    if (!length)
        return;
    separate(page, any);
    markup_name(&page->markup, words, length);
}

/* Writes the number of records of some types that a meeting has: "12 papers". */
static void write_counts(struct page *page, const struct record *meeting, bool *any)
{
    static const struct record_type *const types[] = {&decision_type, &proposal_type,
                                                      &action_type,   &paper_type,
                                                      &session_type,  &agenda_item_type};
    char name[SAY_BYTES];
    for (size_t i = 0, written = 0; i < sizeof types / sizeof *types && written < COUNTS_MAX; i++) {
        const struct relation *relation =
            home_find_relation(page->archive, &meeting_type, types[i]);
        size_t count = 0;
        if (relation)
            relation_members(relation, meeting, &count);
        if (!count)
            continue;
        separate(page, any);
        markup_number(&page->markup, count);
        markup_text(&page->markup, " ");
        markup_text(&page->markup,
                    count == 1 ? say_type(page->archive, types[i], false, name)
                               : say_collection(page->archive, types[i]->collection, false, name));
        written++;
    }
}

/* Writes the dates and the place of a meeting, its status unless it was held, and its numbers of
 * records. */
static void write_details(struct page *page, const struct record *meeting)
{
    char words[SAY_DATE_BYTES], term[SAY_BYTES];
    const struct value *city = record_value(meeting, ROLE_CITY);
    const struct value *country = record_value(meeting, ROLE_COUNTRY);
    const struct value *status = say_status(meeting);
    bool any = false;
    markup_open(&page->markup, "p", "class", "small soft", NULL);
    write_words(
        page, words,
        say_period(record_value(meeting, ROLE_START), record_value(meeting, ROLE_END), words),
        &any);
    if (city->count)
        write_words(page, city->text, city->count, &any);
    else if (country->count)
        write_words(page, country_name(country->text), strlen(country_name(country->text)), &any);
    if (status->count) {
        separate(page, &any);
        markup_text(&page->markup, say_term(status->text, false, term));
    }
    write_counts(page, meeting, &any);
    markup_close(&page->markup, "p");
}

static void write_meeting(struct page *page, const struct record *meeting)
{
    markup_open(&page->markup, "li", NULL);
    markup_open(&page->markup, "p", "class", "t", NULL);
    page_link_record(page, meeting);
    markup_close(&page->markup, "p");
    write_details(page, meeting);
    markup_close(&page->markup, "li");
    markup_break(&page->markup);
}

/* Writes the heading of a meeting: its year, else what is known of its date, such as "The 1970s".
 */
static void say_year(const struct home_meeting *meeting, char text[SAY_DATE_BYTES])
{
    char year[5];
    const struct value *start = record_value(meeting->record, ROLE_START);
    if (home_find_year(meeting->record, year))
        memcpy(text, year, sizeof year);
    else if (!say_date(start, text))
        memcpy(text, WITHOUT_YEAR, sizeof WITHOUT_YEAR);
    else if (*text >= 'a' && *text <= 'z')
        *text = (char)(*text - 'a' + 'A');
}

/* Reports whether a meeting has a heading. */
static bool is_of_year(const struct home_meeting *meeting, const char *year)
{
    char own[SAY_DATE_BYTES];
    say_year(meeting, own);
    return strcmp(own, year) == 0;
}

/* Writes the meetings before `end` that are in the same year as the one at `from`. Returns the
 * position after them. */
static size_t write_year(struct home *home, size_t from, size_t end)
{
    struct markup *markup = &home->page->markup;
    char year[SAY_DATE_BYTES];
    say_year(&home->meetings[from], year);
    markup_open(markup, "li", NULL);
    markup_element(markup, "h3", year, NULL);
    markup_open(markup, "ul", "class", "rows", NULL);
    for (; from < end && is_of_year(&home->meetings[from], year); from++) {
        write_meeting(home->page, home->meetings[from].record);
        work_spend(home->work, WORK_WRITING, WORK_RECORD);
        work_spend_bytes(home->work, WORK_WRITING, markup->out->length);
    }
    markup_close(markup, "ul");
    markup_close(markup, "li");
    return from;
}

void home_open_link(struct page *page, const char *collection, const char *name, const char *value)
{
    markup_open(&page->markup, "a", NULL);
    page_href_with(page, (struct url){page->base_path, {collection}, 1, NULL}, name, value);
}

/* Writes a link to the meetings of a year that are not on the page. */
static void write_other_year(struct page *page, const char *year, size_t count)
{
    struct markup *markup = &page->markup;
    markup_open(markup, "li", NULL);
    home_open_link(page, meeting_type.collection, "start_date", year);
    markup_text(markup, year);
    markup_text(markup, " ");
    markup_open(markup, "span", "class", "soft", NULL);
    markup_number(markup, count);
    markup_close(markup, "span");
    markup_close(markup, "a");
    markup_close(markup, "li");
}

/* Returns the position of the first meeting that has the heading of the one at `at`. */
static size_t find_first_of_year(const struct home *home, size_t at)
{
    char year[SAY_DATE_BYTES];
    say_year(&home->meetings[at], year);
    while (at > 0 && is_of_year(&home->meetings[at - 1], year))
        at--;
    return at;
}

/* Writes links to the years of the meetings from a position on, and a link to all meetings. A year
 * of which the page has some meetings is counted as a whole. */
static void write_rest(struct home *home, size_t from)
{
    struct markup *markup = &home->page->markup;
    char year[SAY_DATE_BYTES], digits[5];
    markup_element(markup, "h3", "Earlier years", NULL);
    markup_open(markup, "ul", "class", "chips", NULL);
    from = find_first_of_year(home, from);
    for (size_t years = 0, next; from < home->count && years < YEARS_MAX; from = next, years++) {
        say_year(&home->meetings[from], year);
        next = from + 1;
        while (next < home->count && is_of_year(&home->meetings[next], year))
            next++;
        if (home_find_year(home->meetings[from].record, digits))
            write_other_year(home->page, year, next - from);
    }
    markup_close(markup, "ul");
    markup_open(markup, "p", "class", "more", NULL);
    home_open_link(home->page, meeting_type.collection, "sort", "-start_date");
    markup_text(markup, "All ");
    markup_number(markup, home->count);
    markup_text(markup, " meetings");
    markup_close(markup, "a");
    markup_close(markup, "p");
}

/* Returns the position after the last meeting on the page. The page has whole years, unless the
 * first one is too long. */
static size_t find_end(const struct home *home)
{
    const size_t end = home->count < ROWS_MAX ? home->count : ROWS_MAX;
    if (end == home->count)
        return end;
    const size_t from = find_first_of_year(home, end);
    return from ? from : end;
}

void home_write_meetings(struct home *home)
{
    struct markup *markup = &home->page->markup;
    const size_t end = find_end(home);
    if (!home->count)
        return;
    page_open_section(home->page, "meetings", "Meetings", false);
    home_write_series(home);
    markup_open(markup, "ul", "class", "years", NULL);
    for (size_t from = 0; from < end && !work_is_used_up(home->work);)
        from = write_year(home, from, end);
    markup_close(markup, "ul");
    if (end < home->count)
        write_rest(home, end);
    page_close_section(home->page);
}
