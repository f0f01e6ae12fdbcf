// Sends 1,000 contacts, looks at them, lets requests fail, and resets the sandbox, with fetch.
//
//   dotnet run --project src/ContactsPS.Sandbox -- --port 5050
//   node samples/sandbox/scenario.mjs http://127.0.0.1:5050/v1/public/
//
// scenario.sh and scenario.py do the same. On a new sandbox, each of them prints scenario-answers.txt.
const endpoint = process.argv[2];
const sandbox = new URL('/sandbox/', endpoint);
const credential = {
  'api-login': process.env.CONTACTSPS_API_LOGIN ?? 'sandbox@example.com',
  'api-key': process.env.CONTACTSPS_API_KEY ?? 'sandbox-key',
};

async function create(body) {
  const headers = { ...credential, 'Content-Type': 'application/json' };
  const answer = await fetch(new URL('contact/create', endpoint), { method: 'POST', headers, body: JSON.stringify(body) });
  await answer.arrayBuffer();
  return answer.status;
}

async function look(method, path, body) {
  const answer = await fetch(new URL(path, sandbox), { method, body: body && JSON.stringify(body) });
  return await answer.text();
}

// Sends 1,000 contacts in batches of 200. A request that fails is sent again.
async function send() {
  for (let first = 1; first <= 1000; first += 200) {
    const contacts = Array.from({ length: 200 }, (_, i) => ({
      phone_number: `+336${String(first + i).padStart(8, '0')}`,
      first_name: `Name${first + i}`,
    }));
    while (await create({ list_name: 'VIP', contacts }) !== 201);
  }
}

await send();
console.log(`contacts: ${await look('GET', 'contacts/wait?list_name=VIP&count=1000')}`);
console.log(`found: "phone_number":"${JSON.parse(await look('GET', 'contacts?search=name777'))[0].phone_number}"`);
console.log(`history: [{"id":${JSON.parse(await look('GET', 'contacts/%2B33600000777/history'))[0].id}`);

await look('PUT', 'settings', { failure_rate: 0.5, failure_kind: 'server_error' });
await send();
console.log(`failed: ${JSON.parse(await look('GET', 'requests?status=500')).length}`);
await look('DELETE', 'settings');

console.log(`status: ${await create({ contacts: [{ phone_number: '0612345678' }] })}`);
console.log(`note: "why":"${JSON.parse(await look('GET', 'requests?last=1'))[0].notes[0].why}"`);

await look('POST', 'reset');
console.log(`contacts: ${await look('GET', 'contacts/count')}`);
