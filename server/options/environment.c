#include "options/environment.h"

#include "base/server_log.h"
#include "options/flag_value.h"
#include "unicode/nearest_name.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#define PREFIX "RAPPORTEUR_"

extern char **environ;

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

/* Writes the flag that a variable would set, such as "log-format" for RAPPORTEUR_LOG_FORMAT=json.
 * Returns false if the variable is not one of this program. */
static bool flag_of_variable(const char *variable, char flag[FLAG_LABEL_MAX])
{
    if (strncmp(variable, PREFIX, sizeof PREFIX - 1) != 0)
        return false;
    const char *name = variable + sizeof PREFIX - 1;
    const size_t length = strcspn(name, "=");
    for (size_t i = 0; i < length && length < FLAG_LABEL_MAX; i++)
        flag[i] = name[i] == '_' ? '-' : (char)tolower((unsigned char)name[i]);
    flag[length < FLAG_LABEL_MAX ? length : 0] = '\0';
    return *flag;
}

static const struct flag *find_flag(const char *name)
{
    for (size_t i = 0; i < flag_count; i++)
        if (strcmp(flag_table[i].name, name) == 0)
            return &flag_table[i];
    return NULL;
}

void environment_warn_of_mistyped(void)
{
    char name[FLAG_LABEL_MAX], variable[FLAG_LABEL_MAX];
    for (char **next = environ; *next; next++) {
        struct nearest_name nearest;
        if (!flag_of_variable(*next, name) || find_flag(name))
            continue;
        nearest_name_init(&nearest, name, strlen(name));
        for (size_t i = 0; i < flag_count; i++)
            nearest_name_offer(&nearest, flag_table[i].name);
        if (!nearest.best)
            continue;
        flag_variable(find_flag(nearest.best), variable);
        server_log(SERVER_LOG_WARNING, "unknown variable %.*s; did you mean %s?",
                   (int)strcspn(*next, "="), *next, variable);
    }
}
