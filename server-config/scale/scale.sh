#!/usr/bin/env bash
# Measures what a page of customers and of invitations costs people with 1, 1,000 and 100,000 grants, the holder of
# everything and somebody whose 100,000 customers come last, at a tenth of the customers and at all of them, and shows
# how PostgreSQL found the rows.
#
#   server-config/scale/scale.sh [CUSTOMERS [FILE]]     (1000000 and scale-plans.txt; MVN="mvn -o" works offline)
#
# Starts PostgreSQL with auto_explain and the real WAR on Payara Micro, calls them over HTTP, and prints for each caller:
# median time over HTTP with nothing logged; median time of all statements of the request, those that find out who calls
# included, logged and instrumented; pages of 8 KiB that they looked at; whether a function of WARP's own runs for rows;
# tables read from end to end; and the rows that the list itself read from each index. The plans of the last calls go to
# FILE. Nothing is asserted. With 1,000,000 customers it takes about eight minutes and 3 GB of disk. Needs Linux, a JDK and
# Maven. Works in a temporary folder on free ports and leaves only FILE behind.
set -euo pipefail

customers=${1:-1000000}
plans=${2:-scale-plans.txt}
[[ $customers =~ ^[0-9]+$ && $customers -ge 1000000 ]] || {
  echo "Give the number of customers, at least 1000000: a tenth of them must be enough for 100,000 grants." >&2
  exit 2
}

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
work=$(mktemp -d)
measuring=

# PostgreSQL does not end with who started it.
clean_up() {
  if [[ -n $measuring ]]; then
    kill "$measuring" 2>/dev/null || true
    wait "$measuring" || true
  fi
  for lock in "$work"/data/*/postgresql/postmaster.pid; do
    if [[ -e $lock ]]; then
      kill -INT "$(head -1 "$lock")" 2>/dev/null || true
    fi
  done
  rm -rf "$work"
}
trap clean_up EXIT
trap 'exit 130' INT TERM
unset "${!WARP_@}"

${MVN:-mvn} -B -q -f "$root/pom.xml" -pl server-config/runner -am package -DskipTests -Dspotless.check.skip \
  dependency:build-classpath -Dmdep.outputFile="$work/class-path-\${project.artifactId}" >"$work/build" ||
  { cat "$work/build" >&2; exit 1; }
dependencies=$(cat "$work/class-path-warp-runner")
runner=$root/server-config/runner/target
payara=$(tr ':' '\n' <<<"$dependencies" | grep '/payara-micro-[^/]*\.jar$')

awk -v cores="$(nproc)" -v load="$(cut -d' ' -f1 /proc/loadavg)" -v jdk="$("$java" -version 2>&1 | cut -d'"' -f2 | head -1)" '
  /^model name/ && !cpu { sub(/^[^:]*: */, ""); cpu = $0 }
  /^MemTotal:/ { memory = $2 / 1024 / 1024 }
  END { printf "%s cores (%s), %.0f GiB, JDK %s, load %s before\n", cores, cpu, memory, jdk, load }' /proc/cpuinfo /proc/meminfo
echo "Measuring at $((customers / 10)) and at $customers customers."
"$java" -cp "$runner/test-classes:$runner/classes:$dependencies" tel.ringer.warp.scale.ScaleProof \
  "$root/server-config/micro/target/warp.war" "$payara" "$work/data" "$work/result" "$plans" "$customers" \
  >"$work/log" 2>&1 </dev/null &
measuring=$!
wait "$measuring" || { tail -50 "$work/log" >&2; exit 1; }
measuring=
cat "$work/result"
