/* Roles in words. */
#pragma once

#include "members/member.h"

/* Returns the roles that a text names, as bits of enum member_role. */
unsigned member_roles_of(struct text_span text);

/* Returns the mode that a text names. */
enum member_mode member_mode_of(struct text_span text);
