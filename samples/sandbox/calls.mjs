#!/usr/bin/env node
// Makes each call of the service with fetch, and prints the answers. Node 18 or later.
//
//   dotnet run --project src/ContactsPS.Sandbox -- --port 5050
//   node samples/sandbox/calls.mjs http://127.0.0.1:5050/v1/public/
//
// calls.sh and calls.py make the same calls. On a new sandbox, each of them prints answers.txt.
import { gzipSync } from 'node:zlib';

const [endpoint] = process.argv.slice(2);
if (!endpoint) {
    console.error('Give the endpoint, such as http://127.0.0.1:5050/v1/public/');
    process.exit(1);
}

const login = process.env.CONTACTSPS_API_LOGIN ?? 'sandbox@example.com';
const rightKey = process.env.CONTACTSPS_API_KEY ?? 'sandbox-key';

// Sends a body: an object as JSON, or a text or bytes unchanged.
async function call(method, path, body, { key = rightKey, ...headers } = {}) {
    const isRaw = body === undefined || typeof body === 'string' || body instanceof Uint8Array;
    const answer = await fetch(new URL(path, endpoint), {
        method,
        headers: { 'api-login': login, 'api-key': key, 'Content-Type': 'application/json', ...headers },
        body: isRaw ? body : JSON.stringify(body),
    });
    const text = await answer.text();
    console.log(`${method} ${path}: ${answer.status}`);
    const allow = answer.headers.get('Allow');
    if (allow) {
        console.log(`Allow: ${allow}`);
    }
    if (text) {
        console.log(text);
    }
}

// Contacts and their list.
await call('POST', 'contact-list/create', { list_name: 'VIP' });
await call('POST', 'contact-list/create', { list_name: 'VIP' });
await call('POST', 'contact/create', { contacts: [{ phone_number: '+33612345678', first_name: 'Zoé' }], list_name: 'VIP' });

// Incorrect data is accepted. GET /sandbox/requests says what was cast, formatted, ignored and dropped.
await call('POST', 'contact/create', { contacts: '0033 6 12 34 56 79', list_names: 'VIP' });
await call('POST', 'contact/create', { contacts: [{ phone_number: 33612345670, first_name: 'A\tnn' }, { phone_number: '0612' }], list_name: 'VIP' });
await call('GET', '/sandbox/contacts?list_name=VIP');

// What the service refuses.
await call('POST', 'contact/create', '{');
await call('POST', 'contact/create', { contact: [] });
await call('POST', 'contact/create', gzipSync('{"contacts": []}'), { 'Content-Encoding': 'gzip' });
await call('GET', 'contact/create');
await call('GET', 'contact/list');
await call('GET', 'wallet/check-balance', undefined, { key: 'wrong' });

// The wallet.
await call('GET', 'wallet/check-balance?with_details=true');
await call('GET', 'wallet/check-balance?country_code=FR&product_name=sms_premium');
await call('GET', 'wallet/check-credits?country_codes[]=FR&country_codes[]=BE');

// Delete everything.
await call('DELETE', 'contact/delete', { phone_numbers: ['+33612345678'], list_name: 'VIP' });
await call('DELETE', 'contact/delete', { phone_numbers: [] });
await call('POST', 'contact-list/empty', { list_name: 'VIP', delete_contacts: true });
await call('DELETE', 'contact-list/delete', { list_name: 'VIP' });
await call('DELETE', 'contact-list/delete', { list_name: 'VIP' });
