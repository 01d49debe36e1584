/* Meetings that are called by their dates. */
#include "assistant/find.h"
#include "phrases/phrases.h"

#include <string.h>

enum {
    MEETINGS_MAX = 8 /* that a date is said to have */
};

/* Returns the meetings that a filter of dates finds. */
static json_t *meetings_with(struct mcp *mcp, const char *begins, const char *ends,
                             const char *date)
{
    struct fetch_target list = {.length = 0};
    fetch_path(&list, "/meetings");
    fetch_text(&list, begins, date);
    if (ends)
        fetch_text(&list, ends, date);
    fetch_number(&list, "limit", MEETINGS_MAX);
    return json_object_get(fetch_json(mcp, &list), "data");
}

/* Returns meetings as the hits of a search. */
static json_t *as_hits(const json_t *meetings)
{
    json_t *hits = json_array();
    for (size_t i = 0; i < json_array_size(meetings); i++) {
        json_t *hit = json_object();
        const json_t *meeting = json_array_get(meetings, i);
        mcp_share(hit, "id", json_object_get(meeting, "id"));
        mcp_share(hit, "label", json_object_get(meeting, "name"));
        mcp_append(hits, hit);
    }
    return hits;
}

/* Returns the meetings that begin on a date, or else those that last over it; NULL if there is no
 * such date. */
static json_t *meetings_on(struct mcp *mcp, const struct phrase_date *date)
{
    char edtf[PHRASE_DATE_BYTES];
    if (!phrase_date_write(date, edtf))
        return NULL;
    json_t *meetings = meetings_with(mcp, "start_date", NULL, edtf);
    return json_array_size(meetings) > 0
               ? meetings
               : meetings_with(mcp, "start_date__lte", "end_date__gte", edtf);
}

bool find_meetings_by_date(struct mcp *mcp, const char *name, json_t **ret_hits, bool *ret_certain)
{
    struct phrase_date date;
    struct text_span text = text_span_of(name), impossible;
    if (!phrase_date_find(text, 0, DATE_ORDER_UNKNOWN, &date) || date.year == 0)
        return false;
    json_t *meetings =
        phrase_date_find_impossible(text, &impossible) ? NULL : meetings_on(mcp, &date);
    *ret_certain = !date.swappable && json_array_size(meetings) == 1;
    if (date.swappable && json_array_size(meetings) == 0) {
        phrase_date_swap(&date);
        meetings = meetings_on(mcp, &date);
    }
    *ret_hits = as_hits(meetings);
    return true;
}
