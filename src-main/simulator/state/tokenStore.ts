import { randomBytes } from 'node:crypto';
import { HOUR_MS } from '#shared/time.ts';

/** What an access token grants. */
export interface Token {
  readonly clientId: string;
  readonly scopes: readonly string[];
  /** Epoch milliseconds; null for a token that does not expire. */
  readonly expiresAt: number | null;
}

/** An authorization code, with what its exchange must match. */
export interface AuthorizationCode {
  readonly clientId: string;
  readonly redirectUri: string;
  readonly scopes: readonly string[];
  /** The S256 PKCE challenge. */
  readonly challenge: string;
  readonly expiresAt: number;
}

/** All valid tokens and codes, in plain maps so that they can be saved to a file. */
export interface TokenStore {
  readonly access: Map<string, Token>;
  readonly refresh: Map<string, Omit<Token, 'expiresAt'>>;
  readonly codes: Map<string, AuthorizationCode>;
}

/** A newly issued pair of tokens. */
export interface TokenPair {
  readonly accessToken: string;
  /** Null without the scope `offline.access`. */
  readonly refreshToken: string | null;
  readonly expiresInMs: number;
  readonly scopes: readonly string[];
}

export const ACCESS_TOKEN_LIFETIME_MS = 2 * HOUR_MS;
export const CODE_LIFETIME_MS = 30_000;

/** Every scope that a client may request. */
export const ALL_SCOPES = [
  'tweet.read',
  'tweet.write',
  'tweet.moderate.write',
  'users.read',
  'mute.read',
  'mute.write',
  'dm.read',
  'dm.write',
  'media.write',
  'offline.access',
] as const;

/** A store with one access token, which has every scope and does not expire. */
export function createTokenStore(permanentToken: string): TokenStore {
  const token: Token = { clientId: 'permanent', scopes: ALL_SCOPES, expiresAt: null };
  return { access: new Map([[permanentToken, token]]), refresh: new Map(), codes: new Map() };
}

/** What `accessToken` grants; null if it is unknown or has expired. */
export function getToken(store: TokenStore, accessToken: string, now: number): Token | null {
  const token = store.access.get(accessToken);
  if (!token || (token.expiresAt !== null && token.expiresAt <= now)) return null;
  return token;
}

/** Issues and stores a pair of tokens; the access token is valid for `expiresInMs` from `now`. */
export function issueTokens(
  store: TokenStore,
  clientId: string,
  scopes: readonly string[],
  now: number,
  expiresInMs = ACCESS_TOKEN_LIFETIME_MS,
): TokenPair {
  const accessToken = createSecret();
  store.access.set(accessToken, { clientId, scopes, expiresAt: now + expiresInMs });
  const refreshToken = scopes.includes('offline.access') ? createSecret() : null;
  if (refreshToken !== null) store.refresh.set(refreshToken, { clientId, scopes });
  return { accessToken, refreshToken, expiresInMs, scopes };
}

/** Expires every access token at `now`; refresh tokens stay valid. */
export function expireTokens(store: TokenStore, now: number): void {
  for (const [name, token] of store.access) store.access.set(name, { ...token, expiresAt: now });
}

/** A random, URL-safe string of 256 bits. */
export function createSecret(): string {
  return randomBytes(32).toString('base64url');
}
