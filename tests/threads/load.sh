#!/bin/sh
# usage: load.sh PROGRAM [REQUESTS]
# 64 clients, half of them with compression, against a PROGRAM that was built with ThreadSanitizer, on two threads and with a
# cache that is too small for what is asked for. Fails on any report, lost request, or status but 2xx and 3xx.
set -eu
program=$1 requests=${2:-100000}
work=$(mktemp -d)
trap 'kill "$server" 2>/dev/null || true; rm -rf "$work"' EXIT

TSAN_OPTIONS="halt_on_error=0 exitcode=66 log_path=$work/report" \
  "$program" --listen 127.0.0.1:0 --threads 2 --cache-bytes 1000000 2>"$work/errors" &
server=$!
for _ in $(seq 100); do
  url=$(sed -n 's/.* on \(http:.*\)/\1/p' "$work/errors")
  [ -z "$url" ] || break
  sleep 0.1
done

for collection in sessions people papers proposals organizations topics events; do
  for offset in 0 1 2 3 4 5 6 7; do
    printf '%s/%s?limit=3&offset=%s\n' "$url" "$collection" "$offset"
  done
done >"$work/urls"
for word in energy security korea multilateral china 'pol*' '%22six+party%22' 'nuclear+-china'; do
  printf '%s/search?q=%s&limit=5\n%s/papers?q=%s\n' "$url" "$word" "$url" "$word"
done >>"$work/urls"
printf '%s/livez\n%s/sessions/3\n%s/\n' "$url" "$url" "$url" >>"$work/urls"

half=$((requests / 2))
h2load --h1 -n "$half" -c 32 -t 1 -i "$work/urls" >"$work/plain" &
plain=$!
h2load --h1 -n "$half" -c 32 -t 1 -i "$work/urls" -H 'Accept-Encoding: gzip, br' >"$work/coded"
wait "$plain"
kill -TERM "$server"
status=0
wait "$server" || status=$?

for log in plain coded; do
  grep -q "^requests: $half total, $half started, $half done, $half succeeded, 0 failed, 0 errored, 0 timeout" "$work/$log" ||
    { echo "threads: not every request was answered:"; cat "$work/$log"; exit 1; }
done
if [ "$status" -ne 0 ] || ls "$work"/report* >/dev/null 2>&1; then
  cat "$work"/errors "$work"/report* 2>/dev/null
  echo "threads: the server ended with status $status"
  exit 1
fi
echo "threads: $requests requests on 2 threads, no report"
