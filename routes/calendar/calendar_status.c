#include "calendar/calendar_status.h"

#include <stddef.h>
#include <string.h>

static const struct {
    const char *recorded, *status;
} statuses[] = {
    {"held", "CONFIRMED"},      {"given", "CONFIRMED"},     {"scheduled", "CONFIRMED"},
    {"certain", "CONFIRMED"},   {"probable", "TENTATIVE"},  {"planned", "TENTATIVE"},
    {"postponed", "TENTATIVE"}, {"cancelled", "CANCELLED"}, {"withdrawn", "CANCELLED"},
    {"open", "NEEDS-ACTION"},   {"done", "COMPLETED"},      {"dropped", "CANCELLED"},
};

const char *calendar_status(const char *recorded)
{
    for (size_t i = 0; i < sizeof statuses / sizeof *statuses; i++)
        if (strcmp(statuses[i].recorded, recorded) == 0)
            return statuses[i].status;
    return NULL;
}
