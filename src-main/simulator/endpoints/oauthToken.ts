import { createHash } from 'node:crypto';
import { type ApiRequest, readForm } from '../http/request.ts';
import { type HttpResponse, json } from '../http/response.ts';
import type { Context } from '../state/context.ts';
import { issueTokens, type TokenPair } from '../state/tokenStore.ts';

/**
 * POST /2/oauth2/token: exchanges a code, or a refresh token (valid once), for a new pair of tokens. Takes a form or
 * JSON body.
 */
export function exchangeToken(context: Context, request: ApiRequest): HttpResponse {
  const form = readForm(request);
  const clientId = form.get('client_id') ?? readBasicUser(request);
  if (!clientId) return refuse('Missing required parameter [client_id].');
  switch (form.get('grant_type')) {
    case 'authorization_code':
      return exchangeCode(context, form, clientId);
    case 'refresh_token':
      return refresh(context, form, clientId);
    default:
      return refuse('Value passed for the grant_type was invalid.', 'unsupported_grant_type');
  }
}

function exchangeCode(context: Context, form: URLSearchParams, clientId: string): HttpResponse {
  const name = form.get('code') ?? '';
  const code = context.tokens.codes.get(name);
  context.tokens.codes.delete(name);
  const now = context.clock.now();
  if (!code || code.expiresAt <= now || code.clientId !== clientId) {
    return refuse('Value passed for the authorization code was invalid.');
  }
  if (form.get('redirect_uri') !== code.redirectUri)
    return refuse('Value passed for the redirect uri did not match the uri of the authorization code.');
  if (!matchesChallenge(form.get('code_verifier') ?? '', code.challenge)) {
    return refuse('Value passed for the code verifier did not match the code challenge.');
  }
  return respondWithTokens(issueTokens(context.tokens, clientId, code.scopes, now));
}

function refresh(context: Context, form: URLSearchParams, clientId: string): HttpResponse {
  const name = form.get('refresh_token') ?? '';
  const known = context.tokens.refresh.get(name);
  if (!known || known.clientId !== clientId) return refuse('Value passed for the token was invalid.');
  context.tokens.refresh.delete(name);
  return respondWithTokens(issueTokens(context.tokens, clientId, known.scopes, context.clock.now()));
}

function respondWithTokens(pair: TokenPair): HttpResponse {
  return json(200, {
    token_type: 'bearer',
    expires_in: Math.round(pair.expiresInMs / 1000),
    access_token: pair.accessToken,
    scope: pair.scopes.join(' '),
    ...(pair.refreshToken === null ? {} : { refresh_token: pair.refreshToken }),
  });
}

function refuse(description: string, error = 'invalid_request'): HttpResponse {
  return json(400, { error, error_description: description });
}

function readBasicUser(request: ApiRequest): string | null {
  const match = /^Basic (.+)$/.exec(String(request.headers.authorization ?? ''));
  if (!match?.[1]) return null;
  return Buffer.from(match[1], 'base64').toString('utf8').split(':')[0] ?? null;
}

/** Whether the PKCE `challenge` (S256) was made from `verifier`. */
function matchesChallenge(verifier: string, challenge: string): boolean {
  return createHash('sha256').update(verifier).digest('base64url') === challenge;
}
