import type { Context } from '../context.ts';
import { type ApiRequest, readForm } from '../http/request.ts';
import { type Answer, json } from '../http/response.ts';
import { isVerified } from '../oauth/pkce.ts';
import { issueTokens, type TokenPair } from '../oauth/tokenStore.ts';

/** POST /2/oauth2/token: a code for tokens, or a refresh token (good once) for a new pair; form or JSON body. */
export function exchangeToken(context: Context, request: ApiRequest): Answer {
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

function exchangeCode(context: Context, form: URLSearchParams, clientId: string): Answer {
  const name = form.get('code') ?? '';
  const code = context.tokens.codes.get(name);
  context.tokens.codes.delete(name);
  const now = context.clock.now();
  if (!code || code.expiresAt <= now || code.clientId !== clientId) {
    return refuse('Value passed for the authorization code was invalid.');
  }
  if (form.get('redirect_uri') !== code.redirectUri)
    return refuse('Value passed for the redirect uri did not match the uri of the authorization code.');
  if (!isVerified(form.get('code_verifier') ?? '', code.challenge)) {
    return refuse('Value passed for the code verifier did not match the code challenge.');
  }
  return answerPair(issueTokens(context.tokens, clientId, code.scopes, now));
}

function refresh(context: Context, form: URLSearchParams, clientId: string): Answer {
  const name = form.get('refresh_token') ?? '';
  const known = context.tokens.refresh.get(name);
  if (!known || known.clientId !== clientId) return refuse('Value passed for the token was invalid.');
  context.tokens.refresh.delete(name);
  return answerPair(issueTokens(context.tokens, clientId, known.scopes, context.clock.now()));
}

function answerPair(pair: TokenPair): Answer {
  return json(200, {
    token_type: 'bearer',
    expires_in: Math.round(pair.expiresInMs / 1000),
    access_token: pair.accessToken,
    scope: pair.scopes.join(' '),
    ...(pair.refreshToken === null ? {} : { refresh_token: pair.refreshToken }),
  });
}

function refuse(description: string, error = 'invalid_request'): Answer {
  return json(400, { error, error_description: description });
}

function readBasicUser(request: ApiRequest): string | null {
  const match = /^Basic (.+)$/.exec(String(request.headers.authorization ?? ''));
  if (!match?.[1]) return null;
  return Buffer.from(match[1], 'base64').toString('utf8').split(':')[0] ?? null;
}
