/* The catalogue of APIs at a well-known place (RFC 9727): a set of links (RFC 9264) from the
 * service to what describes it, from the table of routes. */
#pragma once

#define API_CATALOG_PATH "/.well-known/api-catalog"
#define API_CATALOG_MEDIA_TYPE "application/linkset+json"
