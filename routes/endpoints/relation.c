/* /{collection}/{id}/{relation}: the records of a relation. */
#include "base/name.h"
#include "endpoints/endpoints.h"
#include "endpoints/listing.h"
#include "endpoints/named_record.h"
#include "unicode/nearest_name.h"

#include <stdio.h>
#include <string.h>

static void answer_no_relation(const struct call *call, const struct record *record,
                               struct response *response)
{
    const char *name = call->target->segments[2];
    char known[300];
    size_t count, used = 0;
    const struct relation *relations =
        archive_relations(call->snapshot->archive, record->type, &count);
    struct nearest_name nearest;
    nearest_name_init(&nearest, name, strlen(name));
    known[0] = '\0';
    for (size_t i = 0; i < count; i++) {
        nearest_name_offer(&nearest, relations[i].name);
        if (used < sizeof known)
            used += (size_t)snprintf(known + used, sizeof known - used, "%s%s", i ? ", " : "",
                                     relations[i].name);
    }
    if (nearest.best)
        problem_answer(response, call->request, 404,
                       "%s %s has no relation \"%.80s\"; did you mean \"%s\"?",
                       name_article(record->type->name), record->type->name, name, nearest.best);
    else
        problem_answer(response, call->request, 404,
                       "%s %s has no relation \"%.40s\"; its relations are %s",
                       name_article(record->type->name), record->type->name, name, known);
}

void relation_answer(const struct call *call, struct response *response)
{
    struct named_record named;
    struct query query;
    const char *name = call->target->segments[2];
    const size_t length = format_stem(name);
    if (!named_record_find(call, &named, response))
        return;
    const struct relation *relation =
        archive_relation(call->snapshot->archive, named.record->type, name, length);
    if (!relation) {
        answer_no_relation(call, named.record, response);
        return;
    }
    struct listing listing = {
        .resource = {.type = relation->member,
                     .url = url_of_relation(call->request->base_path, named.record, relation),
                     .by_other_name = named.by_other_name}};
    listing.records = relation_members(relation, named.record, &listing.count);
    if (resource_choose_format(call, name + length, &listing.resource, response) &&
        resource_parse_query(call, &listing.resource, &query, response))
        listing_answer(call, &listing, &query, response);
}
