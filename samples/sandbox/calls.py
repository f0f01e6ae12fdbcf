#!/usr/bin/env python3
"""Makes each call of the service with urllib, and prints the answers.

    dotnet run --project src/ContactsPS.Sandbox -- --port 5050
    python3 samples/sandbox/calls.py http://127.0.0.1:5050/v1/public/

calls.sh and calls.mjs make the same calls. On a new sandbox, each of them prints answers.txt.
"""
import gzip
import json
import os
import sys
from urllib.error import HTTPError
from urllib.parse import urljoin
from urllib.request import Request, urlopen

if len(sys.argv) != 2:
    sys.exit("Give the endpoint, such as http://127.0.0.1:5050/v1/public/")

ENDPOINT = sys.argv[1]
LOGIN = os.environ.get("CONTACTSPS_API_LOGIN", "sandbox@example.com")
KEY = os.environ.get("CONTACTSPS_API_KEY", "sandbox-key")


def call(method, path, body=None, key=KEY, **headers):
    """Sends a body: an object as JSON, or bytes unchanged."""
    if body is not None and not isinstance(body, bytes):
        body = json.dumps(body).encode()
    request = Request(urljoin(ENDPOINT, path), body, method=method, headers={
        "api-login": LOGIN, "api-key": key, "Content-Type": "application/json", **headers})
    try:
        answer = urlopen(request, timeout=30)
    except HTTPError as error:
        answer = error
    with answer:
        text = answer.read().decode()
        print(f"{method} {path}: {answer.status}")
        if allow := answer.headers["Allow"]:
            print(f"Allow: {allow}")
        if text:
            print(text)


sys.stdout.reconfigure(encoding="utf-8", newline="\n")

# Contacts and their list.
call("POST", "contact-list/create", {"list_name": "VIP"})
call("POST", "contact-list/create", {"list_name": "VIP"})
call("POST", "contact/create", {"contacts": [{"phone_number": "+33612345678", "first_name": "Zoé"}], "list_name": "VIP"})

# Incorrect data is accepted. GET /sandbox/requests says what was cast, formatted, ignored and dropped.
call("POST", "contact/create", {"contacts": "0033 6 12 34 56 79", "list_names": "VIP"})
call("POST", "contact/create", {"contacts": [{"phone_number": 33612345670, "first_name": "A\tnn"}, {"phone_number": "0612"}], "list_name": "VIP"})
call("GET", "/sandbox/contacts?list_name=VIP")

# What the service refuses.
call("POST", "contact/create", b"{")
call("POST", "contact/create", {"contact": []})
call("POST", "contact/create", gzip.compress(b'{"contacts": []}'), **{"Content-Encoding": "gzip"})
call("GET", "contact/create")
call("GET", "contact/list")
call("GET", "wallet/check-balance", key="wrong")

# The wallet.
call("GET", "wallet/check-balance?with_details=true")
call("GET", "wallet/check-balance?country_code=FR&product_name=sms_premium")
call("GET", "wallet/check-credits?country_codes[]=FR&country_codes[]=BE")

# Delete everything.
call("DELETE", "contact/delete", {"phone_numbers": ["+33612345678"], "list_name": "VIP"})
call("DELETE", "contact/delete", {"phone_numbers": []})
call("POST", "contact-list/empty", {"list_name": "VIP", "delete_contacts": True})
call("DELETE", "contact-list/delete", {"list_name": "VIP"})
call("DELETE", "contact-list/delete", {"list_name": "VIP"})
