/* A time limit for each test. Criterion 2.4.1 has --timeout and .timeout, but hangs for ever after
 * a test that exceeds them. */
#pragma once

/* Sets the limit of the running test, in seconds from now. A test that does not call it has the
 * seconds in TEST_SECONDS, or 300 without that variable, four times as many under a
 * sanitizer. After that, the process of the test writes its name to standard error and aborts, so
 * that the test fails. The limit covers .init and .fini, and no test depends on it: it only ends a
 * test that hangs. */
void time_limit_set(unsigned seconds);
