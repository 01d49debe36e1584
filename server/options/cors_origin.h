/* CORS origins (RFC 6454): the values of --cors-origin. */
#pragma once

/* Returns NULL if the text is an origin as browsers write it in the Origin header; otherwise the
 * problem as a clause, such as "it must be in lower case". */
const char *cors_origin_problem(const char *text);
