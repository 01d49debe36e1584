/* Where in its file a loaded record stands. */
#include "load/loading.h"

const struct place *loading_place(const struct loading *loading, const struct record *record,
                                  struct place places[3])
{
    places[0] = place_top(&loading->files[record->file]);
    places[1] = place_member(&places[0], record->type->collection);
    places[2] = place_element(&places[1], record->element);
    return &places[2];
}
