#!/usr/bin/env bash
# Shows on one machine, with a sandbox, that 16 tasks import a whole file, what a task that fails does, and how it is run
# again. It needs dotnet, python3, curl, and GNU parallel or Slurm.
#
#   samples/cluster/show.sh parallel
#   samples/cluster/show.sh slurm        # a Slurm that runs, such as the one of slurm-here.sh
#
# PWSH names the shell. Default: the one of src/ContactsPS.Host, built for Release.
set -euo pipefail
with=${1:?parallel or slurm}
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
export PWSH=${PWSH:-$root/src/ContactsPS.Host/bin/Release/publish/pwsh} SAMPLE=$here
work=$(mktemp -d)

dotnet "$root/bin/sandbox/ContactsPS.Sandbox.dll" --port 0 > "$work/sandbox.log" &
sandbox=$!
trap 'kill $sandbox; rm -rf "$work"' EXIT
until grep -q ^ready "$work/sandbox.log"; do sleep 0.2; done
CONTACTSPS_ENDPOINT=$(sed -n 's/^ready //p' "$work/sandbox.log")
export CONTACTSPS_ENDPOINT CONTACTSPS_API_LOGIN=sandbox@example.com CONTACTSPS_API_KEY=sandbox-key
api=${CONTACTSPS_ENDPOINT%v1/public/}sandbox

# 20,000 rows of 9,000 people. Ten rows have no phone number.
python3 - "$work/big.csv" <<'PYTHON'
import sys
with open(sys.argv[1], "w") as file:
    file.write("Mobile,Prénom\n")
    for row in range(20_000):
        file.write(f"06 39 98 {row % 9_000 // 100:02} {row % 100:02},P{row}\n" if row % 2_000 else f"not a number,P{row}\n")
PYTHON
expected=$(python3 -c "
rows = [row for row in range(20_000) if row % 2_000]
print(len({(row % 9_000 // 100, row % 100) for row in rows}))")

run() {
    case $with in
        parallel) "$here/parallel.sh" "$work/big.csv" VIP "$work/work" || true ;;
        slurm) mkdir -p "$work/work"
            sbatch --quiet --wait --array="$1" --chdir="$work" --output="$work/%A.%a.log" \
                --export=ALL,FILE="$work/big.csv",LIST=VIP,WORK="$work/work" "$here/slurm.sbatch" || true
            cat "$work"/*.log | grep '^share' | sort -t ' ' -k2n | tail -n 20; rm -f "$work"/*.*.log ;;
    esac
}
count() { curl --silent "$api/lists" | python3 -c 'import json, sys; print(sum(item["contacts"] for item in json.load(sys.stdin) if item["name"] == "VIP"))'; }

echo "== 16 tasks; the journal of share 7 can't be written"
mkdir -p "$work/work/big.csv.7-of-16.journal"
run 1-16
echo "The list has $(count) of $expected contacts."

echo "== Share 7 again"
rmdir "$work/work/big.csv.7-of-16.journal"
run 7
held=$(count)
echo "The list has $held of $expected contacts."
echo "Rejected rows: $(cat "$work"/work/*.rejected.csv | grep -c 'not a number') of 10."
[ "$held" -eq "$expected" ]
