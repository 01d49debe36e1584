/* print_manual man DATE | bash | zsh | fish: prints the manual page of rapporteur, or the
 * completions of a shell. The build calls it. */
#include "manual/manual.h"

#include <stdlib.h>
#include <string.h>

static bool write_manual(int argc, char **argv)
{
    const char *form = argc > 1 ? argv[1] : "";
    if (strcmp(form, "man") == 0 && argc == 3)
        return manual_page_write(argv[2], stdout);
    if (argc != 2)
        return false;
    if (strcmp(form, "bash") == 0)
        bash_completion_write(stdout);
    else if (strcmp(form, "zsh") == 0)
        zsh_completion_write(stdout);
    else if (strcmp(form, "fish") == 0)
        fish_completion_write(stdout);
    else
        return false;
    return true;
}

int main(int argc, char **argv)
{
    if (!write_manual(argc, argv)) {
        fputs("usage: print_manual man YYYY-MM-DD | bash | zsh | fish\n", stderr);
        return 2;
    }
    return fflush(stdout) == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
