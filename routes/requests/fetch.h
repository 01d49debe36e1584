/* GET requests to the routes, and their answers as values. */
#pragma once

#include "http/target.h"
#include "requests/conversation.h"

/* A request target. All zeros at first. */
struct fetch_target {
    char text[TARGET_BYTES_MAX + 2]; /* with a NUL; longer than allowed if something did not fit */
    size_t length;
    bool has_query;
};

/* Append a path as it is, such as "/papers"; or a segment, percent-encoded. */
void fetch_path(struct fetch_target *target, const char *path);
void fetch_segment(struct fetch_target *target, const char *segment);

/* Append a parameter: a list, in whose value commas separate, with or without spaces; the items of
 * such a list, an array of texts; a text, in which commas are letters; or a number. A parameter
 * whose value is NULL is left out. */
void fetch_list(struct fetch_target *target, const char *name, const char *value);
void fetch_values(struct fetch_target *target, const char *name, const json_t *texts);
void fetch_text(struct fetch_target *target, const char *name, const char *value);
void fetch_number(struct fetch_target *target, const char *name, int64_t value);

/* Returns the JSON of the answer. If it is not 200, notes the problem in `mcp` and returns NULL. */
json_t *fetch_json(struct mcp *mcp, const struct fetch_target *target);

/* Returns the body of the answer in another format as a text, or NULL as above. */
json_t *fetch_as_text(struct mcp *mcp, const struct fetch_target *target);

/* Returns the JSON of a record whose path the API gave, with the base path. */
json_t *fetch_record(struct mcp *mcp, const char *href);
