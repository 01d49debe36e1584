#include "work_problem.h"

#include "http/problem.h"
#include "work/work.h"

/* The parameter to narrow, and how. */
static const struct {
    const char *parameter;
    const char *remedy;
} remedies[WORK_PURPOSE_COUNT] = {
    [WORK_SEARCH] = {"q", "use rarer words, fewer words or longer prefixes"},
    [WORK_SNIPPETS] = {"limit", "request fewer records at a time"},
    [WORK_FILTERS] = {NULL, "give fewer values, or use fewer filters"},
    [WORK_ORDER] = {"sort", "sort by fewer fields, or narrow the list with a filter"},
    [WORK_FACETS] = {"facet", "request fewer facets at a time"},
    [WORK_INCLUDED] = {"include", "include fewer relations, or request fewer records with limit"},
    [WORK_WRITING] = {"limit", "request fewer records at a time"},
};

void work_problem_answer(const struct request *request, struct response *response)
{
    const enum work_purpose purpose = work_chief_purpose(request->work);
    struct parameter_faults faults = {.count = 0};
    const char *parameter = remedies[purpose].parameter;
    work_set_filter(request->work, NULL);
    if (!parameter)
        parameter = request->work->chief_filter ? request->work->chief_filter : "limit";
    problem_add_fault(&faults, parameter,
                      "the request takes too much work, most of it for \"%.60s\"; %s", parameter,
                      remedies[purpose].remedy);
    problem_answer_parameters(response, request, &faults);
}
