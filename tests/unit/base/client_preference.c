/* What the Accept of a request counts as. */
#include "base/client_preference.h"

#include <criterion/criterion.h>
#include <string.h>

Test(client_preference, programs_for_previews_get_pages_and_java_gets_data)
{
    static const char browser[] = "text/html,application/xhtml+xml,*/*;q=0.8";
    static const struct {
        const char *accept, *user_agent, *counts_as;
    } cases[] = {
        {NULL, NULL, NULL},
        {"*/*", NULL, "*/*"},
        {"*/*", "curl/7.88.1", "*/*"},
        {NULL, "facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)",
         "text/html"},
        {"*/*", "Twitterbot/1.0", "text/html"},
        {"*/*", "Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)", "text/html"},
        {"*/*", "TelegramBot (like TwitterBot)", "text/html"},
        {"*/*", "Mozilla/5.0 (compatible; Discordbot/2.0; +https://discordapp.com)", "text/html"},
        {NULL, "http.rb/5.1.1 (Mastodon/4.2.1; +https://example.org/)", "text/html"},
        {NULL, "Mozilla/5.0 (X11; Linux x86_64) Firefox/130.0", NULL},
        {"application/json", "Twitterbot/1.0", "application/json"},
        {browser, "Mozilla/5.0 (X11; Linux x86_64) Firefox/130.0", browser},
        {"text/html, image/gif, image/jpeg, *; q=.2, */*; q=.2", "Java/17.0.1", "*/*"},
        {"text/html, image/gif, image/jpeg, */*; q=0.2", NULL, "*/*"},
        {"text/html,image/gif,image/jpeg,*;q=.2,*/*;q=.2", NULL, "*/*"},
        {"text/html, image/gif, image/jpeg, */*; q=0.25", NULL,
         "text/html, image/gif, image/jpeg, */*; q=0.25"},
        {"text/html", NULL, "text/html"},
        {"*/*",
         "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_11_1) AppleWebKit/601.2.4 (KHTML, like Gecko) "
         "Version/9.0.1 Safari/601.2.4 facebookexternalhit/1.1 Facebot Twitterbot/1.0",
         "text/html"},
        {"*/*", "Mozilla/5.0 (Windows NT 6.1; WOW64) SkypeUriPreview Preview/0.5", "text/html"},
        {"*/*", "Mastodon/4.3.0 (http.rb/5.2.0; +https://example.org/)", "text/html"},
        {NULL, "Synapse (bot; +https://github.com/matrix-org/synapse)", "text/html"},
        {NULL, "Mozilla/5.0 (compatible; vkShare; +http://vk.com/dev/Share)", "text/html"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        bool by_user_agent;
        const char *counts_as =
            client_preference(cases[i].accept, cases[i].user_agent, &by_user_agent);
        cr_expect_eq(by_user_agent,
                     counts_as && cases[i].accept != counts_as &&
                         strcmp(counts_as, "text/html") == 0,
                     "%s", cases[i].user_agent);
        if (cases[i].counts_as)
            cr_expect_str_eq(counts_as, cases[i].counts_as, "%s", cases[i].user_agent);
        else
            cr_expect_null(counts_as, "%s", cases[i].user_agent);
    }
}
