#!/usr/bin/env bash
# Measures how long WARP takes from the start of its process to the first 200 of /health/ready, and its memory then.
#
#   server-config/runner/measure-start.sh [STARTS]        (3 if not given; MVN="mvn -o" works without a network)
#
# "server" counts from the start of the server's process: PostgreSQL already runs. "everything" counts from the start
# of the runner, which starts PostgreSQL, the OpenID provider and the mail sink first. The first start initialises and
# migrates an empty database; the others find it migrated. Each start is a new JVM; the build is not counted.
# Needs Linux, a JDK, Maven and curl. Works in a temporary folder on free ports and leaves nothing behind.
set -euo pipefail

starts=${1:-3}
[[ $starts =~ ^[1-9][0-9]*$ ]] || { echo "Give the number of starts, not \"$starts\"." >&2; exit 2; }

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
work=$(mktemp -d)
runner=
unset "${!WARP_@}"

stop() {
  if [[ -n $runner ]]; then
    kill "$runner" 2>/dev/null || true
    wait "$runner" || true
    runner=
  fi
}
trap 'stop; rm -rf "$work"' EXIT
trap 'exit 130' INT TERM

is_taken() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

# The first of four neighbouring ports that nobody listens on.
free_ports() {
  local port
  while port=$((20000 + RANDOM % 12000)); do
    is_taken "$port" || is_taken $((port + 1)) || is_taken $((port + 2)) || is_taken $((port + 3)) || break
  done
  echo "$port"
}

# Seconds since the machine was booted: now, and when a process was started (proc(5), stat, field 22).
now() { cut -d' ' -f1 /proc/uptime; }
begin_of() { sed 's/.*) //' "/proc/$1/stat" | awk -v hertz="$(getconf CLK_TCK)" '{ print $20 / hertz }'; }

# Prints: seconds of the server, seconds of everything, MiB of the server.
measure() {
  local port server ready
  port=$(free_ports)
  WARP_HTTP_PORT=$port WARP_RUN_DB_PORT=$((port + 1)) WARP_RUN_SMTP_PORT=$((port + 2)) WARP_RUN_OIDC_PORT=$((port + 3)) \
    "$java" -cp "$class_path" tel.ringer.warp.runner.Runner "$war" "$payara" "$work/data" \
    >"$work/log" 2>&1 </dev/null &
  runner=$!
  until curl -fs -o /dev/null "http://localhost:$port/health/ready"; do
    if ! kill -0 "$runner" 2>/dev/null; then
      cat "$work/log" >&2
      exit 1
    fi
    sleep 0.1
  done
  ready=$(now)
  server=$(pgrep -P "$runner" -f tel.ringer.warp.runner.ServerProcess)
  awk -v ready="$ready" -v server="$(begin_of "$server")" -v runner="$(begin_of "$runner")" \
    '/^VmRSS:/ { printf "%.1f %.1f %.0f\n", ready - server, ready - runner, $2 / 1024 }' "/proc/$server/status" \
    >"$work/result"
  stop
}

show() { printf '%-24s %6s s %12s s %10s MiB\n' "$@"; }

median() {
  cut -d' ' -f"$1" "$work/results" | sort -n |
    awk -v digits="$2" '{ v[NR] = $1 } END { printf "%." digits "f", (v[int((NR + 1) / 2)] + v[int(NR / 2) + 1]) / 2 }'
}

load=$(cut -d' ' -f1 /proc/loadavg)
${MVN:-mvn} -B -q -f "$root/pom.xml" -pl server-config/runner -am package -Dmaven.test.skip -Dspotless.check.skip \
  dependency:build-classpath -Dmdep.outputFile="$work/class-path-\${project.artifactId}" >"$work/build" ||
  { cat "$work/build" >&2; exit 1; }
dependencies=$(cat "$work/class-path-warp-runner")
class_path=$root/server-config/runner/target/classes:$dependencies
war=$root/server-config/micro/target/warp.war
payara=$(tr ':' '\n' <<<"$dependencies" | grep '/payara-micro-[^/]*\.jar$')

awk -v cores="$(nproc)" -v load="$load" -v jdk="$("$java" -version 2>&1 | cut -d'"' -f2 | head -1)" '
  /^model name/ && !cpu { sub(/^[^:]*: */, ""); cpu = $0 }
  /^MemTotal:/ { memory = $2 / 1024 / 1024 }
  END { printf "%s cores (%s), %.0f GiB, JDK %s, load %s before\n", cores, cpu, memory, jdk, load }' /proc/cpuinfo /proc/meminfo
printf '%-24s %8s %14s %14s\n' '' server everything "server's RSS"
measure
# shellcheck disable=SC2046 # three numbers
show 'first, empty folder' $(cat "$work/result")
for ((i = 1; i <= starts; i++)); do
  measure
  cat "$work/result" >>"$work/results"
  # shellcheck disable=SC2046
  show "start $i" $(cat "$work/result")
done
show "median of $starts" "$(median 1 1)" "$(median 2 1)" "$(median 3 0)"
