// Measures the sandbox: how fast it is ready, how many contacts it takes in a second, and how fast it answers a page of
// a million contacts. Usage: node load.mjs PATH-OF-ContactsPS.Sandbox.dll [contacts] [data file]
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import http from 'node:http';

const [program, wanted = '1000000', dataPath = 'sandbox-load.db'] = process.argv.slice(2);
const BATCH = 200;
const SENDERS = 4;
const contacts = Number(wanted);
const headers = { 'api-login': 'sandbox@example.com', 'api-key': 'sandbox-key', 'content-type': 'application/json' };
const agent = new http.Agent({ keepAlive: true, maxSockets: SENDERS });

for (const suffix of ['', '-wal', '-shm']) {
  fs.rmSync(dataPath + suffix, { force: true });
}

const started = performance.now();
const sandbox = spawn('dotnet', ['exec', program, '--stop-with-stdin', '--data-path', dataPath], { stdio: ['pipe', 'pipe', 'inherit'] });
const endpoint = await new Promise(resolve => sandbox.stdout.on('data', data => resolve(String(data).trim().slice('ready '.length))));
report('ready after', performance.now() - started, 'ms');

const call = (method, path, body) => new Promise((resolve, reject) => {
  const request = http.request(new URL(path, endpoint), { method, agent, headers }, answer => {
    let text = '';
    answer.setEncoding('utf8').on('data', part => { text += part; }).on('end', () => resolve({ status: answer.statusCode, text }));
  });
  request.on('error', reject).end(body);
});

// The phone numbers are in no order, as in a real file. In ascending order, the index of the sandbox would only grow at its end.
const phone = number => 600000000 + (number * 7919) % 1000003;

// The body is made from a template, so that the load takes little of the processors.
const one = number => `{"phone_number":"+33${phone(number)}","first_name":"First${number % 977}","last_name":"Last${number % 4001}","param1":"Paris","param2":"2026-11-25"}`;
const body = batch => `{"list_name":"VIP","tag_name":"new","contacts":[${Array.from({ length: BATCH }, (_, i) => one(batch * BATCH + i)).join(',')}]}`;

const memory = () => Number(/VmRSS:\s+(\d+)/.exec(fs.readFileSync(`/proc/${sandbox.pid}/status`, 'utf8'))[1]) / 1024;
const processor = () => fs.readFileSync(`/proc/${sandbox.pid}/stat`, 'utf8').split(' ').slice(13, 15).reduce((sum, ticks) => sum + Number(ticks) / 100, 0);

async function send(from, to) {
  let batch = from;
  await Promise.all(Array.from({ length: SENDERS }, async () => {
    while (batch < to) {
      const { status, text } = await call('POST', 'contact/create', body(batch++));
      if (status !== 201) {
        throw new Error(text);
      }
    }
  }));
}

const batches = contacts / BATCH;
for (const [from, to] of [[0, batches / 10], [batches / 10, batches / 2], [batches / 2, batches]]) {
  const begin = performance.now();
  const used = processor();
  await send(from, to);
  const seconds = (performance.now() - begin) / 1000;
  report(`contacts ${from * BATCH} to ${to * BATCH}`, (to - from) * BATCH / seconds, 'contacts/s');
  report('  processor time of the sandbox for 100,000 contacts', (processor() - used) / ((to - from) * BATCH) * 100000, 's');
  report('  memory', memory(), 'MiB');
}

const middle = contacts / 2;
for (const path of [
  'contacts?limit=51&order=newest', `contacts?limit=51&order=newest&from=${middle}`, `contacts?limit=51&list_name=VIP&from=${middle}`,
  `contacts?limit=51&list_name=VIP&tag_name=new&from=${middle}`, 'contacts/count', 'contacts/count?list_name=VIP', 'lists', 'state',
  'requests?limit=51&order=newest&body=false', `contacts?phone_number=%2B33${phone(middle)}`, `contacts/%2B33${phone(contacts - 1)}/history`,
  `contacts?limit=51&search=%2B33${phone(middle)}`, 'contacts?limit=51&search=first5%20last7&order=newest', 'contacts?limit=51&search=nobody',
]) {
  const times = [];
  for (let i = 0; i < 7; i++) {
    const begin = performance.now();
    const { status, text } = await call('GET', `/sandbox/${path}`);
    times.push(performance.now() - begin);
    if (status !== 200) {
      throw new Error(text);
    }
  }
  report(`/sandbox/${path}: median of 7`, times.sort((a, b) => a - b)[3], 'ms');
}
report('memory', memory(), 'MiB');
agent.destroy();
sandbox.stdin.end();

function report(what, value, unit) {
  console.log(`${what}: ${Math.round(value * 10) / 10} ${unit}`);
}
