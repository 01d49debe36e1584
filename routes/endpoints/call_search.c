#include "endpoints/call_search.h"

bool call_search_parse(const struct call *call, const char *q, struct search_query *ret_query,
                       struct response *response)
{
    struct parameter_faults faults = {.count = 0};
    switch (searcher_parse(call->snapshot->searcher, q, call->request->work, ret_query)) {
    case SEARCH_QUERY_OK:
        return true;
    case SEARCH_QUERY_TOO_MANY_WORDS:
        problem_add_fault(&faults, "q", "the search has more than %d words; use fewer words",
                          SEARCH_QUERY_WORDS_MAX);
        break;
    case SEARCH_QUERY_TOO_MANY_FORMS:
        problem_add_fault(&faults, "q",
                          "the words of the search have too many forms; use fewer words");
        break;
    default: /* the parameter's reader has refused a text that is too long */
        response->failed = true;
        return false;
    }
    problem_answer_parameters(response, call->request, &faults);
    return false;
}

bool call_search_is_done(enum search_status status, struct response *response)
{
    response->failed |= status == SEARCH_FAILED;
    return status == SEARCH_DONE;
}

bool call_search_ordinals(const struct call *call, const char *q, const struct record_type *type,
                          struct ordinals *ret_ordinals, struct response *response)
{
    struct search_query query;
    return call_search_parse(call, q, &query, response) &&
           call_search_is_done(searcher_find_ordinals(call->snapshot->searcher, &query,
                                                      type->ordinal, &ret_ordinals->at,
                                                      &ret_ordinals->count),
                               response);
}

char *call_search_suggest(const struct call *call, const char *q, unsigned types)
{
    struct buffer text;
    buffer_init(&text, (size_t)2 * SEARCH_QUERY_BYTES_MAX);
    if (searcher_suggest(call->snapshot->searcher, q, types, call->request->work, &text))
        return buffer_steal_text(&text);
    buffer_finish(&text);
    return NULL;
}
