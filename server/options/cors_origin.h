/* CORS origins (RFC 6454), which --cors-origin names. */
#pragma once

/* Returns NULL if the text is an origin as browsers write it in the Origin header; otherwise what
 * is wrong with it, as in "it must be in lower case". */
const char *cors_origin_problem(const char *text);
