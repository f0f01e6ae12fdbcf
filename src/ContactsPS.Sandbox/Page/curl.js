// A request as a curl command. The log has no headers, so the key is a variable of the shell, never the key itself.

/** Makes the command. The body is null when the log doesn't keep it any more. */
export function curl(request, login) {
  const lines = [
    `curl -X ${request.method} ${quote(location.origin + request.path + (request.query ?? ''))}`,
    `-H ${quote(`api-login: ${login}`)}`,
    '-H "api-key: $CONTACTSPS_API_KEY"',
  ];
  if (request.bytes > 0) {
    lines.push("-H 'Content-Type: application/json'");
    lines.push(`--data-binary ${request.body === null ? "'(the body is no longer kept)'" : quote(request.body)}`);
  }
  return lines.join(' \\\n  ');
}

const quote = text => `'${text.replaceAll("'", "'\\''")}'`;
