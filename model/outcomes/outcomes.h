/* The decisions of a meeting with their votes, as the blocks of minutes report them.
 *
 * All texts are as in model/phrases. Nothing here knows records or files.
 *
 * May include: base, marks, members, phrases, wording.
 */
#pragma once

#include "outcomes/decision.h"
