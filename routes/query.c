#include "query.h"

#include "name.h"

#include <inttypes.h>
#include <string.h>

/* The parameters that are whole numbers, and where their value goes. */
static const struct number_parameter {
    const char *name;
    size_t member;
    int64_t minimum, maximum;
} number_parameters[] = {
    {"limit", offsetof(struct query, limit), 1, QUERY_LIMIT_MAX},
    {"offset", offsetof(struct query, offset), 0, INT64_C(1) << 53},
};

static const char *const names[] = {"limit", "offset", NULL};

static bool parse_number(const char *text, int64_t maximum, int64_t *ret_number)
{
    int64_t number = 0;
    if (!*text)
        return false;
    for (; *text; text++) {
        if (*text < '0' || *text > '9')
            return false;
        number = number * 10 + (*text - '0');
        if (number > maximum)
            return false;
    }
    *ret_number = number;
    return true;
}

static void read_number(const struct parameter *parameter, const struct number_parameter *rule,
                        struct query *query, struct parameter_faults *faults)
{
    int64_t number;
    if (!parse_number(parameter->value, rule->maximum, &number) || number < rule->minimum) {
        parameter_faults_add(faults, parameter->name, NULL,
                             "expected a whole number from %" PRId64 " to %" PRId64
                             ", not \"%.60s\"",
                             rule->minimum, rule->maximum, parameter->value);
        return;
    }
    memcpy((char *)query + rule->member, &number, sizeof number);
}

static void fault_unknown(const struct parameter *parameter, const char *const *known,
                          struct parameter_faults *faults)
{
    struct nearest nearest;
    nearest_init(&nearest, parameter->name, strlen(parameter->name));
    for (const char *const *name = known; *name; name++)
        nearest_offer(&nearest, *name);
    if (nearest.best)
        parameter_faults_add(faults, parameter->name, known,
                             "unknown parameter \"%.60s\"; nearest is \"%s\"", parameter->name,
                             nearest.best);
    else
        parameter_faults_add(faults, parameter->name, known, "unknown parameter \"%.60s\"%s",
                             parameter->name, *known ? "" : "; there are none here");
}

static bool is_given_before(const struct target *target, size_t index)
{
    for (size_t i = 0; i < index; i++)
        if (strcmp(target->parameters[i].name, target->parameters[index].name) == 0)
            return true;
    return false;
}

static void read_parameter(const struct parameter *parameter, struct query *query,
                           struct parameter_faults *faults)
{
    for (size_t i = 0; i < sizeof number_parameters / sizeof *number_parameters; i++)
        if (strcmp(parameter->name, number_parameters[i].name) == 0) {
            read_number(parameter, &number_parameters[i], query, faults);
            return;
        }
    fault_unknown(parameter, names, faults);
}

bool query_parse(const struct target *target, struct query *ret_query,
                 struct parameter_faults *faults)
{
    *ret_query = (struct query){.limit = QUERY_LIMIT_DEFAULT};
    for (size_t i = 0; i < target->parameter_count; i++) {
        const struct parameter *parameter = &target->parameters[i];
        if (is_given_before(target, i))
            parameter_faults_add(faults, parameter->name, NULL,
                                 "\"%.60s\" is given more than once; give it once",
                                 parameter->name);
        else
            read_parameter(parameter, ret_query, faults);
    }
    return faults->count == 0;
}

bool query_refuse(const struct target *target, struct parameter_faults *faults)
{
    static const char *const none[] = {NULL};
    for (size_t i = 0; i < target->parameter_count; i++)
        fault_unknown(&target->parameters[i], none, faults);
    return faults->count == 0;
}
