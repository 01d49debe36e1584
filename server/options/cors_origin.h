/* The origins of pages (RFC 6454), which --cors-origin names. Those of records are in origin.h. */
#pragma once

/* What is wrong with a text as the origin of a page, as browsers write it in "Origin"; as in "it
 * must be in lower case". NULL where it is one. */
const char *cors_origin_problem(const char *text);
