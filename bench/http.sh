#!/usr/bin/env bash
# POST /v1/classify against a trivial endpoint in the same process behind the same middleware with the same byte counts, heads included:
# 7 alternating runs of wrk (Debian package) at 32 connections; medians of the ratios of requests a second, of p99, and of the server's
# processor time a request, which what else the machine does bears on least. First: dotnet run -c Release --project bench -- serve 5090
# With KEHU_KEY set, calls bear it (serve 5090 --Security:Key=…).
# usage: http.sh [PORT [SECONDS [QUERY]]]; the query evidence=false is the one the target is for, evidence=true the default form.
set -eu
port=${1:-5090}
seconds=${2:-4}
query=${3:-evidence=false}
here=$(dirname "$0")
base=http://127.0.0.1:$port
body=$(sed -n "s/^wrk.body = '\(.*\)'$/\1/p" "$here/classify.lua")
curl -s -o /dev/null --retry 30 --retry-delay 1 --retry-connrefused "$base/health/live"
key=${KEHU_KEY:+Authorization: Bearer $KEHU_KEY}
bytes() { curl -s -H "${key:-X-None: 0}" -o /dev/null -w '%{size_header}+%{size_download}' -X POST -H 'Content-Type: application/json' -d "$body" "$1"; }
classify="$base/v1/classify?$query"
size=$(curl -s -H "${key:-X-None: 0}" -o /dev/null -w '%{size_download}' -X POST -H 'Content-Type: application/json' -d "$body" "$classify")
trivial="$base/bench/trivial?bytes=$size"
echo "answer bytes: classify $(bytes "$classify"), trivial $(bytes "$trivial")"
server=$(ss -ltnpH "sport = :$port" | sed -n 's/.*pid=\([0-9]*\).*/\1/p' | head -1)
ticks() { awk '{print $14 + $15}' "/proc/$server/stat"; }
# requests a second, p50 and p99 in microseconds, processor time a request in microseconds
run() {
  local before after
  before=$(ticks)
  wrk -t1 -c32 -d"${2}s" --latency -H "${key:-X-None: 0}" -s "$here/classify.lua" "$1" > "$out"
  after=$(ticks)
  awk -v cpu=$((after - before)) '
    function us(t) { return t ~ /us$/ ? t + 0 : t ~ /ms$/ ? t * 1000 : t * 1000000 }
    $1 == "50%" {p50 = us($2)} $1 == "99%" {p99 = us($2)} /requests in/ {n = $1} /Requests\/sec/ {r = $2}
    END {printf "%d %d %d %.2f\n", r, p50, p99, cpu * 10000 / n}' "$out"
}
out=$(mktemp); runs=$(mktemp)
run "$classify" 5 >/dev/null; run "$trivial" 3 >/dev/null
for i in 1 2 3 4 5 6 7; do
  t=$(run "$trivial" "$seconds"); c=$(run "$classify" "$seconds")
  echo "$t $c" | awk '{printf "trivial %7d/s p50 %5d p99 %6d us, %5.2f us of processor   classify %7d/s p50 %5d p99 %6d us, %5.2f us   ratios %.3f %.3f %.3f\n", $1, $2, $3, $4, $5, $6, $7, $8, $5 / $1, $7 / $3, $8 / $4}'
done | tee "$runs"
median() { awk -v k="$1" '{print $(NF - k)}' "$runs" | sort -n | awk '{a[NR] = $1} END {print a[int((NR + 1) / 2)]}'; }
echo "median ratios: requests a second $(median 2), p99 $(median 1), processor time $(median 0)"
rm -f "$runs" "$out"
