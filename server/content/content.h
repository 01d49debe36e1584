/* The content of a POST request: its bytes are collected, up to CONTENT_BYTES_MAX, before it is
 * answered. Requests of other methods have none.
 *
 * May include: answer.
 */
#pragma once

#include "answer/request_head.h"
#include "base/buffer.h"

/* The memory for the content of one request after the other. */
struct request_content {
    struct buffer bytes;
    struct buffer key; /* see struct content */
};

void request_content_init(struct request_content *content);
void request_content_finish(struct request_content *content);

/* Makes the request of a head one of METHOD_POST, if its path takes that. If the content is longer
 * than allowed, refuses it. */
void request_content_expect(struct request_head *head, const char *method);

/* Adds a piece of the content. */
void request_content_add(struct request_content *content, const char *bytes, size_t length);

/* Completes the content of a head whose method is METHOD_POST. */
void request_content_end(struct request_content *content, struct request_head *head);

/* Forgets the content after the answer, and frees its memory if that is large. */
void request_content_clear(struct request_content *content);
