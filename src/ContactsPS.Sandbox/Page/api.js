// The calls under /sandbox/.

/** Reads JSON. The query is an object: values that are null or empty are left out. */
export async function read(path, query = {}, signal = undefined) {
  const given = Object.entries(query).filter(([, value]) => value !== null && value !== undefined && value !== '');
  const text = new URLSearchParams(given).toString();
  const answer = await fetch(`sandbox/${path}${text ? `?${text}` : ''}`, { signal });
  return await unwrap(answer);
}

/** Changes something. Throws an error with the message of the sandbox. */
export async function send(method, path, body = undefined) {
  const answer = await fetch(`sandbox/${path}`, {
    method,
    headers: body === undefined ? {} : { 'Content-Type': 'application/json' },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  return await unwrap(answer);
}

async function unwrap(answer) {
  const text = await answer.text();
  const json = text ? JSON.parse(text) : null;
  if (!answer.ok) {
    throw new Error(json?.message ?? `The sandbox answered ${answer.status}.`);
  }
  return json;
}
