#include "unicode/collation_table.h"

#include "unicode/collation_table.inc"
