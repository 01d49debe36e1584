#!/bin/sh
# usage: load.sh PROGRAM [REQUESTS] - loads a PROGRAM that was built with a sanitizer, while its record is replaced every second.
# 64 clients send REQUESTS requests (default 100000), half of them with compression. The server has two threads, and a cache that is
# too small for all answers. Fails on any sanitizer report, lost request, or status except 2xx and 3xx. Environment variables:
#   RATE=N         requests per second and client (default: as many as PROGRAM answers)
#   CACHE_BYTES=N  size of the cache (default 1000000)
#   LEVEL=1        fail if private memory or descriptors grow by more than 5 per cent from the second quarter of the time to the
#                  last, for a PROGRAM without a sanitizer
set -eu
program=$1 requests=${2:-100000}
work=$(mktemp -d)
record=$(dirname "$0")/../../../data/beijing-2006.json
server= changer=
trap 'kill $server $changer 2>/dev/null || true; rm -rf "$work"' EXIT

mkdir "$work/data"
: >"$work/errors"
cp "$record" "$work/data/record.json"
# Collections in which an index of a field and an order are made, kept and shared: over 4,096 records.
awk 'BEGIN {
  printf "{\"topics\": ["
  for (i = 1; i <= 5000; i++) printf "%s{\"id\": \"many-%d\", \"label\": \"Lamp %d\"}\n", (i > 1 ? ", " : ""), i, i * 7919 % 5000
  printf "], \"events\": ["
  for (i = 1; i <= 5000; i++) printf "%s{\"id\": \"many-%d\", \"title\": \"Feast %d\", \"date\": \"%d-%02d-%02d\"}\n", (i > 1 ? ", " : ""), i, i * 7919 % 5000, 1900 + i % 97, 1 + i % 12, 1 + i % 28
  print "]}"
}' >"$work/data/many.json"

# If the server is stopped while it loads a record, it deliberately exits without joining that thread.
TSAN_OPTIONS="report_thread_leaks=0 halt_on_error=0 exitcode=66 log_path=$work/report" \
  "$program" --data "$work/data" --listen 127.0.0.1:0 --threads 2 --cache-bytes "${CACHE_BYTES:-1000000}" 2>"$work/errors" &
server=$!
url=
while [ -z "$url" ]; do
  kill -0 "$server" 2>/dev/null || { cat "$work/errors"; echo "threads: the server did not start"; exit 1; }
  sleep 0.1
  url=$(sed -n 's/.* on \(http:.*\)/\1/p' "$work/errors")
done

for collection in sessions people papers proposals organizations topics events; do
  for offset in 0 1 2 3 4 5 6 7; do
    printf '%s/%s?limit=3&offset=%s\n' "$url" "$collection" "$offset"
  done
done >"$work/urls"
for word in energy security korea multilateral china 'pol*' '%22six+party%22' 'nuclear+-china'; do
  printf '%s/search?q=%s&limit=5\n%s/papers?q=%s\n' "$url" "$word" "$url" "$word"
done >>"$work/urls"
for offset in 0 300 4400; do
  printf '%s/topics?sort=-label&limit=3&offset=%s\n' "$url" "$offset"
  printf '%s/topics?label__contains=9&limit=3&offset=%s\n' "$url" "$((offset / 3))"
  printf '%s/events?date__gte=1950&sort=date,title&limit=3&offset=%s\n' "$url" "$((offset / 2))"
done >>"$work/urls"
printf '%s/topics?q=lamp&limit=3\n%s/events?title__startswith=feast&date__lt=1930&limit=3\n' "$url" "$url" >>"$work/urls"
printf '%s/livez\n%s/sessions/3\n%s/\n' "$url" "$url" "$url" >>"$work/urls"

level() {
  printf '%s %s\n' "$(awk '/RssAnon/ { print $2 }' "/proc/$server/status")" "$(ls "/proc/$server/fd" | wc -l)"
}

edition=0
while sleep 1; do
  level >>"$work/level"
  edition=$((edition + 1))
  sed "0,/\"summary\": \"/s//&Edition $edition. /" "$record" >"$work/new"
  mv "$work/new" "$work/data/record.json"
  kill -HUP "$server"
done &
changer=$!

half=$((requests / 2))
h2load --h1 -n "$half" -c 32 -t 1 ${RATE:+--rps="$RATE"} -i "$work/urls" >"$work/plain" &
plain=$!
h2load --h1 -n "$half" -c 32 -t 1 ${RATE:+--rps="$RATE"} -i "$work/urls" -H 'Accept-Encoding: gzip, br' >"$work/coded"
wait "$plain"
kill "$changer"
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
versions=$(grep -c 'rapporteur: serving version' "$work/errors" || true)
if [ "$versions" -eq 0 ] || grep -q 'still serving version' "$work/errors"; then
  cat "$work/errors"
  echo "threads: the record was not replaced under load"
  exit 1
fi
echo "threads: $requests requests on 2 threads, the record replaced $versions times, no sanitizer report"
# Compares the second quarter of the time with the last; the first one fills the caches.
awk -v strict="${LEVEL:-0}" '
  { memory[NR] = $1; descriptors[NR] = $2 }
  END {
    for (i = 1; i <= NR; i++) {
      quarter = int((i - 1) * 4 / NR)
      count[quarter]++
      kilobytes[quarter] += memory[i]
      if (descriptors[i] > most[quarter]) most[quarter] = descriptors[i]
    }
    if (!count[1] || !count[3]) exit
    before = kilobytes[1] / count[1]
    after = kilobytes[3] / count[3]
    printf "threads: %.0f kB of private memory in the second quarter, %.0f in the last; at most %d and %d descriptors\n", before, after, most[1], most[3]
    exit strict && (after > before * 1.05 || most[3] > most[1] * 1.05)
  }' "$work/level" || { echo "threads: memory or descriptors grow"; exit 1; }
