/* The socket on which the server listens. */
#pragma once

#include <stdio.h>

enum {
    LISTENER_URL_MAX = 128
};

/* Binds and listens on an address that address_split (base/address.h) splits; an empty host is
 * every address of the machine. Returns the socket, which the caller owns, and writes the URL with
 * that scheme and the port really bound. Returns -1, with the reason written to `errors`, if it
 * cannot. */
int listener_open(const char *address, const char *scheme, char ret_url[LISTENER_URL_MAX],
                  FILE *errors);
