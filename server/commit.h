/* The commit that the program was built from. */
#pragma once

/* The first twelve digits of its hash, then "-dirty" if files had been changed; or "unknown". */
extern const char program_commit[];
