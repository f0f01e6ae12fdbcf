// Numbers, times and names for people.

const numbers = new Intl.NumberFormat('en');
const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', second: '2-digit', fractionalSecondDigits: 3 });
const full = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'medium' });

/** 1234 as 1,234. */
export const count = number => numbers.format(number);

/** "1 contact", "2 contacts". */
export const plural = (number, word) => `${count(number)} ${word}${number === 1 ? '' : 's'}`;

/** The time of a request, to the millisecond. */
export const time = iso => clock.format(new Date(iso));

/** The date and time of a request. */
export const date = iso => full.format(new Date(iso));

/** Milliseconds with a useful number of digits. */
export const milliseconds = value => value < 10 ? value.toFixed(1) : count(Math.round(value));

/** The path of a call without the part that all calls share. */
export const call = path => path.replace(/^\/v1\/public\//, '');

/** The name of a simulated failure. */
export const failure = name => ({
  too_many_requests: 'simulated 429',
  server_error: 'simulated 500',
  dropped: 'simulated drop',
})[name] ?? name;

/** The class of a status, for its color. */
export function statusClass(status) {
  if (status >= 200 && status < 300) {
    return 'good';
  }
  return status === 429 ? 'warn' : 'bad';
}

/** The class of a kind of note, for its color. */
export const noteClass = what => ({ dropped: 'bad', ignored: 'warn', formatted: 'info', cast: 'info' })[what] ?? '';
