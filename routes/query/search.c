/* Reads the parameters of a search: `q`, the search terms, `type`, the types of record, and the
 * values that are chosen in its facets. */
#include "base/decimal.h"
#include "query/parameter_reader.h"
#include "search/query.h"

#include <string.h>

void query_search_read_words(struct parameter_reader *reader)
{
    reader->query->q = reader->parameter->value;
    if (strlen(reader->parameter->value) > SEARCH_QUERY_BYTES_MAX)
        PARAMETER_FAULT(reader, "the search is longer than %d bytes; use fewer words",
                        SEARCH_QUERY_BYTES_MAX);
}

static void read_one_type(struct parameter_reader *reader, const char *item, size_t length)
{
    struct suggestion known;
    for (size_t i = 0; i < TYPE_COUNT; i++)
        if (name_is(record_types[i]->name, item, length)) {
            reader->query->choice.types |= TARGET(i);
            return;
        }
    suggestion_begin(
        &known,
        PARAMETER_FAULT(reader, "unknown type \"%.*s\"", parameter_reader_quoted(length), item),
        item, length);
    for (size_t i = 0; i < TYPE_COUNT; i++)
        suggestion_offer(&known, record_types[i]->name);
    suggestion_end(&known);
}

void query_search_read_types(struct parameter_reader *reader)
{
    reader->query->choice.types = 0;
    parameter_reader_visit_items(reader, read_one_type);
}

/* Adds a value to the choice in a facet, or a fault if there are too many. */
static void choose(struct parameter_reader *reader, enum search_facet facet, uint32_t number)
{
    struct search_choice *choice = &reader->query->choice;
    if (choice->facets[facet].count == SEARCH_CHOSEN_MAX)
        PARAMETER_FAULT(reader, "too many values; at most %d are allowed", SEARCH_CHOSEN_MAX);
    else
        choice->facets[facet].numbers[choice->facets[facet].count++] = number;
}

/* Chooses a record by its id, or by its number if only one record has it. A record that does not
 * exist is a value that no result has, as in a filter. */
static void choose_record(struct parameter_reader *reader, enum search_facet facet,
                          const struct record_type *type, const char *item, size_t length)
{
    const struct archive *archive = reader->subject->archive;
    const struct collection *collection =
        archive_collection(archive, type->collection, strlen(type->collection));
    const struct record *record = archive_find(archive, collection, item, length);
    int64_t number;
    if (!record)
        record = archive_find_kept(archive, type, item, length);
    if (!record && decimal_parse_canonical(item, length, &number) &&
        archive_find_numbered(archive, collection, number, &record, 1) != 1)
        record = NULL;
    choose(reader, facet, record ? record->ordinal : SEARCH_NUMBER_NONE);
}

static void read_meeting(struct parameter_reader *reader, const char *item, size_t length)
{
    choose_record(reader, SEARCH_FACET_MEETING, &meeting_type, item, length);
}

static void read_topic(struct parameter_reader *reader, const char *item, size_t length)
{
    choose_record(reader, SEARCH_FACET_TOPIC, &topic_type, item, length);
}

static void read_person(struct parameter_reader *reader, const char *item, size_t length)
{
    choose_record(reader, SEARCH_FACET_PERSON, &person_type, item, length);
}

static void read_year(struct parameter_reader *reader, const char *item, size_t length)
{
    int64_t year;
    if (decimal_parse(item, length, &year) && year < SEARCH_YEARS)
        choose(reader, SEARCH_FACET_YEAR, (uint32_t)year);
    else
        PARAMETER_FAULT(reader, "expected a year such as 2031, not \"%.*s\"",
                        parameter_reader_quoted(length), item);
}

void query_search_read_meetings(struct parameter_reader *reader)
{
    parameter_reader_visit_items(reader, read_meeting);
}

void query_search_read_years(struct parameter_reader *reader)
{
    parameter_reader_visit_items(reader, read_year);
}

void query_search_read_topics(struct parameter_reader *reader)
{
    parameter_reader_visit_items(reader, read_topic);
}

void query_search_read_people(struct parameter_reader *reader)
{
    parameter_reader_visit_items(reader, read_person);
}
