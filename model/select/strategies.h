/* The two ways to a selection: what selection.c chooses between. */
#pragma once

#include "select/selection.h"

/* Goes through the records one by one. False when out of memory. */
bool selection_scan(const struct selection_request *request, struct selection *selection);

/* Uses sets and orders. False, with the selection as it was, where there is no memory for them, or
 * the list's order is one of its own. */
bool selection_look_up(const struct selection_request *request, struct selection *selection);
