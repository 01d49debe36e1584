/* The Accept fields that programs send, and the format that each gets of a list. */
#include "archive_fixture.h"
#include "base/client_preference.h"

#include <criterion/criterion.h>
#include <string.h>

struct program {
    const char *name, *accept, *media_type;
};

/* Each of these versions sent the field to a listener. */
static const struct program captured[] = {
    {"Chromium 156.0",
     "text/html,application/xhtml+xml,application/xml;q=0.9,image/jxl,image/avif,image/webp,image/"
     "apng,*/*;q=0.8,application/signed-exchange;v=b3;q=0.7",
     "text/html"},
    {"Chromium 156.0 for an image",
     "image/jxl,image/avif,image/webp,image/apng,image/svg+xml,image/*,*/*;q=0.8",
     "application/json"},
    {"w3m 0.5.3", "text/html, text/*;q=0.5, image/*, application/*", "application/json"},
    {"curl 7.88.1", "*/*", "application/json"},
    {"Wget 1.21.3", "*/*", "application/json"},
    {"git 2.39.5", "*/*", "application/json"},
    {"Python requests 2.34.2", "*/*", "application/json"},
    {"fetch of Node.js 20.20.2", "*/*", "application/json"},
    {"fetch and XMLHttpRequest of Chromium 156.0", "*/*", "application/json"},
    {"ky 0.33.3 for JSON", "application/json", "application/json"},
    {"Python urllib 3.11: none", NULL, "application/json"},
    {"Perl LWP 6.68: none", NULL, "application/json"},
    {"Perl HTTP::Tiny 0.080: none", NULL, "application/json"},
    {"HttpClient of Java 17.0.15: none", NULL, "application/json"},
    {"http of Node.js 20.20.2: none", NULL, "application/json"},
    {"pandoc 2.17.1.1: none", NULL, "application/json"},
    {"xmllint 2.9.14: none", NULL, "application/json"},
    {"URL.openStream of Java 17.0.15", "text/html, image/gif, image/jpeg, */*; q=0.2",
     "application/json"},
    {"APT 2.6.1", "text/*", "text/html"},
    {"jsonld.js 8.3.3", "application/ld+json, application/json", "application/json"},
    {"Prometheus 2.42.0",
     "application/openmetrics-text;version=1.0.0,application/openmetrics-text;version=0.0.1;q=0.75,"
     "text/plain;version=0.0.4;q=0.5,*/*;q=0.1",
     "application/json"},
};

/* These fields are from the programs' documentation, sources, or reports of faults. */
static const struct program documented[] = {
    {"Chrome",
     "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,image/apng,*/"
     "*;q=0.8,application/signed-exchange;v=b3;q=0.7",
     "text/html"},
    {"Firefox", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "text/html"},
    {"Firefox 92 to 131",
     "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8",
     "text/html"},
    {"Internet Explorer 8",
     "image/gif, image/jpeg, image/pjpeg, application/x-ms-application, application/xaml+xml, "
     "application/x-ms-xbap, */*",
     "application/json"},
    {"Internet Explorer 11", "text/html, application/xhtml+xml, */*", "application/json"},
    {"Opera 12",
     "text/html, application/xml;q=0.9, application/xhtml+xml, image/png, image/webp, image/jpeg, "
     "image/gif, image/x-xbitmap, */*;q=0.1",
     "text/html"},
    {"Lynx", "text/html, text/plain, text/sgml, text/css, application/xhtml+xml, */*;q=0.01",
     "text/html"},
    {"Konqueror",
     "text/html, text/*;q=0.9, image/jpeg;q=0.9, image/png;q=0.9, image/*;q=0.9, */*;q=0.8",
     "text/html"},
    {"Googlebot",
     "text/html,application/xhtml+xml,application/signed-exchange;v=b3,application/xml;q=0.9,*/"
     "*;q=0.8",
     "text/html"},
    {"Go with a library", "*/*", "application/json"},
    {"Go net/http: none", NULL, "application/json"},
    {"an empty header", "", "application/json"},
    {"Ant, URL.openStream with an asterisk", "*", "application/json"},
    {"Spring RestTemplate", "application/json, application/*+json", "application/json"},
    {"Spring RestTemplate for text", "text/plain, application/json, application/*+json, */*",
     "application/json"},
    {"Retrofit and OkHttp", "application/json; charset=UTF-8", "application/json"},
    {"JAX-RS client", "application/json, text/plain;q=0.5", "application/json"},
    {".NET HttpClient with JSON", "application/json", "application/json"},
    {"WebClient of .NET",
     "application/json, text/json, text/x-json, text/javascript, application/xml, text/xml",
     "application/json"},
    {"RestSharp",
     "application/json, text/json, text/x-json, text/javascript, *+json, application/xml, "
     "text/xml, *+xml, *",
     "application/json"},
    {"PowerShell, axios", "application/json, text/plain, */*", "application/json"},
    {"jQuery getJSON", "application/json, text/javascript, */*; q=0.01", "application/json"},
    {"jQuery get", "*/*; q=0.5, application/json", "application/json"},
    {"SuperAgent", "application/json, */*;q=0.1", "application/json"},
    {"R httr", "application/json, text/xml, application/xml, */*", "application/json"},
    {"Ruby Net::HTTP", "*/*;q=1.0", "application/json"},
    {"Faraday", "application/json,*/*", "application/json"},
    {"pandas and data frames", "text/csv, */*;q=0.1", "text/csv"},
    {"LibreOffice", "*/*;q=0.9", "application/json"},
    {"Excel Power Query", "*/*,application/json", "application/json"},
    {"RDFLib", "application/ld+json, application/json;q=0.8, */*;q=0.1", "application/ld+json"},
    {"Apache Jena",
     "text/turtle,application/n-triples;q=0.9,application/ld+json;q=0.8,application/"
     "rdf+xml;q=0.7,*/*;q=0.3",
     "application/ld+json"},
    {"Zotero", "application/x-bibtex, application/x-research-info-systems;q=0.9, */*;q=0.1",
     "application/x-bibtex"},
    {"Thunderbird for a calendar", "text/calendar,text/plain;q=0.8,*/*;q=0.5", "text/calendar"},
    {"Apple Calendar", "text/calendar, */*;q=0.1", "text/calendar"},
    {"Feedly and other readers of feeds",
     "application/atom+xml, application/rss+xml;q=0.9, application/xml;q=0.8, */*;q=0.5",
     "application/json"},
    {"Miniflux",
     "application/xml, application/atom+xml, application/rss+xml, application/rdf+xml, "
     "application/feed+json, text/html, */*;q=0.9",
     "text/html"},
    {"OData clients", "application/json;odata=verbose", "application/json"},
    {"clients with a charset", "application/json; charset=ISO-8859-1", "application/json"},
    {"documentation of Django REST framework", "application/json; indent=4", "application/json"},
    {"linked data with a profile",
     "application/ld+json; profile=\"http://www.w3.org/ns/json-ld#compacted\"",
     "application/ld+json"},
    {"HTML of a level", "text/html;level=1, application/json;q=0.5", "text/html"},
    {"Slack, Twitterbot", "text/html", "text/html"},
    {"Facebook", "*/*", "application/json"},
    {"Prometheus, UptimeRobot",
     "application/openmetrics-text;version=1.0.0;q=0.5,text/plain;version=0.0.4;q=0.3,*/*;q=0.1",
     "application/json"},
};

static void expect_format(struct archive_fixture *fixture, const struct program *program)
{
    bool by_user_agent;
    const struct request request = {.method = METHOD_GET,
                                    .target = "/sessions",
                                    .accept =
                                        client_preference(program->accept, NULL, &by_user_agent)};
    struct response response;
    response_init(&response);
    answer_request(fixture, &request, &response);
    const char *type = response_header(&response, "Content-Type");
    cr_expect_eq(response.status, 200, "%s: %u", program->name, response.status);
    cr_expect(type && strcspn(type, ";") == strlen(program->media_type) &&
                  strncmp(type, program->media_type, strcspn(type, ";")) == 0,
              "%s: %s", program->name, type);
    response_finish(&response);
}

Test(accept_fields, of_real_programs_get_the_format_that_they_can_read)
{
    struct archive_fixture fixture = load_two_meetings();
    for (size_t i = 0; i < sizeof captured / sizeof *captured; i++)
        expect_format(&fixture, &captured[i]);
    for (size_t i = 0; i < sizeof documented / sizeof *documented; i++)
        expect_format(&fixture, &documented[i]);
    archive_fixture_finish(&fixture);
}
