/* The reference for readers: one page of HTML from the tables that serve, with requests to paste
 * and what they answer. It needs no script and nothing from elsewhere. */
#pragma once

#define DOCS_PATH "/docs"
#define DOCS_MEDIA_TYPE "text/html"
