#!/usr/bin/env bash
# Downloads a million customers as CSV and as NDJSON from a server with little heap, and fails unless each comes exactly
# once in both.
#
#   server-config/scale/export.sh [CUSTOMERS [HEAP]]     (1000000 and 256m; MVN="mvn -o" works offline)
#
# Prints rows and bytes a second, and the heap of the server after garbage collections. Takes about four minutes. Needs
# Linux, a JDK and Maven. Works in a temporary folder on free ports and leaves nothing behind.
set -euo pipefail

customers=${1:-1000000}
heap=${2:-256m}
[[ $customers =~ ^[1-9][0-9]*$ && $heap =~ ^[1-9][0-9]*m$ ]] || { echo "Give a number of customers and a heap such as 256m." >&2; exit 2; }

source "$(dirname "${BASH_SOURCE[0]}")/prepare.sh"
JAVA_OPTIONS="-Xmx1g -Dwarp.runner.heap=$heap" measure tel.ringer.warp.scale.ExportProof \
  "$root/server-config/micro/target/warp.war" "$payara" "$work/data" "$work/result" "$customers"
