/* The commands of the program, and the service from its start to its end.
 *
 * Each function runs one command, writes all errors to standard error, and returns the exit status
 * of the program. It is named command_WORD after its constant COMMAND_WORD (options.h) and is in
 * WORD.c, except command_schema and command_openapi, which are in describe.c.
 *
 * May include: base, options, sandbox, connections, answer, data, access_log, listen, net, metrics.
 */
#pragma once

#include "base/exit_status.h"
#include "commands/theme_folder.h"
#include "options/options.h"

/* Loads the data and answers requests until SIGTERM or SIGINT. */
enum exit_status command_serve(const struct options *options);

/* Writes every fault in the data files that the operands name, or else --data, to standard error.
 */
enum exit_status command_check(const struct options *options);

/* Prints the JSON Schema of data files. */
enum exit_status command_schema(const struct options *options);

/* Loads the data and prints the OpenAPI description of a server with these options. */
enum exit_status command_openapi(const struct options *options);

/* Loads the data and writes every response without parameters into the folder that the operand
 * names. */
enum exit_status command_export(const struct options *options);

/* Prints the data that the operands name, of any format, as one record in JSON; or what was read
 * and not read (--report), or what each line became (--explain). */
enum exit_status command_convert(const struct options *options);

/* Lists the formats that data can have. */
enum exit_status command_formats(const struct options *options);

/* Answers messages of the Model Context Protocol (mcp/mcp.h) on standard input, one on each line,
 * until its end. */
enum exit_status command_mcp(const struct options *options);

/* Requests /readyz of a server, by default of the server that the options describe. */
enum exit_status command_ready(const struct options *options);
