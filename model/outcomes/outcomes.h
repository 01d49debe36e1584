/* The outcomes of a meeting: decisions with their votes, and actions, as the blocks of minutes
 * report them.
 *
 * All texts are as in model/phrases. Nothing here knows records or files.
 *
 * May include: base, marks, members, phrases, wording.
 */
#pragma once

#include "outcomes/action.h"
#include "outcomes/decision.h"
