/* Fuzzes the reader of minutes in Markdown. */
#include "imported.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    return imported_read("markdown", "minutes.md", data, size);
}
