/* Fuzzes the reader of programmes in tables. */
#include "imported.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    return imported_read("programme", "programme.csv", data, size);
}
