#!/usr/bin/env bash
# Clients as a newcomer makes them: generated from the document of the built service, compiled, and some forty calls made with each.
# NSwag with both serializers, and openapi-typescript with openapi-fetch under strict TypeScript. Ends with "clients: N passed, N failed"
# and status 1 where one failed. What cannot be fetched here (tools, packages, node) is skipped and named. Build the service before.
set -uo pipefail
cd "$(dirname "$0")"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 MSBUILDDISABLENODEREUSE=1
# Long enough for a cold cache of packages, short enough that a package source that hangs does not stop the rest.
readonly fetching=90
readonly building=180
here=$PWD
api=$here/../../src/Api/bin/Debug/net10.0/Kehu.Api.dll
work=$(mktemp -d)
service=""
passed=0
failed=0

end() {
  if [ -n "$service" ]; then
    kill "$service" 2>/dev/null
    wait "$service" 2>/dev/null
  fi
  rm -rf "$work"
}
trap end EXIT

count() {
  passed=$((passed + $(sed -n 's/^calls: \([0-9]*\) passed.*/\1/p' "$1" | tail -n 1 | grep . || echo 0)))
  failed=$((failed + $(sed -n 's/^calls: .* \([0-9]*\) failed.*/\1/p' "$1" | tail -n 1 | grep . || echo 0)))
}

# What did not come to its calls is one failure.
broken() {
  echo "  failed: $1"
  [ -n "${2:-}" ] && tail -n 20 "$2"
  failed=$((failed + 1))
}

skipped() { echo "  skipped: $1"; }

# name, log, command: makes the calls and counts them.
calls() {
  local name=$1 log=$2
  shift 2
  timeout "$building" "$@" >"$log" 2>&1
  cat "$log"
  if grep -q '^calls: ' "$log"; then count "$log"; else broken "$name ended before its end"; fi
}

csharp() {
  local json=$1 log=$work/$1.log
  echo "NSwag, $json:"
  timeout "$building" dotnet nswag openapi2csclient "/input:$work/openapi.json" "/output:$work/$json.cs" /namespace:Kehu.Clients "/jsonLibrary:$json" /jsonLibraryVersion:10.0 >"$log" 2>&1 \
    || { broken "no client could be generated" "$log"; return; }
  if ! timeout "$fetching" dotnet restore csharp/Calls.csproj "-p:Json=$json" "-p:Work=$work" -v q >"$log" 2>&1; then
    skipped "the packages of the client could not be restored"
    return
  fi
  timeout "$building" dotnet build csharp/Calls.csproj --no-restore "-p:Json=$json" "-p:Work=$work" -v q -clp:ErrorsOnly >"$log" 2>&1 \
    || { broken "the client does not compile" "$log"; return; }
  calls "NSwag, $json" "$log" dotnet "$work/bin/$json/Debug/net10.0/Calls.dll" "$address" "$json"
}

typescript() {
  local log=$work/typescript.log
  echo "openapi-typescript and openapi-fetch:"
  if ! command -v node >/dev/null || ! command -v npm >/dev/null; then
    skipped "there is no node or no npm here"
    return
  fi
  mkdir "$work/typescript"
  cp typescript/* typescript/.npmrc "$work/typescript/"
  cd "$work/typescript" || return
  if ! timeout "$fetching" npm ci >"$log" 2>&1; then
    skipped "the packages could not be fetched: $(grep -m 1 'npm error' "$log")"
  elif ! timeout "$building" npx --no-install openapi-typescript "$work/openapi.json" -o kehu.ts >"$log" 2>&1; then
    broken "no types could be generated" "$log"
  elif ! timeout "$building" npx --no-install tsc -p . >"$log" 2>&1; then
    broken "the calls do not compile" "$log"
  else
    calls "openapi-fetch" "$log" node out/calls.js "$address" typescript
  fi
  cd "$here" || return
}

[ -f "$api" ] || { broken "there is no service built at src/Api/bin/Debug"; echo "clients: 0 passed, 1 failed"; exit 1; }
(cd "$work" && exec dotnet "$api" --urls http://127.0.0.1:0 "--Store:Path=$work/kehu.db") >"$work/service.log" 2>&1 &
service=$!
address=""
for _ in $(seq 120); do
  [ -f "$work/service.log" ] && address=$(grep -om 1 'http://127\.0\.0\.1:[0-9]*' "$work/service.log") && break
  sleep 0.25
done
if [ -z "$address" ] || ! curl -sf --max-time 60 "$address/openapi/v1.json" -o "$work/openapi.json"; then
  broken "the service did not start" "$work/service.log"
  echo "clients: 0 passed, 1 failed"
  exit 1
fi

if timeout "$fetching" dotnet tool restore >"$work/tools.log" 2>&1; then
  csharp SystemTextJson
  csharp NewtonsoftJson
else
  echo "NSwag:"
  skipped "the tool could not be restored: $(tail -n 1 "$work/tools.log")"
fi
typescript

echo "clients: $passed passed, $failed failed"
[ "$failed" -eq 0 ]
