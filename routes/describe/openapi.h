/* The description of the service in OpenAPI 3.1: every path, parameter, answer and header, from the
 * tables that serve them, with examples out of the loaded record. */
#pragma once

#include "endpoints/call.h"

#define OPENAPI_PATH "/openapi.json"
#define OPENAPI_MEDIA_TYPE "application/vnd.oai.openapi+json"

void openapi_write(const struct call *call, struct buffer *out);
