#!/usr/bin/env bash
# Fails unless the newest commit status of a name has the expected state. Then sets it to success: red is what some of
# these steps are for, and the commit itself has no fault.
# Takes NAME, EXPECTED, SHA, GITHUB_REPOSITORY and GH_TOKEN from the environment.
set -euo pipefail
state="$(gh api "repos/$GITHUB_REPOSITORY/commits/$SHA/statuses?per_page=100" |
  jq --raw-output --arg name "$NAME" 'map(select(.context == $name))[0].state // "none"')"
if [[ "$state" != "$EXPECTED" ]]; then
  echo "::error::the commit status '$NAME' is '$state', not '$EXPECTED'"
  exit 1
fi
gh api --method POST "repos/$GITHUB_REPOSITORY/statuses/$SHA" --silent \
  -f context="$NAME" -f state=success -f description="As expected: $EXPECTED"
