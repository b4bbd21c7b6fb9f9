# For the scripts beside this one: builds what they measure, says on what machine, and cleans up behind them. Sets root,
# java, work, dependencies, runner and payara; "measure CLASS ARGUMENT..." runs a class and prints $work/result.

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

measure() {
  "$java" ${JAVA_OPTIONS:-} -cp "$runner/test-classes:$runner/classes:$dependencies" "$@" >"$work/log" 2>&1 </dev/null &
  measuring=$!
  wait "$measuring" || { cat "$work/result" 2>/dev/null; tail -50 "$work/log" >&2; exit 1; }
  measuring=
  cat "$work/result"
}
