#include "http/preconditions.h"

#include "http/http_date.h"

#include <string.h>
#include <time.h>

/* Reports whether a tag of the client is `entity_tag` with the name of a coding. A proxy that
 * compresses answers itself adds it to the tag, and does not remove it from requests (Apache, bug
 * 45023). */
static bool is_tag_of_coding(const char *tag, const char *entity_tag, size_t length)
{
    if (strncmp(tag, entity_tag, length - 1) != 0 || tag[length - 1] != '-')
        return false;
    for (int i = CODING_IDENTITY + 1; i < CODING_COUNT; i++) {
        const size_t name = strlen(coding_names[i]);
        if (strncmp(tag + length, coding_names[i], name) == 0 && tag[length + name] == '"')
            return true;
    }
    return false;
}

bool preconditions_list_tag(const char *list, const char *entity_tag,
                            enum entity_tag_comparison comparison)
{
    const size_t length = strlen(entity_tag);
    const char *at = list + strspn(list, " \t");
    if (*at == '*')
        return at[1 + strspn(at + 1, " \t")] == '\0';
    for (;;) {
        at += strspn(at, " \t,");
        const bool weak = strncmp(at, "W/", 2) == 0;
        if (weak)
            at += 2;
        if (*at != '"')
            return false;
        if (strncmp(at, entity_tag, length) == 0 && !(weak && comparison == ENTITY_TAG_STRONG))
            return true;
        if (comparison == ENTITY_TAG_WEAK && is_tag_of_coding(at, entity_tag, length))
            return true;
        at = strchr(at + 1, '"');
        if (!at)
            return false;
        at++;
    }
}

enum since {
    SINCE_INVALID, /* the client's date is ignored */
    SINCE_MODIFIED,
    SINCE_UNMODIFIED,
    SINCE_FUTURE /* unmodified, but the date is later than now */
};

/* Not inlined: requests without dates, which are most of them, then need no stack for dates. */
__attribute__((noinline)) static enum since compare_since(const char *since,
                                                          const char *last_modified)
{
    int64_t known, modified;
    if (strcmp(since, last_modified) == 0) /* the usual case: the client sends back what it got */
        return SINCE_UNMODIFIED;
    const int64_t now = time(NULL);
    if (!http_date_parse(since, now, &known))
        return SINCE_INVALID;
    if (!http_date_parse(last_modified, now, &modified) || modified > known)
        return SINCE_MODIFIED;
    return known > now ? SINCE_FUTURE : SINCE_UNMODIFIED;
}

static bool has_failed(const struct request *request, const char *entity_tag,
                       const char *last_modified)
{
    if (request->if_match)
        return !preconditions_list_tag(request->if_match, entity_tag, ENTITY_TAG_STRONG);
    return request->if_unmodified_since &&
           compare_since(request->if_unmodified_since, last_modified) == SINCE_MODIFIED;
}

/* A client that sends a date in the future cannot have got it from the server (RFC 9110, section
 * 8.8.2.1), so it may have an older representation; its date is ignored. */
static bool is_not_modified(const struct request *request, const char *entity_tag,
                            const char *last_modified)
{
    if (request->if_none_match)
        return preconditions_list_tag(request->if_none_match, entity_tag, ENTITY_TAG_WEAK);
    return request->if_modified_since &&
           compare_since(request->if_modified_since, last_modified) == SINCE_UNMODIFIED;
}

enum preconditions preconditions_judge(const struct request *request, const char *entity_tag,
                                       const char *last_modified)
{
    if (has_failed(request, entity_tag, last_modified))
        return PRECONDITIONS_FAILED;
    return is_not_modified(request, entity_tag, last_modified) ? PRECONDITIONS_NOT_MODIFIED
                                                               : PRECONDITIONS_MET;
}
