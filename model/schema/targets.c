#include "schema/targets.h"

#include <stdio.h>

const struct record_type *targets_only(unsigned targets)
{
    for (size_t i = 0; i < TYPE_COUNT; i++)
        if (targets == TARGET(i))
            return record_types[i];
    return NULL;
}

void targets_write(unsigned targets, enum targets_form form, const char *last, char *list,
                   size_t size)
{
    size_t used = 0;
    list[0] = '\0';
    for (size_t i = 0; i < TYPE_COUNT && used < size; i++) {
        if (!(targets & TARGET(i)))
            continue;
        targets &= ~TARGET(i);
        const struct record_type *type = record_types[i];
        used += (size_t)snprintf(list + used, size - used, "%s%s",
                                 !used     ? ""
                                 : targets ? ", "
                                           : last,
                                 form == TARGETS_COLLECTIONS ? type->collection : type->name);
    }
}
