/* Opens the socket on which the server listens. */
#pragma once

#include <stdio.h>

enum {
    LISTENER_URL_MAX = 128
};

/* Listens on an address that address_split (base/address.h) accepts; an empty host means every
 * address of the machine. Writes the URL with the actual port to `ret_url`. Returns the socket,
 * which the caller owns. Returns -1 on failure, with the reason written to `errors`. */
int listener_open(const char *address, const char *scheme, char ret_url[LISTENER_URL_MAX],
                  FILE *errors);
