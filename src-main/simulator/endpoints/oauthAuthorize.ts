import type { ApiRequest } from '../http/request.ts';
import { type HttpResponse, page, redirect } from '../http/response.ts';
import type { Context } from '../state/context.ts';
import { ALL_SCOPES, CODE_LIFETIME_MS, createSecret } from '../state/tokenStore.ts';
import { requirePerson } from '../world/people.ts';

/**
 * GET /i/oauth2/authorize: the consent page. `auto=1` approves at once, for tests; `decision=deny` refuses.
 * An invalid request gets an error page and is never redirected.
 */
export function authorize(context: Context, request: ApiRequest): HttpResponse {
  const { query } = request;
  const problem = findProblem(query);
  if (problem !== null) return page(400, toPage('Something went wrong', `<p>${escapeHtml(problem)}</p>`));
  if (query.get('decision') === 'deny') return redirect(toLocation(query, { error: 'access_denied' }));
  if (query.get('auto') === '1') return redirect(toLocation(query, { code: issueCode(context, query) }));
  return page(200, toConsentPage(context, query));
}

function findProblem(query: URLSearchParams): string | null {
  if (query.get('response_type') !== 'code') return 'response_type must be code.';
  if (!query.get('client_id')) return 'client_id is missing.';
  if (!query.get('state')) return 'state is missing.';
  if (query.get('code_challenge_method')?.toUpperCase() !== 'S256')
    return 'code_challenge_method must be S256.';
  if (!/^[\w-]{43}$/.test(query.get('code_challenge') ?? ''))
    return 'code_challenge is not a SHA-256 in base64url.';
  const known: ReadonlySet<string> = new Set(ALL_SCOPES);
  const unknown = readScopes(query).find((scope) => !known.has(scope));
  if (unknown !== undefined) return `The scope ${unknown} is unknown.`;
  return URL.canParse(query.get('redirect_uri') ?? '') ? null : 'redirect_uri is not an address.';
}

function readScopes(query: URLSearchParams): string[] {
  return (query.get('scope') ?? '').split(/[\s+]+/).filter((scope) => scope !== '');
}

function issueCode(context: Context, query: URLSearchParams): string {
  const code = createSecret();
  context.tokens.codes.set(code, {
    clientId: query.get('client_id') ?? '',
    redirectUri: query.get('redirect_uri') ?? '',
    scopes: readScopes(query),
    challenge: query.get('code_challenge') ?? '',
    expiresAt: context.clock.now() + CODE_LIFETIME_MS,
  });
  return code;
}

function toLocation(query: URLSearchParams, params: Readonly<Record<string, string>>): string {
  const url = new URL(query.get('redirect_uri') ?? '');
  url.searchParams.set('state', query.get('state') ?? '');
  for (const [name, value] of Object.entries(params)) url.searchParams.set(name, value);
  return url.toString();
}

function toConsentPage(context: Context, query: URLSearchParams): string {
  const account = requirePerson(context.world, context.world.accountId);
  const linkWith = (name: string, value: string): string => {
    const next = new URLSearchParams(query);
    next.set(name, value);
    return escapeHtml(`/i/oauth2/authorize?${next}`);
  };
  const scopes = readScopes(query).map((scope) => `<li>${escapeHtml(scope)}</li>`);
  return toPage(
    `Let this app use @${escapeHtml(account.handle)}?`,
    `<p>This is the simulator's consent page. On X you would be asked the same.</p><ul>${scopes.join('')}</ul>
    <p><a class="button" role="button" href="${linkWith('auto', '1')}">Authorize app</a>
    <a href="${linkWith('decision', 'deny')}">Cancel</a></p>`,
  );
}

function toPage(title: string, body: string): string {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>${title}</title>
  <style>body{font:16px system-ui;max-width:32rem;margin:4rem auto;padding:0 1rem;color:#1f2328}
  .button{display:inline-block;padding:.6rem 1.2rem;border-radius:.5rem;background:#1f2328;color:#fff;
  text-decoration:none;margin-right:1rem}</style><h1>${title}</h1>${body}</html>`;
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
