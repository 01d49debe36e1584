#include "http/negotiation.h"

#include "base/token.h"

#include <string.h>
#include <strings.h>

enum {
    QUALITY_MAX = 1000,
    NOT_MENTIONED = -1
};

const char *const coding_names[CODING_COUNT] = {"identity", "gzip", "zstd", "br"};

/* One element of a list: a name, and the quality from its parameters. */
struct element {
    const char *name;
    size_t length;
    int quality;
    bool has_parameters; /* true if it has others than the quality and those of the media type */
    bool contradicts;    /* true if one of the media type has another value */
};

static const char *skip_blanks(const char *at)
{
    return at + strspn(at, " \t");
}

/* Returns a qvalue (RFC 9110, section 12.4.2) in thousandths, or -1 if it is invalid. */
static int parse_qvalue(const char *at, const char **ret_end)
{
    if (*at != '0' && *at != '1')
        return -1;
    int quality = (*at++ - '0') * QUALITY_MAX;
    if (*at == '.') {
        at++;
        for (int place = 100; place > 0 && *at >= '0' && *at <= '9'; place /= 10)
            quality += (*at++ - '0') * place;
    }
    *ret_end = at;
    return quality <= QUALITY_MAX ? quality : -1;
}

/* Returns the end of a parameter's value, a token or a quoted string that is closed; NULL if it is
 * not closed. */
static const char *skip_parameter_value(const char *at)
{
    if (*at != '"')
        return at + token_length(at);
    for (at++; *at && *at != '"'; at++)
        if (*at == '\\' && at[1])
            at++;
    return *at == '"' ? at + 1 : NULL;
}

static bool equals_ignoring_case(const char *text, size_t length, const char *known,
                                 size_t known_length)
{
    return length == known_length && strncasecmp(text, known, length) == 0;
}

/* Returns true for "charset=utf-8", which many clients add to JSON: all answers are UTF-8. */
static bool is_utf8_charset(const char *parameter, size_t length)
{
    static const char *const forms[] = {"charset=utf-8", "charset=\"utf-8\""};
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++)
        if (equals_ignoring_case(parameter, length, forms[i], strlen(forms[i])))
            return true;
    return false;
}

/* Notes a parameter of a range, such as "header=present", that is not the quality. `media_type`,
 * the available type, may have the same, or the same name with another value; it may be NULL. */
static void note_parameter(const char *parameter, size_t length, const char *media_type,
                           struct element *element)
{
    const size_t name = strcspn(parameter, "=");
    const char *own = media_type ? strchr(media_type, ';') : NULL;
    bool known = is_utf8_charset(parameter, length);
    for (; own && !known; own = strchr(own, ';')) {
        own = skip_blanks(own + 1);
        known = equals_ignoring_case(parameter, length, own, strcspn(own, ";"));
        if (!known && !equals_ignoring_case(parameter, name, "charset", strlen("charset")))
            element->contradicts |= equals_ignoring_case(parameter, name, own, strcspn(own, "="));
    }
    element->has_parameters |= !known;
}

/* Reads all parameters, ";name=value". Returns their end, or NULL if one breaks the grammar. */
static const char *parse_parameters(const char *at, const char *media_type, struct element *element)
{
    for (;;) {
        at = skip_blanks(at);
        if (*at != ';')
            return at;
        at = skip_blanks(at + 1);
        const char *const name = at;
        at += token_length(at);
        if (at == name)
            continue;
        if (*at != '=')
            return NULL;
        if (at - name == 1 && (*name == 'q' || *name == 'Q')) {
            element->quality = parse_qvalue(at + 1, &at);
            if (element->quality < 0)
                return NULL;
            continue;
        }
        at = skip_parameter_value(at + 1);
        if (!at)
            return NULL;
        note_parameter(name, (size_t)(at - name), media_type, element);
    }
}

/* Reads the next valid element and advances *list past it. Returns false at the end. `media_type`
 * is the available type, or NULL if the list does not hold media types. */
static bool next_list_element(const char **list, const char *media_type,
                              struct element *ret_element)
{
    const char *at = *list;
    while (*at) {
        struct element element = {.quality = QUALITY_MAX};
        at += strspn(at, " \t,");
        element.name = at;
        at += token_length(at);
        while (*at == '/')
            at += 1 + token_length(at + 1);
        element.length = (size_t)(at - element.name);
        const char *end = element.length ? parse_parameters(at, media_type, &element) : NULL;
        if (end && (*end == ',' || *end == '\0')) {
            *list = end;
            *ret_element = element;
            return true;
        }
        at += strcspn(at, ",");
    }
    *list = at;
    return false;
}

/* Returns true if the element has this name; parameters of a media type are ignored. */
static bool is_named(const struct element *element, const char *name)
{
    return equals_ignoring_case(element->name, element->length, name, strcspn(name, ";"));
}

/* Returns how specifically a media range covers a type: 4 for the type itself, 3 for the type with
 * parameters that it does not have, 2 for "type" and an asterisk, 1 for two asterisks, 0 if it does
 * not. Other parameters are ignored (RFC 9110, section 12.5.1), as is "charset", but a range with
 * them and a quality of 0 excludes only that variant. */
static int range_specificity(const struct element *range, const char *media_type)
{
    const size_t type_length = strcspn(media_type, "/") + 1;
    if (range->contradicts || (range->has_parameters && !range->quality))
        return 0;
    if (is_named(range, media_type))
        return range->has_parameters ? 3 : 4;
    if (is_named(range, "*/*") || is_named(range, "*")) /* "*" alone: Java before release 18 */
        return 1;
    return range->length == type_length + 1 && range->name[type_length] == '*' &&
                   strncasecmp(range->name, media_type, type_length) == 0
               ? 2
               : 0;
}

int negotiation_quality(const char *accept, const char *media_type)
{
    struct element range;
    int best = 0, quality = 0;
    bool any = false;
    while (accept && next_list_element(&accept, media_type, &range)) {
        const int covers = range_specificity(&range, media_type);
        const bool better_variant = covers == best && covers && range.has_parameters;
        any = true;
        if (covers > best || (better_variant && range.quality > quality)) {
            best = covers;
            quality = range.quality;
        }
    }
    return any ? quality : QUALITY_MAX;
}

/* Reads the quality of each coding, in thousandths; 0 if the client excludes it. */
static void read_coding_qualities(const char *accept_encoding, int qualities[CODING_COUNT])
{
    int others = NOT_MENTIONED;
    struct element element;
    for (int i = 0; i < CODING_COUNT; i++)
        qualities[i] = NOT_MENTIONED;
    while (accept_encoding && next_list_element(&accept_encoding, NULL, &element)) {
        for (int i = 0; i < CODING_COUNT; i++)
            if (is_named(&element, coding_names[i]) ||
                (i == CODING_GZIP && is_named(&element, "x-gzip")))
                qualities[i] = element.quality;
        if (is_named(&element, "*"))
            others = element.quality;
    }
    for (int i = 0; i < CODING_COUNT; i++)
        if (qualities[i] == NOT_MENTIONED)
            qualities[i] = others != NOT_MENTIONED ? others : i == CODING_IDENTITY ? 1 : 0;
}

struct coding_choice negotiation_choose_coding(const char *accept_encoding)
{
    int qualities[CODING_COUNT], best = 0;
    read_coding_qualities(accept_encoding, qualities);
    struct coding_choice choice = {CODING_NONE, qualities[CODING_IDENTITY] == 0};
    for (int i = CODING_COUNT - 1; i >= 0; i--)
        if (qualities[i] > best) {
            best = qualities[i];
            choice.best = (enum coding)i;
        }
    return choice;
}

bool negotiation_prefers_page(const char *accept)
{
    return accept && negotiation_quality(accept, "text/html") >
                         negotiation_quality(accept, "application/json");
}
