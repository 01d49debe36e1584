/* The program that prints the manual page and the completions of shells. The build calls it. */
#include "manual/manual.h"

int main(int argc, char **argv)
{
    return manual_print(argc, argv, stdout, stderr);
}
