#!/usr/bin/env bash
# Everything that must hold before a change lands: format, locked restore, build, all tests.
# Installs what it needs (a browser) where that is missing. Ends with one plain line of counts.
set -euo pipefail
cd "$(dirname "$0")/.."

export CI=true DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
# Servers of the SDK would outlive the run.
export MSBUILDDISABLENODEREUSE=1 DOTNET_CLI_USE_MSBUILD_SERVER=0

if [ -z "${CURATORBOT_CHROMIUM:-}" ] && ! command -v chromium >/dev/null; then
  echo "== Installing Chromium for the browser tests"
  as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi; }
  as_root apt-get update -qq
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
    chromium fonts-noto-core fonts-noto-color-emoji >/dev/null
fi

echo "== Tools"
dotnet tool restore
echo "== Format"
dotnet csharpier check .
echo "== Restore, locked"
dotnet restore --locked-mode
echo "== Build"
dotnet build --no-restore -c Release
echo "== Tests"
results=$(mktemp -d)
trap 'rm -rf "$results"' EXIT
failed=0
for project in tests/CuratorBot.Tests tests/CuratorBot.Host.Tests; do
  dotnet test "$project" --no-build -c Release --results-directory "$results" \
    --logger "trx;LogFileName=$(basename "$project").trx" || failed=1
done

# The counts come from the result files, not from what a runner printed.
count() {
  cat "$results"/*.trx | grep -o '<Counters [^>]*>' | grep -o "\b$1=\"[0-9]*\"" | tr -dc '0-9\n' \
    | awk '{ sum += $1 } END { print sum + 0 }'
}
total=$(count total) passed=$(count passed) executed=$(count executed)
skipped=$((total - executed))
echo "$passed passed, $((executed - passed)) failed, $skipped skipped"
[ "$failed" = 0 ] && [ "$passed" -gt 0 ] && [ "$passed" = "$total" ]
