#!/usr/bin/env bash
# Both kinds of stores side by side, in turns: bench/stores.sh [SERIES [SCALE]] (build with -c Release first; 3 series at scale 0.3 take a quarter of an hour).
set -euo pipefail
bench="$(dirname "$0")/bin/Release/net10.0/Kehu.Bench.dll"
series=${1:-3}
scale=${2:-0.3}
for ((at = 1; at <= series; at++)); do
  for kind in sqlite litedb; do
    export KEHU_BENCH_STORE=$kind
    echo "== series $at, $kind, port, the whole sample"
    dotnet "$bench" stores "$kind" 1
    for what in run duties; do
      echo "== series $at, $kind, $what $scale"
      dotnet "$bench" "$what" "$scale"
    done
    echo "== series $at, $kind, indicators"
    dotnet "$bench" indicators 0.1
  done
done
