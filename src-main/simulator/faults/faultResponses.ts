import { forbidden, PROBLEM_BASE, plainProblem, tooManyRequests } from '../http/problems.ts';
import { type Answer, json, page } from '../http/response.ts';
import type { FaultOrder } from './fault.ts';

/** The answer that stands in for the real one; null for orders that break or spoil the real one. */
export function toFaultAnswer(order: FaultOrder, now: number): Answer | null {
  switch (order.kind) {
    case 'serverError':
      return plainProblem(order.status, 'Service Unavailable', 'Service Unavailable');
    case 'forbidden':
      return forbidden(order.detail);
    case 'rateLimited':
      return toRateLimited(order, now);
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

function toRateLimited(order: FaultOrder, now: number): Answer {
  const answer = toRefusal(order.shape);
  return { ...answer, headers: { ...answer.headers, ...toRateLimitHeaders(order, now) } };
}

function toRefusal(shape: FaultOrder['shape']): Answer {
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

// A usage cap comes with headers that still show calls left.
function toRateLimitHeaders(order: FaultOrder, now: number): Record<string, string> {
  if (order.headers === 'missing') return {};
  const isWrong = order.headers === 'wrong' || order.shape === 'usageCapped';
  const resetAt = order.headers === 'wrong' ? now - 60 * 60_000 : now + 15 * 60_000;
  return {
    'x-rate-limit-limit': isWrong ? '40000' : '15',
    'x-rate-limit-remaining': isWrong ? '39999' : '0',
    'x-rate-limit-reset': String(Math.ceil(resetAt / 1000)),
  };
}

function toCreditsDepleted(): Answer {
  return json(402, {
    title: 'CreditsDepleted',
    detail: 'Your enrolled account does not have any credits to fulfill this request.',
    type: `${PROBLEM_BASE}credits`,
    status: 402,
  });
}
