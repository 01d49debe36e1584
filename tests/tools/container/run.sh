#!/bin/sh
# usage: run.sh - builds the container image and runs it as documented: unprivileged, read-only, with a mounted record.
# Checks answers, health, reload, signals, privileges and size. CONTAINER_TOOL is a script that builds and runs a Dockerfile; by
# default it is expected beside the project. Without it the test is skipped (exit status 77).
set -eu
cd "$(dirname "$0")/../../.."
tool=${CONTAINER_TOOL:-../shared/tools/container.sh}
[ -x "$tool" ] || [ -f "$tool" ] || { echo "skipped: container: no tool that builds and runs images; set CONTAINER_TOOL"; exit 77; }
tool=$(realpath "$tool")

PEAK_MB=32
work=$(mktemp -d)
export IMAGE=${IMAGE:-localhost/rapporteur}
running= holder=
trap 'kill $running $holder 2>/dev/null || true; rm -rf "$work"' EXIT

# A free port, which this process keeps bound until the end, so that only a server with SO_REUSEADDR can take it.
mkfifo "$work/port"
python3 -c '
import signal, socket
held = socket.socket()
held.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
held.bind(("127.0.0.1", 0))
print(held.getsockname()[1], flush=True)
signal.pause()' >"$work/port" &
holder=$!
read -r port <"$work/port"
url=http://127.0.0.1:$port

say() { printf 'container: %s\n' "$*"; }
fail() { say "$*"; cat "$work"/*.log 2>/dev/null | tail -40; exit 1; }

# until_true SECONDS COMMAND...: repeats a command until it succeeds; fails after SECONDS
until_true() {
  left=$(($1 * 5))
  shift
  until "$@" >/dev/null 2>&1; do
    left=$((left - 1))
    [ "$left" -gt 0 ] || return 1
    sleep 0.2
  done
}

# jq succeeds on empty input, so curl must succeed first.
answers() { curl -sf "$url/meetings" >"$work/answer" && jq -e --arg text "$1" '.data[0].summary == $text' "$work/answer" >/dev/null; }

git archive HEAD >"$work/project.tar"
mkdir "$work/project" "$work/data"
tar -xf "$work/project.tar" -C "$work/project"
RUN=0 bash "$tool" "$work/project" "$work/project/docker/Dockerfile" >"$work/build.log" 2>&1 || fail "cannot build the image"
size=$(sed -n 's/^--- size: \([0-9.]*\)MB.*/\1/p' "$work/build.log")
say "size $size MB; the limit is $PEAK_MB MB"
[ "${size%.*}" -lt "$PEAK_MB" ] || fail "the image is too large"
grep -q "user '65532:65532'" "$work/build.log" || fail "the image does not run as user 65532"

privileges="--read-only --cap-drop all --security-opt no-new-privileges"
publish() { jq --arg text "$1" '.meetings[0].summary = $text' data/beijing-2006.json >"$work/new" && mv "$work/new" "$work/data/record.json"; }
publish "Mounted."
chmod -R a+rX "$work"
RUN_FLAGS="$privileges -v $work/data:/data:ro -e RAPPORTEUR_DATA=/data -e RAPPORTEUR_LISTEN=127.0.0.1:$port" BUILD=0 \
  bash "$tool" "$work/project" "$work/project/docker/Dockerfile" -- --watch >"$work/run.log" 2>&1 &
running=$!
until_true 240 answers "Mounted." || fail "the server does not answer from the mounted record"
say "answers from the mounted record"

inside=$(pgrep -n -u 65532 -x rapporteur) || fail "there is no process of user 65532"
grep -q '^CapEff:.0*$' "/proc/$inside/status" && grep -q '^NoNewPrivs:.1$' "/proc/$inside/status" || fail "the process has more privileges than it needs"
[ "$(sed -n 's/^NSpid:.*\t//p' "/proc/$inside/status")" = 1 ] || fail "the process is not the first one in its container"
[ "$(stat -c %u "/proc/$inside/root/state")" = 65532 ] || fail "the user cannot write to /state"
files=$(find "/proc/$inside/root/" -xdev -type f | wc -l)
! find "/proc/$inside/root/" -xdev -name sh -o -xdev -name dpkg -o -xdev -name apt | grep -q . || fail "the image has a shell or a package manager"
say "runs as user 65532, without capabilities, read-only; the image has $files files"

RUN_FLAGS=$privileges BUILD=0 bash "$tool" "$work/project" "$work/project/docker/Dockerfile" -- ready "$url" >"$work/ready.log" 2>&1 ||
  fail "the health check fails"
say "the health check succeeds"

publish "Replaced."
until_true 240 answers "Replaced." || fail "a replaced record is not served"
say "serves a replaced record"

before=$(date +%s)
kill -TERM "$running"
status=0
wait "$running" || status=$?
running=
[ "$status" -eq 0 ] || fail "the exit status after SIGTERM is $status"
say "exits with 0 after SIGTERM, in $(($(date +%s) - before)) s"
