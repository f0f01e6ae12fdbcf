// The faults: each field is sent when it is changed.

import { send } from './api.js';
import { find, setText } from './dom.js';

let login = '';

const usual = {
  failure_rate: 0, failure_kind: 'mixed', retry_after_seconds: 1, latency_milliseconds: 0, account_standing: 'good',
  full_lists: '', list_capacity: '', maximum_contacts: '', blocked: false, success_body: false,
};

// What a setting is in its field, and what a field is as settings.
const shown = (settings, login) => ({
  ...settings,
  failure_rate: Math.round(settings.failure_rate * 10000) / 100,
  full_lists: settings.full_lists.join(', '),
  list_capacity: settings.list_capacity ?? '',
  maximum_contacts: settings.maximum_contacts ?? '',
  blocked: settings.blocked_logins.some(blocked => blocked.toLowerCase() === login.toLowerCase()),
});

const toSettings = {
  failure_rate: text => ({ failure_rate: Number(text) / 100 }),
  failure_kind: text => ({ failure_kind: text }),
  retry_after_seconds: text => ({ retry_after_seconds: Number(text) }),
  latency_milliseconds: text => ({ latency_milliseconds: Number(text) }),
  account_standing: text => ({ account_standing: text }),
  full_lists: text => ({ full_lists: text.split(',').map(name => name.trim()).filter(Boolean) }),
  list_capacity: text => ({ list_capacity: text === '' ? null : Number(text) }),
  maximum_contacts: text => ({ maximum_contacts: text === '' ? null : Number(text) }),
  blocked: isOn => ({ blocked_logins: isOn ? [login] : [] }),
  success_body: isOn => ({ success_body: isOn }),
};

/** Makes the fields work. */
export function start() {
  find('faults').addEventListener('submit', event => event.preventDefault());
  find('faults').addEventListener('change', async ({ target }) => {
    try {
      if (!target.reportValidity()) {
        return;
      }
      await send('PUT', 'settings', toSettings[target.name](target.type === 'checkbox' ? target.checked : target.value));
      setText(find('faults-status'), `Saved at ${new Date().toLocaleTimeString('en-GB')}.`);
    } catch (error) {
      setText(find('faults-status'), error.message);
    }
  });
  find('restore-settings').addEventListener('click', async () => {
    await send('DELETE', 'settings');
    setText(find('faults-status'), 'As at the start.');
  });
}

/** Shows the settings. A field that is being edited is left alone. */
export function update(state) {
  login = state.login;
  const values = shown(state.settings, login);
  let changed = 0;
  for (const field of find('faults').elements) {
    if (!(field.name in usual)) {
      continue;
    }
    const value = values[field.name];
    const isChanged = String(value) !== String(usual[field.name]);
    field.toggleAttribute('data-changed', isChanged);
    changed += isChanged && field.name !== 'success_body' ? 1 : 0;
    if (field === document.activeElement && field.type !== 'checkbox' && field.tagName !== 'SELECT') {
      continue;
    }
    if (field.type === 'checkbox') {
      field.checked = value;
    } else {
      field.value = value;
    }
  }
  hint(changed, values);
}

function hint(changed, values) {
  find('count-faults').hidden = changed === 0;
  setText(find('count-faults'), `${changed} on`);
  const parts = [
    values.failure_rate > 0 && `${values.failure_rate} % of requests fail`,
    values.latency_milliseconds > 0 && `each call waits ${values.latency_milliseconds} ms`,
    values.blocked && 'the account is blocked',
    values.account_standing !== 'good' && `the account is ${values.account_standing.replaceAll('_', ' ')}`,
    values.full_lists && `full lists: ${values.full_lists}`,
    values.list_capacity !== '' && `at most ${values.list_capacity} contacts on a list`,
    values.maximum_contacts !== '' && `at most ${values.maximum_contacts} contacts in a request`,
  ].filter(Boolean);
  const text = parts.join(', ');
  find('fault-hint').hidden = parts.length === 0;
  find('fault-hint').className = 'hint warn';
  setText(find('fault-hint'), text && `Faults are on: ${text}.`);
}
