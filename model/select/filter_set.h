/* Several filters on one record. A record must meet all of them.
 *
 * Filters on members of the same list of objects are met by the same object:
 * `votes.ballots.person=lund&votes.ballots.option=no` selects the decisions on which Lund voted no,
 * not those on which Lund voted and somebody voted no. FILTER_NOT and a FILTER_IS_NULL of "true"
 * then ask about that object. If a list has only such filters, each asks about the whole record, as
 * it does alone.
 */
#pragma once

#include "select/filter.h"

enum {
    FILTER_SET_MAX = 64
};

/* Returns true if a record meets all filters, at most FILTER_SET_MAX. Sets `keys->failed` if out of
 * memory. Spends `work`, which may be NULL; if it is used up, the result has no meaning. */
bool filter_set_matches(const struct filter *filters, size_t count, const struct record *record,
                        struct filter_keys *keys, struct work *work);

/* Returns true if a filter of the set must be met by the same object as another one. */
bool filter_set_combines(const struct filter *filters, size_t count, const struct filter *filter);
