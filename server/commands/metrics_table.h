/* The metrics: their names, types and help texts. */
#pragma once

/* name, type, help */
#define METRICS(X)                                                                                \
    X(REQUESTS, "rapporteur_http_requests_total", "counter",                                      \
      "Answers sent, by the pattern of the path, method, status and media type.")                 \
    X(DURATION, "rapporteur_http_request_duration_seconds", "histogram",                          \
      "From a request's head to the end of its answer, by the pattern of the path.")              \
    X(HITS, "rapporteur_cache_hits_total", "counter", "Answers that were ready to be sent.")      \
    X(MISSES, "rapporteur_cache_misses_total", "counter",                                         \
      "Answers to GET and HEAD that had to be made.")                                             \
    X(EVICTIONS, "rapporteur_cache_evictions_total", "counter",                                   \
      "Ready answers that made room for others.")                                                 \
    X(CACHE_BYTES, "rapporteur_cache_bytes", "gauge", "Memory that ready answers take.")          \
    X(CACHE_LIMIT, "rapporteur_cache_limit_bytes", "gauge", "Memory that they may take.")         \
    X(CACHE_ENTRIES, "rapporteur_cache_entries", "gauge", "Ready answers.")                       \
    X(OPEN, "rapporteur_connections_open", "gauge", "Connections that are open.")                 \
    X(ACCEPTED, "rapporteur_connections_accepted_total", "counter",                               \
      "Connections that were opened.")                                                            \
    X(LOG_DROPPED, "rapporteur_access_log_dropped_lines_total", "counter",                        \
      "Lines of the access log that nobody read in time.")                                        \
    X(READY, "rapporteur_ready", "gauge", "1 where /readyz says 200, else 0.")                    \
    X(SNAPSHOT, "rapporteur_snapshot_info", "gauge", "1, for the version of the data served.")    \
    X(RECORDS, "rapporteur_snapshot_records", "gauge", "Records served, by collection.")          \
    X(MODIFIED, "rapporteur_snapshot_modified_timestamp_seconds", "gauge",                        \
      "When the data served were last changed where they came from.")                             \
    X(LOADS, "rapporteur_loads_total", "counter", "Times the data were loaded, by how it ended.") \
    X(FAULTS, "rapporteur_load_faults", "gauge", "Faults that the last load found in the data.")  \
    X(LOADED, "rapporteur_load_last_success_timestamp_seconds", "gauge",                          \
      "When the data were last loaded well.")                                                     \
    X(BUILD, "rapporteur_build_info", "gauge", "1, for the program's version and its library's.") \
    X(CPU, "process_cpu_seconds_total", "counter", "Time on a processor, user and system.")       \
    X(RESIDENT, "process_resident_memory_bytes", "gauge", "Memory that is in use.")               \
    X(VIRTUAL, "process_virtual_memory_bytes", "gauge", "Addresses that are in use.")             \
    X(FILES, "process_open_fds", "gauge", "File descriptors that are open.")                      \
    X(FILES_MAX, "process_max_fds", "gauge", "File descriptors that may be open.")                \
    X(STARTED, "process_start_time_seconds", "gauge", "When the program was started.")
#define NAME_IN_ENUM(name, ...) METRIC_##name,
enum metric {
    METRICS(NAME_IN_ENUM)
};

#undef NAME_IN_ENUM
