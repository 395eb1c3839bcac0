#!/usr/bin/env bash
# POST /v1/classify against a trivial endpoint in the same process behind the same middleware with the same byte counts:
# 7 alternating runs of wrk (Debian package), median of the ratios. First: dotnet run -c Release --project bench -- serve 5090
set -eu
port=${1:-5090}
here=$(dirname "$0")
base=http://127.0.0.1:$port
body=$(sed -n "s/^wrk.body = '\(.*\)'$/\1/p" "$here/classify.lua")
bytes() { curl -s -o /dev/null -w '%{size_download}' -X POST -H 'Content-Type: application/json' -d "$body" "$1"; }
classify="$base/v1/classify?evidence=false"
trivial="$base/bench/trivial"
echo "answer bytes: classify $(bytes "$classify"), trivial $(bytes "$trivial")"
rate() { wrk -t1 -c32 -d"${2}s" -s "$here/classify.lua" "$1" | awk '/Requests\/sec/ {print $2}'; }
rate "$classify" 5 >/dev/null; rate "$trivial" 3 >/dev/null
runs=$(mktemp)
for i in 1 2 3 4 5 6 7; do
  t=$(rate "$trivial" 4); c=$(rate "$classify" 4)
  awk -v t="$t" -v c="$c" 'BEGIN {printf "trivial %9.0f/s  classify %9.0f/s  ratio %.3f\n", t, c, c / t}'
done | tee "$runs"
awk '{print $NF}' "$runs" | sort -n | awk '{a[NR]=$1} END {print "median ratio", a[int((NR+1)/2)]}'
rm -f "$runs"
