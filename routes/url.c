#include "url.h"

#include <stdio.h>

void url_of_record(const struct record *record, char path[URL_PATH_MAX])
{
    snprintf(path, URL_PATH_MAX, "/%s/%s", record->type->collection, record_id(record));
}

void url_of_relation(const struct record *owner, const struct relation *relation,
                     char path[URL_PATH_MAX])
{
    snprintf(path, URL_PATH_MAX, "/%s/%s/%s", owner->type->collection, record_id(owner),
             relation->name);
}

void url_of_collection(const char *name, char path[URL_PATH_MAX])
{
    snprintf(path, URL_PATH_MAX, "/%s", name);
}
