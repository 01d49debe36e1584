/* Fuzzes the reader of records in YAML. */
#include "imported.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    return imported_read("yaml", "record.yaml", data, size);
}
