/* The socket on which the server listens. */
#pragma once

#include <stdbool.h>
#include <stdio.h>

enum {
    LISTENER_URL_MAX = 128
};

/* Whether a text is an address to listen on as below; nothing is looked up. */
bool listener_is_address(const char *text);

/* Binds and listens. `address` is ADDRESS:PORT, [ADDRESS]:PORT or :PORT (every address). Returns
 * the socket, which is the caller's, and its URL with that scheme and the port really taken; -1
 * with the reason written to `errors`. */
int listener_open(const char *address, const char *scheme, char ret_url[LISTENER_URL_MAX],
                  FILE *errors);
