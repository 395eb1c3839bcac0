#!/usr/bin/env bash
# POST /v1/classify with a key against the same without one: two services of one build, asked in turns by wrk at 32 connections, the order exchanged each
# time; medians of the ratios (with / without) of requests a second and of the servers' processor time a request.
# First: dotnet build bench -c Release. usage: key.sh [TURNS [SECONDS]]
set -eu
turns=${1:-11}
seconds=${2:-2}
here=$(cd "$(dirname "$0")" && pwd)
key=$(head -c 24 /dev/urandom | od -An -tx1 | tr -d ' \n')
folder=$(mktemp -d)
pids=()
trap 'kill "${pids[@]}" 2>/dev/null || true; rm -rf "$folder"' EXIT
start() { dotnet "$here/bin/Release/net10.0/Kehu.Bench.dll" serve "$@" > "$folder/$1.log" 2>&1 & pids+=($!); }
start 5090
start 5091 "--Security:Key=$key"
for port in 5090 5091; do curl -s -o /dev/null --retry 30 --retry-delay 1 --retry-connrefused "http://127.0.0.1:$port/health/live"; done
server() { ss -ltnpH "sport = :$1" | sed -n 's/.*pid=\([0-9]*\).*/\1/p' | head -1; }
ticks() { awk '{print $14 + $15}' "/proc/$(server "$1")/stat"; }
# requests a second, and processor time a request in microseconds
run() {
  local before after
  before=$(ticks "$1")
  wrk -t1 -c32 -d"$2s" -H "$([ "$1" = 5091 ] && echo "Authorization: Bearer $key" || echo 'X-None: 0')" -s "$here/classify.lua" "http://127.0.0.1:$1/v1/classify?evidence=false" > "$folder/out"
  after=$(ticks "$1")
  ! grep -q 'Non-2xx' "$folder/out" || { echo "refused" >&2; exit 1; }
  awk -v cpu=$((after - before)) '/requests in/ {n = $1} /Requests\/sec/ {r = $2} END {printf "%d %.3f\n", r, cpu * 10000 / n}' "$folder/out"
}
run 5090 4 > /dev/null; run 5091 4 > /dev/null
for ((i = 0; i < turns; i++)); do
  if ((i % 2)); then a=$(run 5090 "$seconds"); b=$(run 5091 "$seconds"); else b=$(run 5091 "$seconds"); a=$(run 5090 "$seconds"); fi
  echo "$a $b" | awk '{printf "%.3f %.3f\n", $3 / $1, $4 / $2}' | tee -a "$folder/ratios"
done
median() { sort -n -k "$1,$1" "$folder/ratios" | awk -v k="$1" '{a[NR] = $k} END {print a[int((NR + 1) / 2)]}'; }
echo "median ratios, with a key to without: requests a second $(median 1), processor time a request $(median 2)"
