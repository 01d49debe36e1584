/* Who attended: labels of groups, lists of names and what is written beside a name (member.h), and
 * the people of the minutes with the forms of their names (roster.h).
 *
 * May include: base, unicode, draft, wording, phrases.
 */
#pragma once

#include "members/member.h"
#include "members/member_role.h"
#include "members/roster.h"
