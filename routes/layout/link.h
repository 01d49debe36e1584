/* The links of pages. */
#pragma once

#include "layout/page.h"

/* Adds the attribute `href` with the URL of a page of a record, a list or a relation, and with
 * `fragment` after "#", unless it is NULL. */
void page_href(struct page *page, struct url url, const char *fragment);

/* Adds `href` with the URL of a document at one of its lines. The page of a document has
 * PAGE_LINES_MAX lines; the parameter `offset` is the number of lines before those of a later page.
 */
void page_href_line(struct page *page, struct url url, uint32_t line);

/* Adds `href` with the URL and the parameters of the page, except `offset`. The parameter `name`
 * gets the value `value`; it is omitted if `value` is NULL. Adds nothing if pages are files and
 * none can have the name. */
void page_href_with(struct page *page, struct url url, const char *name, const char *value);

/* Adds `href` with the URL of a comparison of the people with these ids, on the topic with the id
 * `topic`, which may be NULL. */
void page_href_compare(struct page *page, const char *const *people, size_t count,
                       const char *topic);

/* Adds `href` with the URL of the home page. */
void page_href_home(struct page *page);

/* Adds `action` with the URL of the search. */
void page_action_search(struct page *page);

/* Adds an attribute with the path of a file that pages load: of the house (looks/theme.h) if
 * `version` is that of its theme, or of the looks. */
void page_attribute_asset(struct page *page, const char *attribute, const char *version,
                          const char *name);

/* Adds `href` with the path of another resource, such as "/docs". */
void page_href_path(struct page *page, const char *path);

/* Adds `href` with such a path and the parameters "q" and "type" of the page. */
void page_href_search(struct page *page, const char *path);

/* Append the address of the subject, with the parameters of the page: in a format; without a
 * format; or as this page. The first and the last are for programs, which do not need the host of
 * the page: they are complete if the public address is known, else paths. The others are for
 * readers to copy: they are complete if the host of the request is known. */
void page_append_format_address(const struct page *page, const char *suffix, struct buffer *out);
void page_append_resource_address(const struct page *page, struct buffer *out);
void page_append_address(const struct page *page, struct buffer *out);
void page_append_canonical(const struct page *page, struct buffer *out);

/* Writes a link to a record with its label, cut as in a reference. */
void page_link_record(struct page *page, const struct record *record);

/* Writes a link to a list. */
void page_link_collection(struct page *page, const char *collection, const char *text);

/* Writes the sign of an inferred value. */
void page_mark_inferred(struct page *page);
