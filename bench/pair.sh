#!/usr/bin/env bash
# Two versions of a bench at once, on a core each, which they exchange every second: what the machine does besides, and its clock, bear on both alike.
# First: dotnet build -c Release bench in a checkout of each, and copy bench/bin/Release/net10.0 of each into a folder of its own.
# usage: pair.sh OLD NEW BENCH…      (pair.sh /tmp/old /tmp/new unknown; outputs in OLD.txt and NEW.txt)
# Where a bench keeps a store, KEEP in its arguments is a folder of each version's own: pair.sh /tmp/old /tmp/new indicators 0.05 KEEP 12
set -eu
old=$1; new=$2; shift 2
start() { taskset -c "$1" dotnet "$2/Kehu.Bench.dll" "${@:3}" > "$2.txt" 2>&1 & }
mkdir -p "$old.kept" "$new.kept"
a=0; b=1
start $a "$old" "${@//KEEP/$old.kept}"; p=$!
start $b "$new" "${@//KEEP/$new.kept}"; q=$!
while kill -0 $p 2>/dev/null && kill -0 $q 2>/dev/null; do
  sleep 1
  t=$a; a=$b; b=$t
  taskset -apc $a $p > /dev/null 2>&1 || true
  taskset -apc $b $q > /dev/null 2>&1 || true
done
wait $p $q
echo "written: $old.txt $new.txt"
