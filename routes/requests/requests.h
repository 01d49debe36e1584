/* A message of an assistant that is being answered (conversation.h), the requests that its answer
 * sends to the routes (fetch.h), the places of records in their addresses (place.h), and the
 * records there (look_up.h).
 *
 * May include: http.
 */
#pragma once

#include "requests/conversation.h"
#include "requests/fetch.h"
#include "requests/look_up.h"
#include "requests/place.h"
