/* Files that search engines, browsers and feed readers request at fixed paths, to find the pages of
 * a site.
 *
 * Except in the manifest, their addresses are complete: they begin with the public address (--url).
 * Without --url they begin with "http://" and the host that the client named, and the answer is not
 * cached.
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
#define LLMS_PATH "/llms.txt"
#define SEARCH_INDEX_PATH "/search-index.json"

enum {
    /* URLs in one part. The protocol allows 50,000, but a part with 50,000 of the longest addresses
     * would exceed the limit of an answer. */
    SITEMAP_URLS_MAX = 10000
};

/* Returns the number of parts that the sitemap of an archive has: 1 if the whole sitemap is at
 * SITEMAP_PATH, else the number of files that it lists. */
size_t sitemap_part_count(const struct archive *archive);

/* Answers with the rules for crawlers, and the address of the sitemap. */
route_handler robots_answer;

/* Answers with an overview of the archive for language models, in Markdown (llmstxt.org). */
route_handler llms_answer;

/* Answers with the sitemap (sitemaps.org): the addresses of the home page, the collections and the
 * records, or a list of parts if there are more than SITEMAP_URLS_MAX. These pages link to all
 * others, such as those of relations. */
route_handler sitemap_answer;

/* Answers with one part of the sitemap. */
route_handler sitemap_part_answer;

/* Answers with a description of the search, for browsers (OpenSearch 1.1). */
route_handler opensearch_answer;

/* Answer with a feed of the latest meetings, decisions and actions: Atom (RFC 4287) and JSON Feed
 * 1.1. */
route_handler feed_answer_atom;
route_handler feed_answer_json;

/* Answer with a feed of the latest records that refer to the record in the path. */
route_handler feed_answer_atom_of;
route_handler feed_answer_json_of;

/* Answer with a feed of the latest results of a search: those that the parameters "q" and "type"
 * find. */
route_handler feed_answer_atom_of_search;
route_handler feed_answer_json_of_search;

/* Answers with the texts of all records, in which a script searches if pages are files. Without
 * such pages, or if the archive is too large for it (page_has_search), answers 404. */
route_handler search_index_answer;

/* Answers with the web app manifest: the name, colours and icon of the site. */
route_handler manifest_answer;
