#include "flags.h"

#include <stdlib.h>
#include <string.h>

const struct flag flags[] = {
    {"data", FLAG_LIST, offsetof(struct options, data), "PATH", 0, OPTIONS_DATA_MAX,
     offsetof(struct options, data_count),
     "a data file, or a folder whose *.json files are merged;\n"
     "may be repeated (in the environment: separated by\n"
     "commas); left out: the record built into the program"},
    {"listen", FLAG_TEXT, offsetof(struct options, listen), "ADDRESS:PORT", 0, 0, 0,
     "where to listen; 127.0.0.1:8080 if left out, or what\n"
     "HOST and PORT in the environment say; port 0 takes a\n"
     "free one, [::1]:8080 is IPv6, :8080 every address"},
    {"threads", FLAG_NUMBER, offsetof(struct options, threads), "N", 1, 256, 0,
     "threads that answer; one a processor if left out"},
    {"connections", FLAG_NUMBER, offsetof(struct options, connections), "N", 1, 1000000, 0,
     "connections open at once, 4096 if left out; further\n"
     "ones wait or are refused"},
    {"per-address", FLAG_NUMBER, offsetof(struct options, per_address), "N", 1, 1000000, 0,
     "of these, how many from one address; 1024 if left out"},
    {"header-bytes", FLAG_NUMBER, offsetof(struct options, header_bytes), "N", 4096, 1048576, 0,
     "memory for the head of a request and of its answer;\n"
     "16384 if left out"},
    {"idle-seconds", FLAG_NUMBER, offsetof(struct options, idle_seconds), "N", 1, 3600, 0,
     "after which a silent connection is closed; 30 if left\n"
     "out"},
    {"stop-seconds", FLAG_NUMBER, offsetof(struct options, stop_seconds), "N", 0, 3600, 0,
     "how long requests under way may still take once the\n"
     "program is told to stop; 10 if left out"},
    {"cache-bytes", FLAG_NUMBER, offsetof(struct options, cache_bytes), "N", 0, 1L << 40, 0,
     "memory for answers that are kept ready, over all\n"
     "threads; 33554432 if left out"},
    {"cors-origin", FLAG_LIST, offsetof(struct options, origins), "ORIGIN", 0, OPTIONS_ORIGINS_MAX,
     offsetof(struct options, origin_count),
     "the origin whose pages may read answers, for example\n"
     "https://example.org; may be repeated (in the\n"
     "environment: separated by commas); any if left out,\n"
     "none with \"off\""},
    {"access-log", FLAG_SWITCH, offsetof(struct options, access_log), NULL, 0, 0, 0,
     "one line per request on standard output"},
};

const size_t flag_count = sizeof flags / sizeof *flags;

void flag_variable(const struct flag *flag, char variable[FLAG_LABEL_MAX])
{
    snprintf(variable, FLAG_LABEL_MAX, "RAPPORTEUR_%s", flag->name);
    for (char *c = variable; *c; c++)
        *c = *c == '-' ? '_' : (char)(*c >= 'a' && *c <= 'z' ? *c - 'a' + 'A' : *c);
}

static bool add_to_list(struct options *options, const struct flag *flag, const char *value,
                        FILE *errors)
{
    const char **list = (const char **)((char *)options + flag->member);
    size_t *count = (size_t *)((char *)options + flag->count);
    if (*count == (size_t)flag->maximum) {
        fprintf(errors, "rapporteur: --%s is given more than %ld times\n", flag->name,
                flag->maximum);
        return false;
    }
    list[(*count)++] = value;
    return true;
}

static bool set_number(struct options *options, const struct flag *flag, const char *label,
                       const char *value, FILE *errors)
{
    char *end;
    const long number = strtol(value, &end, 10);
    if (!*value || *end || number < flag->minimum || number > flag->maximum) {
        fprintf(errors, "rapporteur: %s takes a whole number from %ld to %ld, not \"%s\"\n", label,
                flag->minimum, flag->maximum, value);
        return false;
    }
    memcpy((char *)options + flag->member, &number, sizeof number);
    return true;
}

static bool set_switch(struct options *options, const struct flag *flag, const char *label,
                       const char *value, FILE *errors)
{
    static const char *const words[] = {"0", "no", "false", "1", "yes", "true"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (strcmp(value, words[i]) == 0) {
            *(bool *)((char *)options + flag->member) = i >= 3;
            return true;
        }
    fprintf(errors, "rapporteur: %s takes yes or no, not \"%s\"\n", label, value);
    return false;
}

bool flag_set(const struct flag *flag, struct options *options, const char *label,
              const char *value, FILE *errors)
{
    switch (flag->kind) {
    case FLAG_LIST:
        return add_to_list(options, flag, value, errors);
    case FLAG_NUMBER:
        return set_number(options, flag, label, value, errors);
    case FLAG_SWITCH:
        return set_switch(options, flag, label, value, errors);
    case FLAG_TEXT:
        memcpy((char *)options + flag->member, &value, sizeof value);
    }
    return true;
}
