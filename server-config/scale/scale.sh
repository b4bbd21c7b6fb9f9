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

source "$(dirname "${BASH_SOURCE[0]}")/prepare.sh"
echo "Measuring at $((customers / 10)) and at $customers customers."
measure tel.ringer.warp.scale.ScaleProof \
  "$root/server-config/micro/target/warp.war" "$payara" "$work/data" "$work/result" "$plans" "$customers"
