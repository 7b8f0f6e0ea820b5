#!/usr/bin/env bash
# Installs what the tests need, checks the formatting, runs every test and closes with the totals of the result files.
set -uo pipefail
cd "$(dirname "$0")/.."
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1

# NativeAOT links with clang and zlib; what other systems need comes with their developer tools.
missing=()
if [ "$(uname -s)" = Linux ]; then
  command -v clang >/dev/null || missing+=(clang)
  [ -e /usr/include/zlib.h ] || missing+=(zlib1g-dev)
fi
if [ "${#missing[@]}" -gt 0 ]; then
  sudo=""
  [ "$(id -u)" -eq 0 ] || sudo="sudo -n"
  if ! { command -v apt-get >/dev/null && $sudo apt-get update -qq && $sudo apt-get install -y -qq "${missing[@]}" >/dev/null; }; then
    echo "The AOT tests need these packages, and they could not be installed here: ${missing[*]}. Install them and run again." >&2
    exit 1
  fi
fi

results=artifacts/test-results
rm -rf "$results" artifacts/corpus
status=0

dotnet tool restore >/dev/null && dotnet csharpier check . || status=1
# A test that hangs fails, with its name, instead of holding up the rest.
dotnet test CodeGen.sln --logger trx --results-directory "$results" --blame-hang-timeout 15m --blame-hang-dump-type none || status=1

if [ -e artifacts/corpus/report.md ]; then cat artifacts/corpus/report.md; fi

# One <Counters> element per test project; a skipped test is in the total but was not executed.
counters=$(cat "$results"/*.trx 2>/dev/null | tr -d '\r' | grep -o '<Counters [^>]*>')
sum() { sed -n "s/.* $1=\"\([0-9]*\)\".*/\1/p" <<<"$counters" | awk '{ n += $1 } END { print n + 0 }'; }
total=$(sum total) executed=$(sum executed) passed=$(sum passed)
failed=$((executed - passed))
[ "$total" -gt 0 ] || status=1
echo "$passed passed, $failed failed, $((total - executed)) skipped"
[ "$failed" -eq 0 ] && exit "$status"
exit 1
