#!/bin/bash
# bash spec/hosts/table.sh [HOST...]
# Tries jilu in the hosts below spec/hosts and prints a table; ends with 1 where
# one failed. What can't be had here is left out, and counted.
cd "$(dirname "$0")/../.." || exit 1
hosts=${*:-$(cd spec/hosts && ls -d */ | tr -d /)}
good=0 failed=0 left=0
echo '| host | version | Lua | asked | came back | seconds |'
echo '|---|---|---|---|---|---|'
for host in $hosts; do
  begin=$(date +%s.%N)
  said=$(bash "spec/hosts/$host/test.sh" 2>/tmp/$$.log); status=$?
  seconds=$(echo "$(date +%s.%N) $begin" | awk '{ printf "%.1f", $1 - $2 }')
  value () {
    printf '%s\n' "$said" | awk -v name="$1" '
      /^[a-z_]+=/ { on = index($0, name "=") == 1; sub(/^[a-z_]+=/, "") }
      on { gsub(/\|/, "\\|"); line = line (line ? " ⏎ " : "") $0 }
      END { print line }'
  }
  if [ $status = 0 ]; then
    good=$((good + 1))
    echo "| $host | $(value version) | $(value lua) | $(value asked) | $(value got) | $seconds |"
  elif [ $status = 77 ]; then
    left=$((left + 1)); echo "| $host | | | left out: $(value left_out) | | |"
  else
    failed=$((failed + 1)); echo "| $host | | | FAILED | | $seconds |"
    cat /tmp/$$.log >&2
  fi
  rm -f /tmp/$$.log
done
echo; echo "$good hosts answered, $failed failed, $left left out"
[ $failed = 0 ]
