/* The exit statuses of the program. */
#pragma once

enum exit_status {
    EXIT_DONE = 0,
    EXIT_COULD_NOT = 1,   /* a runtime error, written to standard error */
    EXIT_WRONG_USAGE = 2, /* a flag, a command or an operand is wrong */
    EXIT_WRONG_DATA = 65  /* the data files are wrong: EX_DATAERR of sysexits(3) */
};
