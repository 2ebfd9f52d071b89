#!/bin/sh
# Makes meerwaarde.aot beside an unpacked server: what Java 25 otherwise loads, links and profiles anew at every start (JEP 483, 514, 515).
# The server is started once with a small demonstration on a database that is thrown away. Usage: start-cache.sh <folder of meerwaarde.jar> [java]
set -eu
folder=$1
java=${2:-java}
data=$(mktemp -d)
trap 'rm -rf "$data"' EXIT
"$java" -XX:AOTCacheOutput="$folder/meerwaarde.aot" -jar "$folder/meerwaarde.jar" \
  --spring.profiles.active=demo --meerwaarde.demo.patients=40 --server.port=0 \
  --meerwaarde.server.data-directory="$data" --meerwaarde.server.stop-when-ready=true
