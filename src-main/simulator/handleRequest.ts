import type { Context } from './context.ts';
import { answerControl } from './control/controlEndpoint.ts';
import type { FaultOrder } from './faults/fault.ts';
import { toFaultAnswer } from './faults/faultResponses.ts';
import { type Delivery, spoil, whole } from './faults/spoil.ts';
import { matchPath } from './http/matchPath.ts';
import { forbidden, noSuchMethod, noSuchPath, tooManyRequests, unauthorized } from './http/problems.ts';
import type { ApiRequest } from './http/request.ts';
import type { Answer } from './http/response.ts';
import { rateLimitHeaders } from './limits/callCounter.ts';
import { getToken } from './oauth/tokenStore.ts';
import { logRequest } from './requestLog.ts';
import { ROUTES, type Route } from './routes.ts';
import { settle } from './world/happening.ts';
import { hideNew } from './world/hideNew.ts';

/** Answers one request as X would, or as the faults in force order it; what is due happens first. */
export function handleRequest(context: Context, request: ApiRequest): Delivery {
  settle(context.world, context.clock.now());
  if (request.path.startsWith('/_control/')) return whole(answerControl(context, request));
  const found = findRoute(request);
  const fault = context.faults.take(request);
  const delivery = deliver(context, found, fault);
  logRequest(context.log, `${request.method} ${found.route?.path ?? request.path}`, {
    method: request.method,
    path: request.path,
    query: request.query.toString(),
    at: context.clock.now(),
    status: 'answer' in delivery ? delivery.answer.status : 0,
    fault: fault?.kind ?? null,
    resetAt: 'answer' in delivery ? toResetAt(delivery.answer) : null,
  });
  return delivery;
}

interface Found {
  readonly route: Route | null;
  readonly request: ApiRequest;
  /** Whether the path exists with another method. */
  readonly hasPath: boolean;
}

function findRoute(request: ApiRequest): Found {
  let hasPath = false;
  for (const route of ROUTES) {
    const params = matchPath(route.path, request.path);
    if (!params) continue;
    if (route.method === request.method) return { route, request: { ...request, params }, hasPath: true };
    hasPath = true;
  }
  return { route: null, request, hasPath };
}

// A spoiled body needs the real answer, so such orders always let the request take effect.
const SPOILS_BODY: ReadonlySet<string> = new Set([
  'slow',
  'duplicated',
  'shuffled',
  'truncated',
  'malformed',
  'late',
]);

function deliver(context: Context, found: Found, fault: FaultOrder | null): Delivery {
  if (!fault) return whole(answerRoute(context, found));
  const stand = toFaultAnswer(fault, context.clock.now());
  const takesEffect = fault.when === 'after' || SPOILS_BODY.has(fault.kind);
  const answer = takesEffect
    ? hideNew(context, fault.hiddenMs, () => answerRoute(context, found))
    : noSuchPath();
  return stand ? whole(stand) : spoil(answer, fault);
}

function toResetAt({ status, headers }: Answer): number | null {
  if (status !== 429 || headers['x-rate-limit-remaining'] !== '0') return null;
  return Number(headers['x-rate-limit-reset']) * 1_000;
}

function answerRoute(context: Context, { route, request, hasPath }: Found): Answer {
  if (!route) return hasPath ? noSuchMethod() : noSuchPath();
  if (route.scopes === null) return route.answer(context, request);
  const name = /^Bearer (.+)$/i.exec(String(request.headers.authorization ?? ''))?.[1] ?? '';
  const now = context.clock.now();
  const token = getToken(context.tokens, name, now);
  if (!token) return unauthorized();
  if (!route.scopes.every((scope) => token.scopes.includes(scope))) return forbidden('Forbidden');
  const allowance = context.calls.take(`${route.method} ${route.path}`, route.limits, now);
  const answer = allowance?.isRefused ? tooManyRequests() : route.answer(context, request);
  const limits = allowance ? rateLimitHeaders(allowance) : {};
  return {
    ...answer,
    headers: { ...answer.headers, ...limits, 'x-access-level': 'read-write-directmessages' },
  };
}
