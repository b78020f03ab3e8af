import { CONTROL_PREFIX, handleControl } from './control/controlEndpoint.ts';
import { type Delivery, deliver, deliverWithFault } from './faults/delivery.ts';
import { toFaultResponse } from './faults/faultResponses.ts';
import type { FaultRule } from './faults/faultRules.ts';
import { refuseForgotten } from './http/parameters.ts';
import { forbidden, noSuchMethod, noSuchPath, tooManyRequests, unauthorized } from './http/problems.ts';
import type { ApiRequest } from './http/request.ts';
import type { HttpResponse } from './http/response.ts';
import { findRoute, type RouteMatch } from './routes.ts';
import type { Context } from './state/context.ts';
import { toRateLimitHeaders } from './state/rateLimiter.ts';
import { logRequest } from './state/requestLog.ts';
import { getToken } from './state/tokenStore.ts';
import { runDueEvents } from './world/schedule.ts';
import { hideAdditions } from './world/world.ts';

/**
 * Handles one request as X would, or as a fault rule says. Scheduled events that are due happen first. Control commands
 * are neither logged nor subject to faults.
 */
export function handleRequest(context: Context, request: ApiRequest): Delivery {
  runDueEvents(context.world, context.clock.now());
  if (request.path.startsWith(CONTROL_PREFIX)) return deliver(handleControl(context, request));
  const match = findRoute(request);
  const fault = context.faults.take(request);
  const delivery = fault ? runWithFault(context, match, fault) : deliver(runRoute(context, match));
  logRequest(context.log, `${request.method} ${match.route?.path ?? request.path}`, {
    method: request.method,
    path: request.path,
    query: request.query.toString(),
    at: context.clock.now(),
    status: 'response' in delivery ? delivery.response.status : 0,
    fault: fault?.kind ?? null,
    resetAt: 'response' in delivery ? toResetAt(delivery.response) : null,
  });
  return delivery;
}

// These need the real response, so their requests always take effect.
const ALWAYS_TAKES_EFFECT: ReadonlySet<FaultRule['kind']> = new Set([
  'slow',
  'duplicated',
  'shuffled',
  'truncated',
  'malformed',
  'late',
  'endless',
]);

function runWithFault(context: Context, match: RouteMatch, fault: FaultRule): Delivery {
  const replacement = toFaultResponse(fault, context.clock.now());
  const takesEffect = fault.when === 'after' || ALWAYS_TAKES_EFFECT.has(fault.kind);
  const response = takesEffect ? runHidden(context, match, fault.hiddenMs) : noSuchPath();
  return replacement ? deliver(replacement) : deliverWithFault(response, fault);
}

function runHidden(context: Context, match: RouteMatch, hiddenMs: number): HttpResponse {
  if (hiddenMs === 0) return runRoute(context, match);
  const hiddenUntil = context.clock.now() + hiddenMs;
  return hideAdditions(context.world, hiddenUntil, () => runRoute(context, match));
}

function toResetAt({ status, headers }: HttpResponse): number | null {
  if (status !== 429 || headers['x-rate-limit-remaining'] !== '0') return null;
  return Number(headers['x-rate-limit-reset']) * 1_000;
}

function runRoute(context: Context, { route, request, hasPath }: RouteMatch): HttpResponse {
  if (!route) return hasPath ? noSuchMethod() : noSuchPath();
  if (route.scopes === null) return route.handle(context, request);
  const accessToken = /^Bearer (.+)$/i.exec(String(request.headers.authorization ?? ''))?.[1] ?? '';
  const now = context.clock.now();
  const token = getToken(context.tokens, accessToken, now);
  if (!token) return unauthorized();
  if (!route.scopes.every((scope) => token.scopes.includes(scope))) return forbidden('Forbidden');
  const status = context.rateLimiter.take(`${route.method} ${route.path}`, route.limits, now);
  const response = status?.isExceeded
    ? tooManyRequests()
    : (refuseForgotten(request.query, context.forgottenFields) ?? route.handle(context, request));
  const rateLimitHeaders = status ? toRateLimitHeaders(status) : {};
  return {
    ...response,
    headers: {
      ...response.headers,
      ...rateLimitHeaders,
      'x-access-level': 'read-write-directmessages',
    },
  };
}
