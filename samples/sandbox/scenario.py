"""Sends 1,000 contacts, looks at them, lets requests fail, and resets the sandbox, with urllib.

    dotnet run --project src/ContactsPS.Sandbox -- --port 5050
    python3 samples/sandbox/scenario.py http://127.0.0.1:5050/v1/public/

scenario.sh and scenario.mjs do the same. On a new sandbox, each of them prints scenario-answers.txt.
"""
import json
import os
import sys
import urllib.error
import urllib.request

endpoint = sys.argv[1]
sandbox = endpoint.removesuffix("/v1/public/") + "/sandbox/"
credential = {
    "api-login": os.environ.get("CONTACTSPS_API_LOGIN", "sandbox@example.com"),
    "api-key": os.environ.get("CONTACTSPS_API_KEY", "sandbox-key"),
}


def call(method, address, body=None, headers=None):
    """Returns the status and the body of the answer."""
    data = None if body is None else json.dumps(body).encode()
    request = urllib.request.Request(address, data, {"Content-Type": "application/json", **(headers or {})}, method=method)
    try:
        with urllib.request.urlopen(request) as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, error.read().decode()


def create(body):
    return call("POST", endpoint + "contact/create", body, credential)[0]


def look(method, path, body=None):
    return call(method, sandbox + path, body)[1]


def send():
    """Sends 1,000 contacts in batches of 200. A request that fails is sent again."""
    for first in range(1, 1001, 200):
        contacts = [{"phone_number": f"+336{number:08}", "first_name": f"Name{number}"} for number in range(first, first + 200)]
        while create({"list_name": "VIP", "contacts": contacts}) != 201:
            pass


send()
print("contacts:", look("GET", "contacts/wait?list_name=VIP&count=1000"))
print(f'found: "phone_number":"{json.loads(look("GET", "contacts?search=name777"))[0]["phone_number"]}"')
print(f'history: [{{"id":{json.loads(look("GET", "contacts/%2B33600000777/history"))[0]["id"]}')

look("PUT", "settings", {"failure_rate": 0.5, "failure_kind": "server_error"})
send()
print("failed:", len(json.loads(look("GET", "requests?status=500"))))
look("DELETE", "settings")

print("status:", create({"contacts": [{"phone_number": "0612345678"}]}))
print(f'note: "why":"{json.loads(look("GET", "requests?last=1"))[0]["notes"][0]["why"]}"')

look("POST", "reset")
print("contacts:", look("GET", "contacts/count"))
