/* An archive with the data from which requests are answered. */
#pragma once

#include "answer/snapshot_data.h"
#include "http/request.h"
#include "http/response.h"

#include <jansson.h>

struct archive_fixture {
    struct snapshot_data data;
    const struct archive *archive; /* of the data */
    struct snapshot_view view;     /* of the data, with a searcher that the fixture owns */
};

/* Takes the archive. Fails the test if out of memory. */
struct archive_fixture archive_fixture_create(struct archive *archive);
void archive_fixture_finish(struct archive_fixture *fixture);

/* Loads a data file that is in memory, or fails the test. The caller destroys the archive. */
struct archive *load_json(const char *json);

/* Loads a data file or a folder, or fails the test. The caller destroys the archive. */
struct archive *load_path(const char *path);

/* Loads tests/cases/valid/two-meetings.json, or fails the test. */
struct archive_fixture load_two_meetings(void);

/* Returns a record by its collection and id, or fails the test. */
const struct record *find_record(const struct archive *archive, const char *collection,
                                 const char *id);

/* Returns the ids of a relation's members, separated by spaces, in a buffer that the next call
 * overwrites. */
const char *related_ids(const struct archive *archive, const struct record *owner,
                        const char *relation);

/* Answer a request, or GET `target`; the caller finishes the response. */
void answer_request(const struct archive_fixture *fixture, const struct request *request,
                    struct response *ret_response);
void get_answer(const struct archive_fixture *fixture, const char *target,
                struct response *ret_response);

/* Answers GET `target`, or fails the test if the status differs. Returns the body, which the caller
 * decrefs. `ret_response` may be NULL; otherwise the caller finishes *ret_response. */
json_t *answer_json(const struct archive_fixture *fixture, const char *target, unsigned status,
                    struct response *ret_response);

/* Loads the built-in record, or fails the test. The caller destroys the archive. */
struct archive *load_shipped_record(void);

/* Loads a data file in which every ' stands for ", or fails the test. The caller destroys the
 * archive. */
struct archive *load_text(const char *text);

/* Returns the body of the answer to GET `target`, terminated by a NUL, or fails the test if the
 * status is not 200. The caller frees it. */
char *get_body(const struct archive_fixture *fixture, const char *target);

/* Returns the text of a member of a JSON object, or "none" if the member is missing or not a text.
 */
const char *text_of(const json_t *json, const char *name);
