#include "options/environment.h"

#include "options/flag_value.h"

#include <stdlib.h>
#include <string.h>

bool environment_read(struct options *options, FILE *errors)
{
    for (size_t i = 0; i < flag_count; i++) {
        char variable[FLAG_LABEL_MAX];
        flag_variable(&flag_table[i], variable);
        const char *value = getenv(variable);
        if (!value || !*value || flag_is_list(&flag_table[i]))
            continue;
        if (!flag_value_set(&flag_table[i], options, variable, value, errors))
            return false;
    }
    const char *host = getenv("HOST"), *port = getenv("PORT");
    if (host && *host)
        options->host = host;
    if (port && *port)
        options->port = port;
    return true;
}

static bool environment_split(struct options *options, size_t flag, const char *variable,
                              const char *value, FILE *errors)
{
    char *rest, *const copy = strdup(value);
    options->list_texts[flag] = copy;
    if (!copy) {
        fputs("rapporteur: out of memory\n", errors);
        return false;
    }
    for (char *item = strtok_r(copy, ",", &rest); item; item = strtok_r(NULL, ",", &rest))
        if (!flag_value_set(&flag_table[flag], options, variable, item, errors))
            return false;
    return true;
}

bool environment_read_lists(struct options *options, FILE *errors)
{
    for (size_t i = 0; i < flag_count; i++) {
        char variable[FLAG_LABEL_MAX];
        if (!flag_is_list(&flag_table[i]))
            continue;
        flag_variable(&flag_table[i], variable);
        const char *value = getenv(variable);
        const size_t *count = (const size_t *)((const char *)options + flag_table[i].count);
        if (value && *count == 0 && !environment_split(options, i, variable, value, errors))
            return false;
    }
    return true;
}
