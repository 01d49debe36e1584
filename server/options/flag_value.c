#include "options/flag_value.h"

#include "base/address.h"
#include "http/url.h"
#include "import/import.h"
#include "options/cache_control.h"
#include "options/cors_origin.h"
#include "unicode/nearest_name.h"

#include <stdlib.h>
#include <string.h>

/* A flag and its new value. */
struct setting {
    const struct flag *flag;
    const char *label, *value;
    void *member; /* the member of struct options that the flag sets */
    FILE *errors;
};

static bool check_not_empty(const struct setting *setting)
{
    if (!*setting->value)
        fprintf(setting->errors, "rapporteur: %s takes %s, not \"\"; omit it if you have none\n",
                setting->label, setting->flag->argument);
    return *setting->value != '\0';
}

/* Accepts an origin, or "*" or "off" as the only element of the list. */
static bool check_cors_origin(const struct setting *setting, size_t count)
{
    const char *value = setting->value, *const *list = setting->member;
    const bool is_word = strcmp(value, "*") == 0 || strcmp(value, "off") == 0;
    const char *problem = is_word ? NULL : cors_origin_problem(value);
    if (problem)
        fprintf(setting->errors,
                "rapporteur: %s takes an origin such as https://example.org, \"*\" or \"off\", "
                "not \"%s\": %s\n",
                setting->label, value, problem);
    else if (count > 0 && (is_word || !strchr(list[0], ':')))
        fprintf(setting->errors,
                "rapporteur: %s: \"*\" and \"off\" cannot be combined with other origins\n",
                setting->label);
    else
        return true;
    return false;
}

static bool set_network(const struct setting *setting, size_t place)
{
    struct network *list = setting->member;
    if (network_parse(setting->value, &list[place]))
        return true;
    fprintf(setting->errors,
            "rapporteur: %s takes an address or a network, for example 192.0.2.1, 10.0.0.0/8 or "
            "fd00::/8 (without bits set after the prefix), not \"%s\"\n",
            setting->label, setting->value);
    return false;
}

static bool set_element(const struct setting *setting, size_t place)
{
    const char **list = setting->member;
    if (setting->flag->kind == FLAG_NETWORKS)
        return set_network(setting, place);
    list[place] = setting->value;
    return setting->flag->kind == FLAG_CORS_ORIGINS ? check_cors_origin(setting, place)
                                                    : check_not_empty(setting);
}

static bool add_to_list(const struct setting *setting, size_t *count)
{
    if (*count == (size_t)setting->flag->maximum) {
        fprintf(setting->errors, "rapporteur: %s can be given at most %ld times\n", setting->label,
                setting->flag->maximum);
        return false;
    }
    if (!set_element(setting, *count))
        return false;
    ++*count;
    return true;
}

static bool set_number(const struct setting *setting)
{
    const struct flag *flag = setting->flag;
    const char *value = setting->value;
    char *end;
    const long number = strtol(value, &end, 10);
    if (!*value || *end || number < flag->minimum || number > flag->maximum) {
        fprintf(setting->errors,
                "rapporteur: %s takes a whole number from %ld to %ld, not \"%s\"\n", setting->label,
                flag->minimum, flag->maximum, value);
        return false;
    }
    *(long *)setting->member = number;
    return true;
}

static bool set_text(const struct setting *setting)
{
    *(const char **)setting->member = setting->value;
    return check_not_empty(setting);
}

static bool set_format(const struct setting *setting)
{
    struct nearest_name nearest;
    const char *name = setting->value;
    *(const char **)setting->member = name;
    if (import_format_named(name))
        return true;
    nearest_name_init(&nearest, name, strlen(name));
    for (size_t i = 0; i < import_format_count; i++)
        nearest_name_offer(&nearest, import_formats[i]->name);
    fprintf(setting->errors, "rapporteur: %s: unknown format \"%s\"", setting->label, name);
    if (nearest.best)
        fprintf(setting->errors, "; did you mean \"%s\"?\n", nearest.best);
    else
        fputs("; see rapporteur formats\n", setting->errors);
    return false;
}

static const char *address_problem(const char *text)
{
    char host[ADDRESS_HOST_MAX];
    const char *port;
    return address_split(text, host, &port) ? NULL : "";
}

static bool has_scheme(const char *url, const char *scheme)
{
    return strncmp(url, scheme, strlen(scheme)) == 0;
}

static const char *url_problem(const char *text)
{
    const char *problem = cors_origin_problem(text), *host = strstr(text, "://");
    if (problem && host && strchr(host + strlen("://"), '/'))
        return "it must have nothing after its host except a port, not even \"/\"; give a path "
               "with --base-path";
    if (!problem && !has_scheme(text, "https://") && !has_scheme(text, "http://"))
        problem = "it must begin with https:// or http://";
    return problem;
}

static const char *colour_problem(const char *text)
{
    return publication_is_colour(text) ? NULL : "";
}

/* The texts of which each kind takes some: what it takes, and a function that returns why a text is
 * none, "" if that says no more, or NULL if it is one. */
static const struct text_kind {
    enum flag_kind kind;
    const char *takes;
    const char *(*problem)(const char *text);
} text_kinds[] = {
    {FLAG_ADDRESS, "ADDRESS:PORT, PORT from 0 to 65535, for example 127.0.0.1:8080 or [::1]:8080",
     address_problem},
    {FLAG_BASE_PATH, "a path such as /record", url_base_path_problem},
    {FLAG_ORIGIN, "an address such as https://record.example.org", url_problem},
    {FLAG_COLOUR, "a colour such as #a3290f", colour_problem},
    {FLAG_CACHE_CONTROL, "directives such as \"public, max-age=60\"", cache_control_problem},
};

/* Sets a text that is of one kind of `text_kinds`. */
static bool set_text_of_kind(const struct setting *setting)
{
    const struct text_kind *kind = text_kinds;
    while (kind->kind != setting->flag->kind)
        kind++;
    const char *problem = kind->problem(setting->value);
    *(const char **)setting->member = setting->value;
    if (problem)
        fprintf(setting->errors, "rapporteur: %s takes %s, not \"%s\"%s%s\n", setting->label,
                kind->takes, setting->value, *problem ? ": " : "", problem);
    return !problem;
}

/* Returns 1 for yes, 0 for no, -1 for any other text. */
static int parse_switch(const char *value)
{
    static const char *const words[][2] = {{"0", "1"}, {"no", "yes"}, {"false", "true"}};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        for (int yes = 0; yes <= 1; yes++)
            if (strcmp(value, words[i][yes]) == 0)
                return yes;
    return -1;
}

static bool set_switch(const struct setting *setting)
{
    const int yes = parse_switch(setting->value);
    if (yes < 0)
        fprintf(setting->errors, "rapporteur: %s takes yes or no, not \"%s\"\n", setting->label,
                setting->value);
    *(bool *)setting->member = yes > 0;
    return yes >= 0;
}

/* Returns the position of the value, from 1, in a list such as "a|b" or "a|b]". Returns 0 if the
 * list does not contain it. */
static int word_position(const char *words, const char *value)
{
    const size_t length = strlen(value);
    int position = 1;
    for (const char *word = words; length > 0; word += strcspn(word, "|]") + 1, position++) {
        const size_t end = strcspn(word, "|]");
        if (end == length && memcmp(word, value, length) == 0)
            return position;
        if (word[end] != '|')
            break;
    }
    return 0;
}

static bool set_choice(const struct setting *setting)
{
    const char *words = setting->flag->argument;
    const int position = word_position(words, setting->value);
    if (position == 0)
        fprintf(setting->errors, "rapporteur: %s takes %s, not \"%s\"\n", setting->label, words,
                setting->value);
    *(int *)setting->member = position;
    return position != 0;
}

/* Sets the position of a word in "[=WORD|WORD]": 1 also for yes, 0 for no. */
static bool set_word(const struct setting *setting)
{
    const char *words = setting->flag->argument + 2;
    const int yes = parse_switch(setting->value);
    const int position = yes < 0 ? word_position(words, setting->value) : yes;
    if (yes < 0 && position == 0) {
        fprintf(setting->errors, "rapporteur: %s takes %.*s or no, not \"%s\"\n", setting->label,
                (int)strlen(words) - 1, words, setting->value);
        return false;
    }
    *(int *)setting->member = position;
    return true;
}

bool flag_value_set(const struct flag *flag, struct options *options, const char *label,
                    const char *value, FILE *errors)
{
    char *base = (char *)options;
    const struct setting setting = {flag, label, value, base + flag->member, errors};
    switch (flag->kind) {
    case FLAG_LIST:
    case FLAG_CORS_ORIGINS:
    case FLAG_NETWORKS:
        return add_to_list(&setting, (size_t *)(base + flag->count));
    case FLAG_FORMAT:
        return set_format(&setting);
    case FLAG_NUMBER:
        return set_number(&setting);
    case FLAG_SWITCH:
        return set_switch(&setting);
    case FLAG_CHOICE:
        return set_choice(&setting);
    case FLAG_WORD:
        return set_word(&setting);
    case FLAG_TEXT:
        return set_text(&setting);
    case FLAG_ADDRESS:
    case FLAG_BASE_PATH:
    case FLAG_ORIGIN:
    case FLAG_COLOUR:
    case FLAG_CACHE_CONTROL:
        break;
    }
    return set_text_of_kind(&setting);
}
