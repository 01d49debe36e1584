/* The parts of the OpenAPI description, shared by the files openapi*.c. */
#pragma once

#include "base/json_writer.h"
#include "endpoints/call.h"

struct openapi {
    const struct call *call;
    struct json_writer json;
};

#define OPENAPI_SCHEMAS "#/components/schemas/"
#define OPENAPI_PARAMETERS "#/components/parameters/"
#define OPENAPI_RESPONSES "#/components/responses/"
#define OPENAPI_HEADERS "#/components/headers/"

enum {
    OPENAPI_NAME_MAX = 80
};

/* Writes the name of a type's schema to `name`: "Paper", or "PaperList" with the suffix "List". */
void openapi_schema_name(const struct record_type *type, const char *suffix,
                         char name[OPENAPI_NAME_MAX]);

/* Writes {"$ref": the definition with this name}. */
void openapi_write_ref(struct openapi *openapi, const char *definitions, const char *name);

/* Writes "example" with the answer to GET of a target, which is JSON. Writes nothing if the status
 * is not 200. */
void openapi_write_example(struct openapi *openapi, const char *target);

/* openapi_paths.c: writes the member "paths". */
void openapi_write_paths(struct openapi *openapi);

/* openapi_parameters.c: write references to the parameters of a request for records of a type (NULL
 * for any type), and their definitions as members of "components/parameters". */
void openapi_write_parameter_refs(struct openapi *openapi, const struct record_type *type,
                                  enum query_scope scope);
void openapi_write_parameters(struct openapi *openapi);

/* The name of the parameter for filters with operators. */
#define OPENAPI_OPERATORS "filters"

/* openapi_filters.c: do the same for the filters by the fields of a type, and for filters with
 * operators. */
void openapi_write_filter_refs(struct openapi *openapi, const struct record_type *type);
void openapi_write_operators(struct openapi *openapi);
void openapi_write_filters(struct openapi *openapi, const struct record_type *type);

struct openapi_answer {
    const struct route *route;
    const struct record_type *type; /* of the records, or NULL for the service itself */
    const char *example;            /* a target whose answer is the example, or NULL */
};

/* openapi_answers.c: write "responses" of a route, and the definitions of responses and headers. */
void openapi_write_answers(struct openapi *openapi, const struct openapi_answer *answer);
void openapi_write_responses(struct openapi *openapi);
void openapi_write_headers(struct openapi *openapi);

/* openapi_schemas.c: write the definitions of schemas, and the schema of a list of records of any
 * type. */
void openapi_write_schemas(struct openapi *openapi);
void openapi_write_any_list(struct openapi *openapi);
