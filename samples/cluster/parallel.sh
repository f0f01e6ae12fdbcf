#!/usr/bin/env bash
# Imports a file with GNU parallel, in 16 shares, four at a time. Run it again to start only the shares that failed.
#
#   CONTACTSPS_API_LOGIN=… CONTACTSPS_API_KEY=… ./parallel.sh /shared/big.csv VIP /shared/work
#
# Options for parallel can follow, such as --sshloginfile machines --env CONTACTSPS_API_LOGIN,CONTACTSPS_API_KEY.
set -uo pipefail
file=${1:?the file} list=${2:?the list} work=${3:?a folder for journals}
shift 3
mkdir -p "$work"
here=$(cd "$(dirname "$0")" && pwd)

# Exit code 3 means that rows were rejected: they are in the rejects file, and the same share would reject them again. So it
# counts as done here.
seq 1 16 | parallel --jobs 4 --joblog "$work/parallel.log" --resume-failed "$@" \
    "${PWSH:-pwsh} -NoProfile -NonInteractive -File $here/import-share.ps1 -Path $file -ListName $list -Share {} -Of 16 -WorkPath $work || [ \$? -eq 3 ]"
failed=$?
echo "$failed of 16 shares failed."
[ "$failed" -eq 0 ]
