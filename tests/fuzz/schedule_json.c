/* Fuzzes the reader of schedules in JSON. */
#include "imported.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    return imported_read("frab-json", "schedule.json", data, size);
}
