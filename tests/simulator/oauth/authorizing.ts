import { createHash } from 'node:crypto';
import { expect } from 'vitest';
import { type TestSimulator, toRecord } from '../startTestSimulator.ts';

const VERIFIER = 'a-verifier-that-is-long-enough-to-be-one-0123456789';
/** The redirect URI of the app. */
export const REDIRECT = 'http://127.0.0.1:43110/callback';
export const SCOPE = 'tweet.read users.read offline.access';

/** The address of the consent page that an app opens. */
export function authorizeUrl(simulator: TestSimulator, changes: Record<string, string> = {}): string {
  const query = new URLSearchParams({
    response_type: 'code',
    client_id: 'perch',
    redirect_uri: REDIRECT,
    scope: SCOPE,
    state: 'st&te',
    code_challenge: createHash('sha256').update(VERIFIER).digest('base64url'),
    code_challenge_method: 'S256',
    ...changes,
  });
  return `${simulator.url}/i/oauth2/authorize?${query}`;
}

/** A code for an approved request. */
export async function getCode(simulator: TestSimulator): Promise<string> {
  const response = await fetch(authorizeUrl(simulator, { auto: '1' }), { redirect: 'manual' });
  const location = new URL(response.headers.get('location') ?? '');
  expect(location.searchParams.get('state')).toBe('st&te');
  return location.searchParams.get('code') ?? '';
}

/** Requests tokens. */
export async function exchange(simulator: TestSimulator, fields: Record<string, string>, asJson = false) {
  const response = await fetch(`${simulator.url}/2/oauth2/token`, {
    method: 'POST',
    headers: { 'content-type': asJson ? 'application/json' : 'application/x-www-form-urlencoded' },
    body: asJson ? JSON.stringify(fields) : new URLSearchParams(fields).toString(),
  });
  return { status: response.status, body: toRecord(await response.json()) };
}

/** The body that exchanges a code. */
export const codeFields = (code: string) => ({
  grant_type: 'authorization_code',
  client_id: 'perch',
  code,
  redirect_uri: REDIRECT,
  code_verifier: VERIFIER,
});
/** The body that exchanges a refresh token. */
export const refreshFields = (token: unknown) => ({
  grant_type: 'refresh_token',
  client_id: 'perch',
  refresh_token: String(token),
});
