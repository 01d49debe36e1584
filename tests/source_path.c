#include "source_path.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>

const char *source_path(const char *path)
{
    static char whole[4096];
    const char *source = getenv("RAPPORTEUR_SOURCE");
    cr_assert(source, "RAPPORTEUR_SOURCE is not set; run through meson test");
    snprintf(whole, sizeof whole, "%s/%s", source, path);
    return whole;
}
