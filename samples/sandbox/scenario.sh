#!/usr/bin/env bash
# Sends 1,000 contacts, looks at them, lets requests fail, and resets the sandbox, with curl.
#
#   dotnet run --project src/ContactsPS.Sandbox -- --port 5050
#   samples/sandbox/scenario.sh http://127.0.0.1:5050/v1/public/
#
# scenario.py and scenario.mjs do the same. On a new sandbox, each of them prints scenario-answers.txt.
set -euo pipefail

endpoint=${1:?give the endpoint, such as http://127.0.0.1:5050/v1/public/}
sandbox=${endpoint%/v1/public/}/sandbox
login=${CONTACTSPS_API_LOGIN:-sandbox@example.com}
key=${CONTACTSPS_API_KEY:-sandbox-key}

# create BODY: prints the status.
create() {
    curl --silent --output /dev/null --write-out '%{http_code}' --header "api-login: $login" --header "api-key: $key" \
        --header 'Content-Type: application/json' --data "$1" "${endpoint}contact/create"
}

# look METHOD PATH [OPTION...]: prints the answer of a call under /sandbox/.
look() {
    local method=$1 path=$2
    shift 2
    curl --silent --show-error --fail --request "$method" "$sandbox/$path" "$@"
}

# send: sends 1,000 contacts in batches of 200. A request that fails is sent again.
send() {
    local first number contacts
    for first in 1 201 401 601 801; do
        contacts=
        for ((number = first; number < first + 200; number++)); do
            contacts+="${contacts:+,}{\"phone_number\":\"+336$(printf %08d "$number")\",\"first_name\":\"Name$number\"}"
        done
        until [ "$(create "{\"list_name\":\"VIP\",\"contacts\":[$contacts]}")" = 201 ]; do :; done
    done
}

send
echo "contacts: $(look GET 'contacts/wait?list_name=VIP&count=1000')"
found=$(look GET 'contacts?search=name777' | grep -o '"phone_number":"[^"]*"')
echo "found: $found"
echo "history: $(look GET 'contacts/%2B33600000777/history' | grep -o '^\[{"id":[0-9]*')"

look PUT settings --data '{"failure_rate": 0.5, "failure_kind": "server_error"}' > /dev/null
send
echo "failed: $(look GET 'requests?status=500' | grep -o '"failure":"server_error"' | wc -l | tr -d ' ')"
look DELETE settings > /dev/null

echo "status: $(create '{"contacts": [{"phone_number": "0612345678"}]}')"
echo "note: $(look GET 'requests?last=1' | grep -o '"why":"[^"]*"')"

look POST reset
echo "contacts: $(look GET contacts/count)"
