/* The actions that a meeting agrees on, as the blocks of minutes report them: who does what by
 * when.
 *
 * All texts are as in model/phrases. Nothing here knows records or files.
 *
 * May include: base, members, phrases, wording.
 */
#pragma once

#include "actions/action.h"
