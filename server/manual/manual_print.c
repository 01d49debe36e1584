#include "manual/manual.h"

#include <stdlib.h>
#include <string.h>

static bool write_form(int argc, char **argv, FILE *out)
{
    const char *form = argc > 1 ? argv[1] : "";
    if (strcmp(form, "man") == 0 && argc == 3)
        return manual_page_write(argv[2], out);
    if (argc != 2)
        return false;
    if (strcmp(form, "bash") == 0)
        bash_completion_write(out);
    else if (strcmp(form, "zsh") == 0)
        zsh_completion_write(out);
    else if (strcmp(form, "fish") == 0)
        fish_completion_write(out);
    else
        return false;
    return true;
}

int manual_print(int argc, char **argv, FILE *out, FILE *errors)
{
    if (!write_form(argc, argv, out)) {
        fputs("usage: print_manual man YYYY-MM-DD | bash | zsh | fish\n", errors);
        return 2;
    }
    return fflush(out) == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
