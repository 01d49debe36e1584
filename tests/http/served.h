/* The server and the client that most tests of HTTP have: one of each for a test. */
#pragma once

#include "client.h"
#include "server.h"

extern struct test_server served;
extern struct client client;

/* For a suite's .init and .fini: starts the server on its built-in record; stops it and expects
 * that it ends well. */
void serve(void);
void stop_serving(void);

/* GETs with one header field. */
struct answer get_with(const char *path, const char *field);

/* The value of a header field, which the caller frees; fails the test where it is not there. */
char *header_of(const struct answer *answer, const char *name);
