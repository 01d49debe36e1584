/* HTML in the texts of other formats, which becomes plain text.
 *
 * May include: base.
 */
#pragma once

#include "html/html_text.h"
