import { expect, test } from 'vitest';
import { createLog } from '#shared/log.ts';
import { redactSecrets } from '#shared/redactSecrets.ts';

const canary = 'canary-7f3a9';

test.each([
  `Authorization: Bearer ${canary}`,
  `http://127.0.0.1/callback?state=${canary}&code=${canary}`,
  `{"accessToken":"${canary}","refreshToken":"${canary}"}`,
  `{\\"accessToken\\":\\"${canary}\\"}`,
  `refresh_token=${canary}&access_token=${canary}`,
  `grant_type=authorization_code&code=${canary}&code_verifier=${canary}`,
  `token: ${canary}`,
])('redacts the secret in %s', (text) => {
  expect(redactSecrets(text)).not.toContain(canary);
});

test.each([
  'x.called getMe 200',
  '{"code":"unauthorised","state":"queued"}',
  'https://x.com/harbourhelp/status/2124691912525873152',
])('leaves %s as it is', (text) => {
  expect(redactSecrets(text)).toBe(text);
});

test('redacts what is logged as a fact', () => {
  const lines: string[] = [];
  createLog(
    (line) => lines.push(line),
    () => 0,
  )('login.failed', { cause: `GET /callback?code=${canary}` });
  expect(lines).toEqual([
    '{"at":"1970-01-01T00:00:00.000Z","happening":"login.failed","cause":"GET /callback?code=[hidden]"}\n',
  ]);
});
