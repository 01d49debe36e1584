/* The descriptions of the service, generated from the tables that it is served by: OpenAPI, the
 * HTML reference, the JSON Schema of data files and the API catalogue.
 *
 * May include: http, query, formats, endpoints, layout.
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

/* openapi*.c: every path, parameter, answer and header in OpenAPI 3.1, with examples from the
 * loaded record. */
route_handler openapi_answer;

/* docs*.c: a page with commands to paste into a shell, and their answers. */
route_handler docs_answer;

/* data_schema.c: the JSON Schema of a data file. */
route_handler data_schema_answer;

/* api_catalog.c: a link set (RFC 9264) from the service to its descriptions, at a well-known path
 * (RFC 9727). */
route_handler api_catalog_answer;
