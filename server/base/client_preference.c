#include "base/client_preference.h"

#include <stddef.h>
#include <string.h>

/* What java.net.HttpURLConnection sends, in the releases that are in use. */
static const char *const java_defaults[] = {
    "text/html, image/gif, image/jpeg, *; q=.2, */*; q=.2",
    "text/html, image/gif, image/jpeg, */*; q=0.2",
};

/* The programs that fetch previews, by the product at the beginning of `User-Agent`. */
static const char *const preview_products[] = {
    "facebookexternalhit/",
    "Facebot",
    "Twitterbot/",
    "Slackbot-LinkExpanding ",
    "Slackbot ",
    "LinkedInBot/",
    "WhatsApp/",
    "TelegramBot ",
    "SkypeUriPreview ",
    "Iframely/",
    "Embedly/",
    "redditbot/",
    "Mastodon/",
    "Synapse (bot;",
};

/* Those that begin as browsers or libraries do, by a word after that. Apple's messages name two. */
static const char *const preview_words[] = {
    "Discordbot/",      "(Mastodon/",    "Bluesky Cardyb/",      "Iframely/", "redditbot/",
    "SkypeUriPreview ", "Pinterestbot/", "facebookexternalhit/", "vkShare",   "ZulipURLPreview/",
};

static bool begins_with(const char *text, const char *start)
{
    return strncmp(text, start, strlen(start)) == 0;
}

static bool is_preview(const char *user_agent)
{
    for (size_t i = 0; i < sizeof preview_products / sizeof *preview_products; i++)
        if (*user_agent == *preview_products[i] && begins_with(user_agent, preview_products[i]))
            return true;
    if (!begins_with(user_agent, "Mozilla/") && !begins_with(user_agent, "http.rb/"))
        return false;
    for (size_t i = 0; i < sizeof preview_words / sizeof *preview_words; i++)
        if (strstr(user_agent, preview_words[i]))
            return true;
    return false;
}

/* Reports whether two fields are the same, whatever blanks they have. */
static bool is_same_field(const char *one, const char *other)
{
    for (;; one++, other++) {
        one += strspn(one, " \t");
        other += strspn(other, " \t");
        if (*one != *other)
            return false;
        if (!*one)
            return true;
    }
}

const char *client_preference(const char *accept, const char *user_agent, bool *ret_by_user_agent)
{
    const bool is_any = !accept || strcmp(accept, "*/*") == 0;
    *ret_by_user_agent = is_any && user_agent && is_preview(user_agent);
    if (is_any)
        return *ret_by_user_agent ? "text/html" : accept;
    for (size_t i = 0; *accept == 't' && i < sizeof java_defaults / sizeof *java_defaults; i++)
        if (is_same_field(accept, java_defaults[i]))
            return "*/*";
    return accept;
}
