/* The JSON-LD context, which says what the members of records mean as linked data.
 *
 * One context holds all types, from the terms in the tables of model/schema/types/. Each type is a
 * class with a context of its own, since "title" or "date" differ in meaning between types. A field
 * without a term is a property that the service itself defines, /context.jsonld#NAME.
 */
#pragma once

#include "base/json_writer.h"
#include "schema/record_type.h"

#define JSONLD_CONTEXT_PATH "/context.jsonld"

/* The type of dates that XML Schema has no type for. */
#define JSONLD_CONTEXT_EDTF "edtf:EDTF"

enum {
    JSONLD_CONTEXT_CLASS_MAX = 32
};

/* Writes the name of a type in the context, as in "Paper". Returns `name`. */
const char *jsonld_context_class(const struct record_type *type,
                                 char name[JSONLD_CONTEXT_CLASS_MAX]);

/* Writes the context. `base_path` is the prefix of URLs, or NULL. */
void jsonld_context_write(struct json_writer *writer, const char *base_path);
