/* The metrics: their names, types and help texts. */
#pragma once

/* name, type, help */
#define METRICS(X)                                                                                 \
    X(REQUESTS, "rapporteur_http_requests_total", "counter",                                       \
      "Responses sent, by route, method, status and media type.")                                  \
    X(DURATION, "rapporteur_http_request_duration_seconds", "histogram",                           \
      "Time from the head of a request to the end of its response, by route.")                     \
    X(BYTES, "rapporteur_http_response_bytes_total", "counter",                                    \
      "Bytes of response bodies sent, by route.")                                                  \
    X(REFUSALS, "rapporteur_refusals_total", "counter",                                            \
      "Requests that were refused, by reason: no memory for the answer, the queue of costly "      \
      "requests is full, too much work, too many requests of a client behind a proxy, a wrong "    \
      "head, no record loaded yet.")                                                               \
    X(HITS, "rapporteur_cache_hits_total", "counter", "Responses that were sent from the cache.")  \
    X(MISSES, "rapporteur_cache_misses_total", "counter",                                          \
      "GET and HEAD requests that were not in the cache.")                                         \
    X(EVICTIONS, "rapporteur_cache_evictions_total", "counter",                                    \
      "Responses that were evicted from the cache.")                                               \
    X(CACHE_BYTES, "rapporteur_cache_bytes", "gauge", "Memory of cached responses.")               \
    X(CACHE_LIMIT, "rapporteur_cache_limit_bytes", "gauge", "Maximum memory of cached responses.") \
    X(CACHE_ENTRIES, "rapporteur_cache_entries", "gauge", "Cached responses.")                     \
    X(WORK, "rapporteur_request_work_units_total", "counter",                                      \
      "Units of work for responses that were not in the cache; a million is about a millisecond.") \
    X(WORK_HIGHEST, "rapporteur_request_work_highest_units", "gauge",                              \
      "Most units of work for one response so far.")                                               \
    X(WORK_LIMIT, "rapporteur_request_work_limit_units", "gauge",                                  \
      "Maximum units of work for one response.")                                                   \
    X(UNSENT, "rapporteur_unsent_bytes", "gauge",                                                  \
      "Memory of responses that clients have not read yet, besides the cache.")                    \
    X(UNSENT_LIMIT, "rapporteur_unsent_limit_bytes", "gauge", "Maximum memory of such responses.") \
    X(UNSENT_SHARED, "rapporteur_bodies_shared_total", "counter",                                  \
      "Response bodies that were replaced by an equal one in memory.")                             \
    X(COSTLY_BUSY, "rapporteur_costly_threads_busy", "gauge",                                      \
      "Threads for requests that take much work which have one.")                                  \
    X(COSTLY_THREADS, "rapporteur_costly_threads", "gauge", "Threads for such requests.")          \
    X(COSTLY_WAITING, "rapporteur_costly_requests_waiting", "gauge",                               \
      "Requests that take much work and wait for a thread.")                                       \
    X(COSTLY_LIMIT, "rapporteur_costly_requests_limit", "gauge",                                   \
      "Maximum number of such requests.")                                                          \
    X(OPEN, "rapporteur_connections_open", "gauge", "Open connections.")                           \
    X(CONNECTIONS_LIMIT, "rapporteur_connections_limit", "gauge",                                  \
      "Maximum number of open connections.")                                                       \
    X(ACCEPTED, "rapporteur_connections_accepted_total", "counter", "Accepted connections.")       \
    X(ENDED, "rapporteur_connections_ended_total", "counter",                                      \
      "Connections that the server has closed because of a limit, by reason.")                     \
    X(UNDER_WAY, "rapporteur_http_requests_under_way", "gauge",                                    \
      "Requests that are being answered.")                                                         \
    X(LOG_DROPPED, "rapporteur_access_log_dropped_lines_total", "counter",                         \
      "Lines of the access log that were dropped because they were read too slowly or could not "  \
      "be written.")                                                                               \
    X(SAID_DROPPED, "rapporteur_log_dropped_lines_total", "counter",                               \
      "Lines of standard error that were dropped because they were read too slowly or could not "  \
      "be written.")                                                                               \
    X(READY, "rapporteur_ready", "gauge", "1 if /readyz says 200, else 0.")                        \
    X(SNAPSHOT, "rapporteur_snapshot_info", "gauge",                                               \
      "1, labelled with the version of the served data.")                                          \
    X(RECORDS, "rapporteur_snapshot_records", "gauge", "Served records, by collection.")           \
    X(MODIFIED, "rapporteur_snapshot_modified_timestamp_seconds", "gauge",                         \
      "Time at which the served data were last modified at their source.")                         \
    X(LOADS, "rapporteur_loads_total", "counter", "Loads of the data, by result.")                 \
    X(FAULTS, "rapporteur_load_faults", "gauge", "Faults that the last load found in the data.")   \
    X(LOADED, "rapporteur_load_last_success_timestamp_seconds", "gauge",                           \
      "Time of the last successful load of the data.")                                             \
    X(LAST_SUCCEEDED, "rapporteur_load_last_succeeded", "gauge",                                   \
      "1 if the last load of the data succeeded, else 0.")                                         \
    X(LAST_DURATION, "rapporteur_load_last_duration_seconds", "gauge",                             \
      "Duration of the last load of the data.")                                                    \
    X(LAST_LOAD, "rapporteur_load_last_timestamp_seconds", "gauge",                                \
      "Time of the last load of the data.")                                                        \
    X(ORIGIN_FETCHES, "rapporteur_origin_fetches_total", "counter",                                \
      "Fetches of data from a URL, by URL and result.")                                            \
    X(ORIGIN_FAILURES, "rapporteur_origin_failures_in_a_row", "gauge",                             \
      "Fetches of a URL that failed since the last one that succeeded.")                           \
    X(ORIGIN_SUCCESS, "rapporteur_origin_last_success_timestamp_seconds", "gauge",                 \
      "Time of the last fetch of a URL that succeeded.")                                           \
    X(ORIGIN_DURATION, "rapporteur_origin_last_duration_seconds", "gauge",                         \
      "Duration of the last fetch of a URL.")                                                      \
    X(ORIGIN_REFRESH, "rapporteur_origin_refresh_seconds", "gauge",                                \
      "Time between fetches of a URL; 0 means that it is fetched once.")                           \
    X(STATE_SAVED, "rapporteur_state_last_succeeded", "gauge",                                     \
      "1 if the copies for the next start could be written to the folder of --state, else 0.")     \
    X(CERTIFICATE, "rapporteur_certificate_expiry_timestamp_seconds", "gauge",                     \
      "Time at which the certificate of the server expires.")                                      \
    X(CERTIFICATE_LOADED, "rapporteur_certificate_last_succeeded", "gauge",                        \
      "1 if the last load of the certificate and its key succeeded, else 0.")                      \
    X(BUILD, "rapporteur_build_info", "gauge",                                                     \
      "1, labelled with the versions of the program and of libmicrohttpd.")                        \
    X(CPU, "process_cpu_seconds_total", "counter", "User and system CPU time.")                    \
    X(RESIDENT, "process_resident_memory_bytes", "gauge", "Resident memory.")                      \
    X(VIRTUAL, "process_virtual_memory_bytes", "gauge", "Virtual memory.")                         \
    X(FILES, "process_open_fds", "gauge", "Open file descriptors.")                                \
    X(FILES_MAX, "process_max_fds", "gauge", "Maximum number of open file descriptors.")           \
    X(STARTED, "process_start_time_seconds", "gauge", "Time at which the program was started.")
#define NAME_IN_ENUM(name, ...) METRIC_##name,
enum metric {
    METRICS(NAME_IN_ENUM)
};

#undef NAME_IN_ENUM
