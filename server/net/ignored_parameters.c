#include "net/ignored_parameters.h"

#include <stdbool.h>
#include <string.h>

/* A name that ends with "*" stands for all names that begin like it. */
static const char *const always_ignored[] = {
    "utm_*",   "mtm_*",   "pk_*",                 /* Google Analytics, Matomo, newsletters */
    "gclid",   "gbraid",  "wbraid",  "dclid",     /* advertisements of Google */
    "srsltid", "_ga",     "_gl",                  /* its shopping, and links between sites */
    "fbclid",  "igsh",    "igshid",  "twclid",    /* Facebook, Instagram, X */
    "ttclid",  "msclkid", "yclid",   "li_fat_id", /* TikTok, Microsoft, Yandex, LinkedIn */
    "mc_cid",  "mc_eid",  "_hsenc",  "_hsmi",     /* Mailchimp, HubSpot */
    "mkt_tok", "_",       "nocache",              /* Marketo; against caches */
};

static bool ignored_parameter_is(const char *pattern, const char *name, size_t length)
{
    const size_t stem = strcspn(pattern, "*");
    const bool begins_like = length >= stem && memcmp(pattern, name, stem) == 0;
    return begins_like && (pattern[stem] == '*' || length == stem);
}

/* Reports whether the parameter that begins at `at` is ignored. */
static bool ignored_parameters_has(const struct ignored_parameters *ignored, const char *at)
{
    const size_t length = strcspn(at, "=&");
    for (size_t i = 0; i < sizeof always_ignored / sizeof *always_ignored; i++)
        if (ignored_parameter_is(always_ignored[i], at, length))
            return true;
    for (size_t i = 0; i < ignored->count; i++)
        if (strlen(ignored->names[i]) == length && memcmp(ignored->names[i], at, length) == 0)
            return true;
    return false;
}

const char *ignored_parameters_find(const struct ignored_parameters *ignored, const char *target)
{
    const char *at = strchr(target, '?');
    while (at) {
        if (ignored_parameters_has(ignored, at + 1))
            return at + 1;
        at = strchr(at + 1, '&');
    }
    return NULL;
}

void ignored_parameters_remove(const struct ignored_parameters *ignored, const char *target,
                               char *out)
{
    const size_t path = strcspn(target, "?");
    const char *at = target + path;
    char separator = '?';
    memcpy(out, target, path);
    out += path;
    while (*at) {
        const size_t length = strcspn(at + 1, "&");
        if (!ignored_parameters_has(ignored, at + 1)) {
            *out++ = separator;
            memcpy(out, at + 1, length);
            out += length;
            separator = '&';
        }
        at += 1 + length;
    }
    *out = '\0';
}
