/* The descriptions of the service, from the tables that serve it: OpenAPI, the reference for
 * people, the JSON Schema of data files and the catalogue of APIs.
 *
 * May include: http, query, formats, endpoints.
 */
#pragma once

#include "describe/data_schema.h"
#include "http/route.h"

#define OPENAPI_PATH "/openapi.json"
#define OPENAPI_MEDIA_TYPE "application/vnd.oai.openapi+json"
#define DOCS_PATH "/docs"
#define DOCS_MEDIA_TYPE "text/html"
#define API_CATALOG_PATH "/.well-known/api-catalog"
#define API_CATALOG_MEDIA_TYPE "application/linkset+json"

/* openapi*.c: every path, parameter, answer and header in OpenAPI 3.1, with examples out of the
 * loaded record. */
route_handler openapi_answer;

/* docs*.c: one HTML page with requests to paste and their answers. It needs no script and nothing
 * from elsewhere. */
route_handler docs_answer;

/* data_schema.c: the JSON Schema of a data file. */
route_handler data_schema_answer;

/* api_catalog.c: a set of links (RFC 9264) from the service to its descriptions, at a well-known
 * place (RFC 9727). */
route_handler api_catalog_answer;
