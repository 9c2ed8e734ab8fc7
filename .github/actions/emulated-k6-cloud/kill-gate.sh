#!/usr/bin/env bash
# Waits until the gate watches a running test run, and ends its process without any warning.
# Takes URL, TOKEN and TEST_ID from the environment. Kills by process id: that of the one process whose input `api-url`
# is URL, so that no other process of the machine can be meant.
set -euo pipefail
running() {
  curl --silent --fail --header "Authorization: Token $TOKEN" "$URL/loadtests/v2/runs?test_id=$TEST_ID" |
    jq --exit-status '."k6-runs" | any(.run_status == 2)' > /dev/null
}
pid_of_gate() {
  local environment
  for environment in /proc/[0-9]*/environ; do
    if { tr '\0' '\n' < "$environment" | grep --fixed-strings --line-regexp --quiet "INPUT_API-URL=$URL"; } 2> /dev/null; then
      cut --delimiter=/ --fields=3 <<< "$environment"
    fi
  done
}
until running; do sleep 1; done
pid="$(pid_of_gate)"
[[ "$pid" =~ ^[0-9]+$ ]] # exactly one
kill -KILL "$pid"
