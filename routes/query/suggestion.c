#include "query/suggestion.h"

void suggestion_begin(struct suggestion *suggestion, struct parameter_fault *fault,
                      const char *wanted, size_t length)
{
    suggestion->fault = fault;
    nearest_name_init(&suggestion->nearest, wanted, length);
}

void suggestion_offer(struct suggestion *suggestion, const char *name)
{
    nearest_name_offer(&suggestion->nearest, name);
    problem_fault_allow(suggestion->fault, name);
}

void suggestion_end(struct suggestion *suggestion)
{
    if (suggestion->nearest.best)
        problem_fault_hint(suggestion->fault, suggestion->nearest.best);
}

void suggestion_offer_parameters(struct suggestion *suggestion, enum query_scope scope)
{
    const struct query_parameter *parameter;
    for (size_t i = 0; (parameter = parameters_at(i)); i++)
        if (parameter->scopes & scope)
            suggestion_offer(suggestion, parameter->name);
}
