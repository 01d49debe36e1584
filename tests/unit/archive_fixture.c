#include "archive_fixture.h"

#include "load/load.h"
#include "router.h"
#include "search/searcher.h"
#include "source_path.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct archive_fixture archive_fixture_create(struct archive *archive)
{
    struct progress progress = {.step = NULL};
    struct archive_fixture fixture = {.archive = archive};
    cr_assert(snapshot_data_init(&fixture.data, archive, &progress));
    fixture.view = snapshot_data_view(&fixture.data, searcher_create(fixture.data.search_index));
    cr_assert(fixture.view.searcher);
    return fixture;
}

void archive_fixture_finish(struct archive_fixture *fixture)
{
    searcher_destroy(fixture->view.searcher);
    snapshot_data_finish(&fixture->data);
}

struct archive *load_json(const char *json)
{
    struct archive *archive = NULL;
    struct faults faults;
    faults_init(&faults);
    const enum load_status status =
        load_archive_text("text", json, strlen(json), &faults, &archive);
    faults_write_errors(&faults, stderr);
    cr_assert_eq(status, LOAD_SUCCEEDED);
    faults_finish(&faults);
    return archive;
}

struct archive *load_path(const char *path)
{
    struct archive *archive = NULL;
    struct faults faults;
    faults_init(&faults);
    const enum load_status status = load_archive_files(&path, 1, &faults, &archive);
    faults_write_errors(&faults, stderr);
    cr_assert_eq(status, LOAD_SUCCEEDED, "%s", path);
    faults_finish(&faults);
    return archive;
}

struct archive_fixture load_two_meetings(void)
{
    return archive_fixture_create(load_path(source_path("tests/cases/valid/two-meetings.json")));
}

const struct record *find_record(const struct archive *archive, const char *collection,
                                 const char *id)
{
    const struct collection *all = archive_collection(archive, collection, strlen(collection));
    cr_assert(all, "there is no collection %s", collection);
    const struct record *record = archive_find(archive, all, id, strlen(id));
    cr_assert(record, "%s has no %s", collection, id);
    return record;
}

const char *related_ids(const struct archive *archive, const struct record *owner,
                        const char *relation)
{
    static char ids[1024];
    size_t count, used = 0;
    const struct relation *found =
        archive_relation(archive, owner->type, relation, strlen(relation));
    cr_assert(found, "there is no relation %s", relation);
    const struct record *const *members = relation_members(found, owner, &count);
    ids[0] = '\0';
    for (size_t i = 0; i < count; i++)
        used += (size_t)snprintf(ids + used, sizeof ids - used, "%s%s", i ? " " : "",
                                 record_id(members[i]));
    return ids;
}

void answer_request(const struct archive_fixture *fixture, const struct request *request,
                    struct response *ret_response)
{
    response_init(ret_response);
    router_answer(&fixture->view, request, ret_response);
}

void get_answer(const struct archive_fixture *fixture, const char *target,
                struct response *ret_response)
{
    const struct request request = {.method = METHOD_GET, .target = target};
    answer_request(fixture, &request, ret_response);
}

json_t *answer_json(const struct archive_fixture *fixture, const char *target, unsigned status,
                    struct response *ret_response)
{
    struct response response;
    json_error_t error;
    get_answer(fixture, target, &response);
    json_t *json =
        json_loadb(response.body.bytes, response.body.length, JSON_REJECT_DUPLICATES, &error);
    cr_assert(json, "%s is not JSON: %s", target, error.text);
    cr_assert_eq(response.status, status, "%s: %u, %.*s", target, response.status,
                 (int)response.body.length, response.body.bytes);
    if (ret_response)
        *ret_response = response;
    else
        response_finish(&response);
    return json;
}

struct archive *load_shipped_record(void)
{
    struct archive *archive = NULL;
    struct faults faults;
    faults_init(&faults);
    const enum load_status status = load_archive_files(NULL, 0, &faults, &archive);
    faults_write_errors(&faults, stderr);
    cr_assert_eq(status, LOAD_SUCCEEDED);
    faults_finish(&faults);
    return archive;
}

struct archive *load_text(const char *text)
{
    char *json = strdup(text);
    cr_assert(json);
    for (char *quote = json; (quote = strchr(quote, '\''));)
        *quote = '"';
    struct archive *archive = load_json(json);
    free(json);
    return archive;
}

char *get_body(const struct archive_fixture *fixture, const char *target)
{
    struct response response;
    get_answer(fixture, target, &response);
    char *body = strndup(response.body.bytes ? response.body.bytes : "", response.body.length);
    cr_assert(body);
    cr_assert_eq(response.status, 200, "%s: %s", target, body);
    response_finish(&response);
    return body;
}

const char *text_of(const json_t *json, const char *name)
{
    const char *text = json_string_value(json_object_get(json, name));
    return text ? text : "none";
}
