import type { Clock } from '#shared/clock.ts';
import type { Tokens } from '#shared/contract/enginePort.ts';
import { err, ok, type Result } from '#shared/result.ts';
import { toProblem, type XFailure } from './failures.ts';
import { type HttpTransport, loadLibrary } from './httpTransport.ts';
import { authorizePath, scopes, tokenPath } from './requests.ts';
import { TokenBody } from './responseBodies.ts';

/** A login that has begun; `url` is for a browser, the rest is secret. */
export interface LoginAttempt {
  readonly url: string;
  readonly state: string;
  readonly codeVerifier: string;
  readonly clientId: string;
  readonly redirectUri: string;
}

/** `refused`: X will never accept this code or refresh token. `failed`: retrying may work. */
export type TokenFailure =
  | { readonly kind: 'refused'; readonly detail: string }
  | { readonly kind: 'failed'; readonly failure: XFailure };

/** OAuth 2 with PKCE for a public client. */
export interface OAuth {
  begin(clientId: string, redirectUri: string): Promise<LoginAttempt>;
  /** Exchanges the code of a login for its tokens. */
  exchange(attempt: LoginAttempt, code: string): Promise<Result<Tokens, TokenFailure>>;
  refresh(clientId: string, refreshToken: string): Promise<Result<Tokens, TokenFailure>>;
}

/** `loginUrl` is where the browser goes, without a trailing slash. */
export function createOAuth(transport: HttpTransport, clock: Clock, loginUrl: string): OAuth {
  const request = async (body: Readonly<Record<string, string>>) => {
    const requestedAt = clock.now();
    const result = await transport({ method: 'POST', path: tokenPath, body }, null, 'login');
    return result.ok ? toTokens(result.value.body, requestedAt) : err(toTokenFailure(result.error));
  };
  return {
    begin: (clientId, redirectUri) => toAttempt(clientId, redirectUri, loginUrl),
    exchange: ({ clientId, redirectUri, codeVerifier }, code) =>
      request({
        grant_type: 'authorization_code',
        code,
        code_verifier: codeVerifier,
        redirect_uri: redirectUri,
        client_id: clientId,
      }),
    refresh: (clientId, refreshToken) =>
      request({ grant_type: 'refresh_token', refresh_token: refreshToken, client_id: clientId }),
  };
}

async function toAttempt(clientId: string, redirectUri: string, loginUrl: string): Promise<LoginAttempt> {
  const { TwitterApi } = await loadLibrary();
  const link = new TwitterApi({ clientId }).generateOAuth2AuthLink(redirectUri, { scope: [...scopes] });
  const query = new URL(link.url).searchParams;
  // RFC 7636 spells the method in capitals, the library does not.
  query.set('code_challenge_method', 'S256');
  const url = `${loginUrl}${authorizePath}?${query}`;
  return { url, state: link.state, codeVerifier: link.codeVerifier, clientId, redirectUri };
}

function toTokens(body: unknown, requestedAt: number): Result<Tokens, TokenFailure> {
  const read = TokenBody.safeParse(body);
  if (!read.success) {
    return err({ kind: 'failed', failure: { kind: 'broken', detail: 'the response could not be read' } });
  }
  const { access_token: accessToken, refresh_token: refreshToken, expires_in: expiresInS } = read.data;
  return ok({
    accessToken,
    ...(refreshToken ? { refreshToken } : {}),
    ...(expiresInS ? { expiresAt: requestedAt + expiresInS * 1_000 } : {}),
  });
}

function toTokenFailure(failure: XFailure): TokenFailure {
  const isRefused = failure.kind === 'responded' && [400, 401, 403].includes(failure.status);
  return isRefused
    ? { kind: 'refused', detail: toProblem(failure.body).detail }
    : { kind: 'failed', failure };
}
