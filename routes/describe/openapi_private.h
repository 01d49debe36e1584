/* The parts of the OpenAPI description: what the files openapi_*.c share. */
#pragma once

#include "base/json_writer.h"
#include "endpoints/call.h"

struct openapi {
    const struct call *call; /* whose archive is described */
    struct json_writer json;
};

#define OPENAPI_SCHEMAS "#/components/schemas/"
#define OPENAPI_PARAMETERS "#/components/parameters/"
#define OPENAPI_RESPONSES "#/components/responses/"
#define OPENAPI_HEADERS "#/components/headers/"

enum {
    OPENAPI_NAME_MAX = 80
};

/* A type's schema: "Paper", and with a suffix "PaperList". */
void openapi_schema_name(const struct record_type *type, const char *suffix,
                         char name[OPENAPI_NAME_MAX]);

/* {"$ref": where what stands under a name is}. */
void openapi_write_ref(struct openapi *openapi, const char *definitions, const char *name);

/* "example": what GET of a target answers, if that is JSON. */
void openapi_write_example(struct openapi *openapi, const char *target);

/* openapi_paths.c: the member "paths". */
void openapi_write_paths(struct openapi *openapi);

/* openapi_parameters.c: references to the parameters of what is asked of records of a type (NULL
 * for any); and the definitions, as members of components. */
void openapi_write_parameter_refs(struct openapi *openapi, const struct record_type *type,
                                  enum query_scope scope);
void openapi_write_parameters(struct openapi *openapi);

/* openapi_filters.c: the same for filters. */
void openapi_write_filter_refs(struct openapi *openapi, const struct record_type *type);
void openapi_write_filters(struct openapi *openapi, const struct record_type *type);

/* openapi_answers.c: "responses" of a route for records of `type` (NULL for the service itself),
 * with what an example target answers (or NULL); and the definitions. */
struct openapi_answer {
    const struct route *route;
    const struct record_type *type;
    const char *example;
};
void openapi_write_answers(struct openapi *openapi, const struct openapi_answer *answer);
void openapi_write_responses(struct openapi *openapi);
void openapi_write_headers(struct openapi *openapi);

/* openapi_schemas.c: the definitions of what is in answers. */
void openapi_write_schemas(struct openapi *openapi);
/* A schema: a record, whole or as much of it as "fields" asks for. */
void openapi_write_shown(struct openapi *openapi, const struct record_type *type);
