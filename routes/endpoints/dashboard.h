/* The dashboard: a page for a browser, and the files that it asks for.
 *
 * Built with -Ddashboard=disabled, "/" is the service document alone (406 to who takes only HTML),
 * and there are no files.
 */
#pragma once

#include "endpoints/call.h"

handler root_answer;  /* /, as a page or as the service document, whichever is preferred */
handler asset_answer; /* /assets/{version}/{name} */
