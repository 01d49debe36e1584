/* The JSON-LD context: what the members of records mean as linked data.
 *
 * There is one for all types, made from the terms in the tables of model/types/. Each type is a
 * class with a context of its own, as "title" or "date" do not mean the same everywhere. A field
 * without a term is a property that the service itself defines, /context.jsonld#NAME.
 */
#pragma once

#include "base/json_writer.h"
#include "schema/record_type.h"

#define JSONLD_CONTEXT_PATH "/context.jsonld"

/* What types a date that XML Schema has no type for. */
#define JSONLD_CONTEXT_EDTF "edtf:EDTF"

enum {
    JSONLD_CONTEXT_CLASS_MAX = 32
};

/* The name of a type in the context: "Paper". Returns `name`. */
const char *jsonld_context_class(const struct record_type *type,
                                 char name[JSONLD_CONTEXT_CLASS_MAX]);

/* `base_path` is the request's, or NULL. */
void jsonld_context_write(struct json_writer *writer, const char *base_path);
