#!/usr/bin/env bash
# Makes each call of the service with curl 7.84 or later, and prints the answers.
#
#   dotnet run --project src/ContactsPS.Sandbox -- --port 5050
#   samples/sandbox/calls.sh http://127.0.0.1:5050/v1/public/
#
# calls.py and calls.mjs make the same calls. On a new sandbox, each of them prints answers.txt.
set -euo pipefail

endpoint=${1:?give the endpoint, such as http://127.0.0.1:5050/v1/public/}
login=${CONTACTSPS_API_LOGIN:-sandbox@example.com}
key=${CONTACTSPS_API_KEY:-sandbox-key}

# call METHOD PATH [OPTION...]: further options are those of curl.
call() {
    local method=$1 path=$2 answer status allow
    shift 2
    local base=$endpoint
    case $path in /*) base=${endpoint%/v1/public/} ;; esac
    answer=$(curl --silent --show-error --globoff --request "$method" "$base$path" \
        --header "api-login: $login" --header "api-key: $key" --header 'Content-Type: application/json' \
        --write-out '\n%{http_code}\n%header{allow}\n.' "$@")
    answer=${answer%$'\n.'}
    allow=${answer##*$'\n'} answer=${answer%$'\n'*}
    status=${answer##*$'\n'} answer=${answer%$'\n'*}

    echo "$method $path: $status"
    if [ -n "$allow" ]; then echo "Allow: $allow"; fi
    if [ -n "$answer" ]; then echo "$answer"; fi
}

# Contacts and their list.
call POST contact-list/create --data '{"list_name": "VIP"}'
call POST contact-list/create --data '{"list_name": "VIP"}'
call POST contact/create --data '{"contacts": [{"phone_number": "+33612345678", "first_name": "Zoé"}], "list_name": "VIP"}'

# Incorrect data is accepted. GET /sandbox/requests says what was cast, formatted, ignored and dropped.
call POST contact/create --data '{"contacts": "0033 6 12 34 56 79", "list_names": "VIP"}'
call POST contact/create --data '{"contacts": [{"phone_number": 33612345670, "first_name": "A\tnn"}, {"phone_number": "0612"}], "list_name": "VIP"}'
call GET '/sandbox/contacts?list_name=VIP'

# What the service refuses.
call POST contact/create --data '{'
call POST contact/create --data '{"contact": []}'
printf '{"contacts": []}' | gzip | call POST contact/create --header 'Content-Encoding: gzip' --data-binary @-
call GET contact/create
call GET contact/list
key=wrong call GET wallet/check-balance

# The wallet.
call GET 'wallet/check-balance?with_details=true'
call GET 'wallet/check-balance?country_code=FR&product_name=sms_premium'
call GET 'wallet/check-credits?country_codes[]=FR&country_codes[]=BE'

# Delete everything.
call DELETE contact/delete --data '{"phone_numbers": ["+33612345678"], "list_name": "VIP"}'
call DELETE contact/delete --data '{"phone_numbers": []}'
call POST contact-list/empty --data '{"list_name": "VIP", "delete_contacts": true}'
call DELETE contact-list/delete --data '{"list_name": "VIP"}'
call DELETE contact-list/delete --data '{"list_name": "VIP"}'
