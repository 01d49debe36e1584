/* /compare: what two to six people said on a topic, side by side, and how they voted.
 *
 *     {"people": [{"id", "type", "label", "href"}],
 *      "subjects": [{"subject", "statements": [{"person", "record", "argument", "text", "stance",
 *                                               "sources"}],
 *                    "stances": [{"about", "people": [{"person", "stance"}], "agreement"}]}],
 *      "decisions": [{"decision", "votes": [{"person", "option"}], "agreement"}],
 *      "meta": {"version"}, "links": {"self"}}
 *
 * A person is named by the id. `agreement` is "same" or "different"; it is about stances and votes
 * that the record states. A browser gets a page.
 */
#include "comparison/comparison.h"
#include "endpoints/endpoints.h"
#include "formats/record_json.h"
#include "http/url.h"
#include "layout/page.h"
#include "schema/types/every_record.h"
#include "work/work.h"

#include <stdlib.h>
#include <string.h>

enum {
    ITEM_QUOTED_MAX = 60 /* bytes of a parameter that a fault quotes */
};

static const char *const agreements[] = {
    [AGREEMENT_SAME] = "same", [AGREEMENT_DIFFERENT] = "different"};

/* Adds a fault about an id that no record has: item `index` of the parameter, whose items commas
 * separate. Suggests the nearest id. */
static void fault_unknown(const struct call *call, const char *name, size_t index,
                          const struct record_type *type, struct parameter_faults *faults)
{
    const struct collection *collection =
        archive_collection(call->snapshot->archive, type->collection, strlen(type->collection));
    const char *item = "";
    for (size_t i = 0; i < call->target->parameter_count; i++)
        if (strcmp(call->target->parameters[i].name, name) == 0)
            item = call->target->parameters[i].value;
    for (; index && strchr(item, ','); index--)
        item = strchr(item, ',') + 1;
    const size_t length = strcspn(item, ",");
    const char *near = collection ? call_find_near_id(collection, item, length) : NULL;
    struct parameter_fault *fault =
        problem_add_fault(faults, name, "there is no %s \"%.*s\"", type->name,
                          (int)(length < ITEM_QUOTED_MAX ? length : ITEM_QUOTED_MAX), item);
    if (near)
        problem_fault_hint(fault, near);
}

/* Stores the chosen records of a type, each once, at most `max`. Returns their number. Adds a fault
 * if a chosen record does not exist, or if there are more. */
static size_t choose_records(const struct call *call, const struct query *query,
                             enum search_facet facet, const struct record_type *type,
                             const struct record **ret_records, size_t max,
                             struct parameter_faults *faults)
{
    const char *name = facet == SEARCH_FACET_PERSON ? "people" : "topic";
    const uint32_t *numbers = query->choice.facets[facet].numbers;
    size_t all, count = 0;
    const struct record *const *records = archive_all(call->snapshot->archive, type, &all);
    for (size_t i = 0; i < query->choice.facets[facet].count; i++) {
        size_t at = 0;
        if (numbers[i] >= all) {
            fault_unknown(call, name, i, type, faults);
            return 0;
        }
        while (at < count && ret_records[at] != records[numbers[i]])
            at++;
        if (at == max) {
            problem_add_fault(faults, name, "at most %zu are compared; name fewer", max);
            return 0;
        }
        ret_records[at] = records[numbers[i]];
        count += at == count;
    }
    return count;
}

/* Reads the parameters. Returns false, with 400 answered, if one is wrong. */
static bool read_parameters(const struct call *call, struct query *query, bool page,
                            struct comparison *comparison, struct response *response)
{
    const struct query_subject subject = {
        .archive = call->snapshot->archive, .scope = QUERY_COMPARISON, .page = page};
    struct parameter_faults faults = {.count = 0};
    if (query_parse(&subject, call->target, query, &faults)) {
        comparison->people_count = choose_records(call, query, SEARCH_FACET_PERSON, &person_type,
                                                  comparison->people, COMPARED_PEOPLE_MAX, &faults);
        comparison->subject_count =
            choose_records(call, query, SEARCH_FACET_TOPIC, &topic_type, comparison->subjects,
                           COMPARED_SUBJECTS_MAX, &faults);
        comparison->chosen = comparison->subject_count > 0;
        if (comparison->people_count < COMPARED_PEOPLE_LEAST && !faults.count)
            problem_add_fault(&faults, "people",
                              "a comparison is of %d to %d people; name their ids, separated by "
                              "commas",
                              COMPARED_PEOPLE_LEAST, COMPARED_PEOPLE_MAX);
    }
    if (faults.count)
        problem_answer_parameters(response, call->request, &faults);
    return faults.count == 0;
}

/* Appends the URL of the comparison. */
static void append_url(const struct call *call, struct buffer *out)
{
    const struct url url = {
        call->request->base_path, {"compare"}, 1, strchr(call->target->segments[0], '.')};
    char separator = '?';
    url_append(out, &url);
    for (size_t i = 0; i < call->target->parameter_count; i++)
        url_append_parameter(out, &separator, call->target->parameters[i].name,
                             call->target->parameters[i].value);
}

static void begin(const struct call *call, const char *media_type, struct response *response)
{
    struct buffer link;
    response->status = 200;
    response_add_header(response, "Content-Type", media_type);
    buffer_init(&link, (size_t)4 * TARGET_BYTES_MAX);
    buffer_append_byte(&link, '<');
    append_url(call, &link);
    buffer_append_text(&link, ">; rel=\"self\"");
    response_add_written_header(response, "Link", &link);
}

static void write_reference(struct json_writer *json, const struct call *call, const char *name,
                            const struct record *record)
{
    if (name)
        json_write_name(json, name);
    record_json_write_reference(json, call->request->base_path, record);
}

static void write_word(struct json_writer *json, const char *name, const struct value *word)
{
    json_write_name(json, name);
    if (word->count)
        json_write_string(json, word->text, word->count);
    else
        json_write_null(json);
}

/* Writes the cited passages as a record has them. */
static void write_sources(struct json_writer *json, const struct call *call,
                          const struct value *sources)
{
    json_write_open_member(json, "sources", '[');
    for (size_t i = 0; i < sources->count; i++) {
        const struct members *source = sources->items[i].members;
        json_write_open(json, '{');
        write_reference(json, call, source_fields[SOURCE_DOCUMENT].name,
                        members_value(source, SOURCE_DOCUMENT)->record);
        write_word(json, source_fields[SOURCE_LINES].name, members_value(source, SOURCE_LINES));
        json_write_close(json, '}');
    }
    json_write_close(json, ']');
}

static void write_statement(struct json_writer *json, const struct call *call,
                            const struct comparison *comparison,
                            const struct compared_statement *statement)
{
    json_write_open(json, '{');
    json_write_text_member(json, "person", record_id(comparison->people[statement->person]));
    write_reference(json, call, "record", statement->record);
    json_write_name(json, "argument");
    if (statement->argument)
        json_write_integer(json, (int64_t)statement->argument);
    else
        json_write_null(json);
    write_word(json, "text", statement->text);
    write_word(json, "stance", record_value(statement->record, ROLE_STANCE));
    write_sources(json, call, statement->sources);
    json_write_close(json, '}');
}

/* Writes the stances or the votes of people, and whether they are the same. */
static void write_people(struct json_writer *json, const struct comparison *comparison,
                         const char *list, const char *member,
                         const struct value *const words[COMPARED_PEOPLE_MAX],
                         enum agreement agreement)
{
    json_write_open_member(json, list, '[');
    for (size_t i = 0; i < comparison->people_count; i++) {
        if (!words[i])
            continue;
        json_write_open(json, '{');
        json_write_text_member(json, "person", record_id(comparison->people[i]));
        write_word(json, member, words[i]);
        json_write_close(json, '}');
    }
    json_write_close(json, ']');
    json_write_text_member(json, "agreement", agreements[agreement]);
}

static void write_stances(struct json_writer *json, const struct call *call,
                          const struct comparison *comparison, size_t subject)
{
    struct compared_stance stances[COMPARED_STANCES_MAX];
    const size_t count = comparison_stances(comparison, subject, stances);
    json_write_open_member(json, "stances", '[');
    for (size_t i = 0; i < count; i++) {
        const struct value *words[COMPARED_PEOPLE_MAX] = {NULL};
        for (size_t person = 0; person < comparison->people_count; person++)
            if (stances[i].points[person])
                words[person] = record_value(stances[i].points[person], ROLE_STANCE);
        json_write_open(json, '{');
        write_reference(json, call, "about", stances[i].about);
        write_people(json, comparison, "people", "stance", words,
                     comparison_of_stances(&stances[i]));
        json_write_close(json, '}');
    }
    json_write_close(json, ']');
}

static void write_subject(struct json_writer *json, const struct call *call,
                          const struct comparison *comparison, size_t subject)
{
    struct work *work = call->request->work;
    json_write_open(json, '{');
    write_reference(json, call, "subject", comparison->subjects[subject]);
    json_write_open_member(json, "statements", '[');
    for (size_t i = 0; i < comparison->statement_count && !work_is_used_up(work); i++)
        if (comparison->statements[i].subject == subject) {
            write_statement(json, call, comparison, &comparison->statements[i]);
            work_spend_bytes(work, WORK_WRITING, json->out->length);
        }
    json_write_close(json, ']');
    write_stances(json, call, comparison, subject);
    json_write_close(json, '}');
}

static void write_lists(struct json_writer *json, const struct call *call,
                        const struct comparison *comparison)
{
    json_write_open_member(json, "people", '[');
    for (size_t i = 0; i < comparison->people_count; i++)
        write_reference(json, call, NULL, comparison->people[i]);
    json_write_close(json, ']');
    json_write_open_member(json, "subjects", '[');
    for (size_t i = 0; i < comparison->subject_count; i++)
        write_subject(json, call, comparison, i);
    json_write_close(json, ']');
    json_write_open_member(json, "decisions", '[');
    for (size_t i = 0; i < comparison->decision_count; i++) {
        json_write_open(json, '{');
        write_reference(json, call, "decision", comparison->decisions[i].record);
        write_people(json, comparison, "votes", "option", comparison->decisions[i].options,
                     comparison_of_votes(&comparison->decisions[i]));
        json_write_close(json, '}');
    }
    json_write_close(json, ']');
}

static void answer_json(const struct call *call, const struct query *query,
                        const struct comparison *comparison, struct response *response)
{
    struct json_writer json;
    char version[PAGE_DATA_VERSION_BYTES];
    begin(call, "application/json", response);
    json_writer_init(&json, &response->body);
    json_write_open(&json, '{');
    write_lists(&json, call, comparison);
    page_data_version(call->snapshot->archive, version);
    json_write_open_member(&json, "meta", '{');
    json_write_text_member(&json, "version", version);
    json_write_close(&json, '}');
    json_write_open_member(&json, "links", '{');
    json_write_name(&json, "self");
    json_write_begin_string(&json);
    append_url(call, json.out);
    json_write_end_string(&json);
    json_write_close(&json, '}');
    json_write_close(&json, '}');
    response_end_json(response, query->pretty, call->request->work);
}

/* Answers with what the people said, as a page or as JSON. */
static void answer_comparison(const struct call *call, const struct query *query, bool page,
                              struct comparison *comparison, struct response *response)
{
    struct page written;
    struct record_page content = {.page = &written, .work = call->request->work};
    page_init(&written, call->snapshot->archive, call->request, &response->body);
    written.url = (struct url){call->request->base_path, {"compare"}, 1, NULL};
    written.target = call->target;
    line_index_init(&content.lines, call->snapshot->archive);
    comparison_find(&content, comparison);
    if (page) {
        begin(call, "text/html; charset=utf-8", response);
        response_add_page_policy(response);
        comparison_page_write(&content, comparison);
    } else {
        answer_json(call, query, comparison, response);
    }
    response->body.failed |= content.lines.failed;
    line_index_finish(&content.lines);
}

void compare_answer(const struct call *call, struct response *response)
{
    struct query query;
    const bool suffix = strchr(call->target->segments[0], '.');
    const bool page = request_wants_page(call->request, suffix);
    struct comparison *comparison;
    if (!page && suffix) {
        problem_answer(response, call->request, 404, "there are no pages here; see %s/compare",
                       request_base_path(call->request));
        return;
    }
    if (!page && !call_accepts(call, "application/json", response))
        return;
    comparison = calloc(1, sizeof *comparison);
    response->failed |= !comparison;
    if (comparison && read_parameters(call, &query, page, comparison, response))
        answer_comparison(call, &query, page, comparison, response);
    free(comparison);
}
