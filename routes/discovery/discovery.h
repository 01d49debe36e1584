/* What programs look for at fixed paths to find the pages of a site: search engines, browsers and
 * feed readers.
 *
 * The addresses in it are complete: they begin with the public address (--url), else with "http://"
 * and the host that the client named, and then the answer is not cached.
 *
 * May include: citation, http, markup, endpoints, formats, layout, looks, query.
 */
#pragma once

#include "archive/archive.h"
#include "http/route.h"

#define ROBOTS_PATH "/robots.txt"
#define SITEMAP_PATH "/sitemap.xml"
#define SITEMAP_PART_PATH "/sitemap-{part}.xml"
#define OPENSEARCH_PATH "/opensearch.xml"
#define FEED_ATOM_PATH "/feed.atom"
#define FEED_JSON_PATH "/feed.json"
#define MANIFEST_PATH "/manifest.webmanifest"

enum {
    /* Of one part. The protocol allows 50,000, but as many of the longest addresses would be longer
     * than an answer may be. */
    SITEMAP_URLS_MAX = 10000
};

/* Returns the number of parts that the sitemap of an archive has: 1 if the whole sitemap is at
 * SITEMAP_PATH, else the number of files that it lists. */
size_t sitemap_part_count(const struct archive *archive);

/* Where crawlers may go, and the address of the sitemap. */
route_handler robots_answer;

/* The addresses of all collections and records (sitemaps.org), or a list of the files that have
 * them; and such a file. Other pages, such as those of relations, are linked from these. */
route_handler sitemap_answer;
route_handler sitemap_part_answer;

/* How browsers search here (OpenSearch 1.1). */
route_handler opensearch_answer;

/* The latest meetings, decisions and actions in Atom (RFC 4287), and as JSON Feed 1.1. */
route_handler feed_answer_atom;
route_handler feed_answer_json;

/* The latest records that refer to a record. */
route_handler feed_answer_atom_of;
route_handler feed_answer_json_of;

/* The site as a web application: its name, colours and icon. */
route_handler manifest_answer;
