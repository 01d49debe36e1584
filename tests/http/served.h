/* The server and the client of most HTTP tests: one of each per test. */
#pragma once

#include "client.h"
#include "server.h"

extern struct test_server served;
extern struct client client;

/* The .init and .fini of a suite. serve starts the server with its built-in record,
 * with limits of an hour in place of those that a busy machine may exceed; stop_serving
 * stops it and expects exit status 0. */
void serve(void);
void stop_serving(void);

/* Sends a GET with one header field, "Name: value". */
struct answer get_with(const char *path, const char *field);

/* Returns the value of a header field, which the caller frees. Fails the test if the answer does
 * not have the field. */
char *header_of(const struct answer *answer, const char *name);
