/* Fuzzes the reader of schedules in XML. */
#include "imported.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    return imported_read("frab-xml", "schedule.xml", data, size);
}
