/* Records as JSON objects of Popolo (popoloproject.com), the vocabulary of parliament watchers: a
 * person is a Person, an organization an Organization, a decision a Motion with its VoteEvents.
 * The rows of the field tables say which property of Popolo a field is (schema/field.h).
 *
 * A property without a value is omitted, and so is a date that Popolo cannot express, such as an
 * approximate one. A reference is the id of the record. Times are in UTC. The words of two
 * properties that have a list of words in Popolo, `option` and `result`, are translated. A property
 * `memberships` of an organization holds the memberships of people who refer to it.
 *
 * The folder writes single objects; the file around them, its URL and its filters belong to
 * formats/popolo.c.
 *
 * May include: http.
 */
#pragma once

#include "archive/archive.h"
#include "base/json_writer.h"

struct work;

struct popolo_output {
    struct json_writer *json;
    const char *base_path; /* prefix of the URLs of sources; or NULL */
    const struct archive *archive;
    struct work *work; /* that the members of an organization spend; or NULL */
};

/* Writes a record with the fields in `shown`, a set of 1 << position in the table of its type. The
 * properties of referring records are written only if all fields are shown, which 0 stands for, and
 * only in part if the work is used up. */
void popolo_write(const struct popolo_output *output, const struct record *record, uint64_t shown);
