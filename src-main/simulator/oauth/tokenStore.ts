import { randomBytes } from 'node:crypto';
import { HOUR_MS } from '#shared/time.ts';

/** What an access token allows, and until when; null means that it never ends by itself. */
export interface Token {
  readonly clientId: string;
  readonly scopes: readonly string[];
  readonly expiresAt: number | null;
}

/** A code that waits to be exchanged, with what the exchange must prove. */
export interface AuthorizationCode {
  readonly clientId: string;
  readonly redirectUri: string;
  readonly scopes: readonly string[];
  readonly challenge: string;
  readonly expiresAt: number;
}

/** All tokens and codes that are in use; plain maps, so that they can be kept in a file. */
export interface TokenStore {
  readonly access: Map<string, Token>;
  readonly refresh: Map<string, Omit<Token, 'expiresAt'>>;
  readonly codes: Map<string, AuthorizationCode>;
}

/** A fresh pair; there is a refresh token only with the scope `offline.access`. */
export interface TokenPair {
  readonly accessToken: string;
  readonly refreshToken: string | null;
  readonly expiresInMs: number;
  readonly scopes: readonly string[];
}

export const ACCESS_TOKEN_LIFE_MS = 2 * HOUR_MS;
export const CODE_LIFE_MS = 30_000;

/** Every scope that the simulated endpoints ask for. */
export const ALL_SCOPES = [
  'tweet.read',
  'tweet.write',
  'users.read',
  'dm.read',
  'dm.write',
  'media.write',
  'offline.access',
] as const;

/** A store that knows one token, which allows everything and does not end. */
export function createTokenStore(standingToken: string): TokenStore {
  const token: Token = { clientId: 'standing', scopes: ALL_SCOPES, expiresAt: null };
  return { access: new Map([[standingToken, token]]), refresh: new Map(), codes: new Map() };
}

/** What `accessToken` allows now; null when it is unknown or has expired. */
export function getToken(store: TokenStore, accessToken: string, now: number): Token | null {
  const token = store.access.get(accessToken);
  if (!token || (token.expiresAt !== null && token.expiresAt <= now)) return null;
  return token;
}

/** Makes a pair of tokens that counts from `now`. */
export function issueTokens(
  store: TokenStore,
  clientId: string,
  scopes: readonly string[],
  now: number,
  expiresInMs = ACCESS_TOKEN_LIFE_MS,
): TokenPair {
  const accessToken = toSecret();
  store.access.set(accessToken, { clientId, scopes, expiresAt: now + expiresInMs });
  const refreshToken = scopes.includes('offline.access') ? toSecret() : null;
  if (refreshToken !== null) store.refresh.set(refreshToken, { clientId, scopes });
  return { accessToken, refreshToken, expiresInMs, scopes };
}

/** Ends every access token now; refresh tokens stay good. */
export function expireTokens(store: TokenStore, now: number): void {
  for (const [name, token] of store.access) store.access.set(name, { ...token, expiresAt: now });
}

/** A text that nobody can guess, safe in addresses. */
export function toSecret(): string {
  return randomBytes(32).toString('base64url');
}
