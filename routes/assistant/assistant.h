/* The tools with which an assistant reads the record; they do not depend on the protocol. A tool
 * (tool.h) sends GET requests to the routes (requests/fetch.h) and turns their JSON into statements
 * (statement.h).
 *
 * So the tools find what the API finds, check what it checks, and spend the same work.
 *
 * The words of records are data. They are only in members of the form
 *
 *     {"untrusted": true, "text": "..."}
 *
 * Every other string is written by the program, or is an id, a URL, the name of a field, a number,
 * a date or one word. In the text beside the structured content, the words of records are in
 * quotation marks, as its first line says, with the escapes of JSON, also for characters that are
 * not visible.
 *
 * May include: http, query, record_page, requests.
 */
#pragma once

#include "assistant/statement.h"
#include "assistant/tool.h"
