import { HOUR_MS, MINUTE_MS } from '#shared/time.ts';
import { forbidden, PROBLEM_BASE, plainProblem, tooManyRequests, unauthorized } from '../http/problems.ts';
import { type HttpResponse, json, page } from '../http/response.ts';
import type { FaultRule } from './faultRules.ts';

/** The error response that replaces the real one; null for kinds that modify or suppress the real one. */
export function toFaultResponse(rule: FaultRule, now: number): HttpResponse | null {
  switch (rule.kind) {
    case 'serverError':
      return plainProblem(rule.status, 'Service Unavailable', 'Service Unavailable');
    case 'unauthorized':
      return unauthorized();
    case 'forbidden':
      return forbidden(rule.detail);
    case 'rateLimited':
      return toRateLimited(rule, now);
    case 'creditsDepleted':
      return toCreditsDepleted();
    case 'html':
      return page(
        503,
        '<!doctype html><html><head><title>Over capacity</title></head><body>Over capacity</body></html>',
      );
    default:
      return null;
  }
}

function toRateLimited(rule: FaultRule, now: number): HttpResponse {
  const response = toRateLimitBody(rule.shape);
  return { ...response, headers: { ...response.headers, ...toRateLimitHeaders(rule, now) } };
}

function toRateLimitBody(shape: FaultRule['shape']): HttpResponse {
  switch (shape) {
    case 'problem':
      return tooManyRequests();
    case 'code88':
      return json(429, { errors: [{ code: 88, message: 'Rate limit exceeded' }] });
    case 'usageCapped':
      return json(429, {
        account_id: 0,
        product_name: 'standard-basic',
        title: 'UsageCapExceeded',
        period: 'Monthly',
        scope: 'Product',
        detail: 'Usage cap exceeded: Monthly product cap',
        type: `${PROBLEM_BASE}usage-capped`,
      });
  }
}

// With a usage cap, X still sends headers that show calls left.
function toRateLimitHeaders(rule: FaultRule, now: number): Record<string, string> {
  if (rule.headers === 'missing') return {};
  const isWrong = rule.headers === 'wrong' || rule.shape === 'usageCapped';
  const resetAt = rule.headers === 'wrong' ? now - HOUR_MS : now + 15 * MINUTE_MS;
  return {
    'x-rate-limit-limit': isWrong ? '40000' : '15',
    'x-rate-limit-remaining': isWrong ? '39999' : '0',
    'x-rate-limit-reset': String(Math.ceil(resetAt / 1000)),
  };
}

function toCreditsDepleted(): HttpResponse {
  return json(402, {
    title: 'CreditsDepleted',
    detail: 'Your enrolled account does not have any credits to fulfill this request.',
    type: `${PROBLEM_BASE}credits`,
    status: 402,
  });
}
