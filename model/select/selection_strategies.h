/* The two ways to make a selection, between which selection.c chooses. */
#pragma once

#include "select/selection.h"

/* Scans the records one by one. Returns false if out of memory. */
bool selection_by_scan(const struct selection_request *request, struct selection *selection);

/* Uses value indexes. Returns false, with the selection unchanged, if there is no memory for them,
 * or if the order of the list is needed and is not that of the ordinals. */
bool selection_by_index(const struct selection_request *request, struct selection *selection);
