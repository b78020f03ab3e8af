import { createRandom } from '../base/random.ts';
import { isRecord } from '../http/request.ts';
import { type HttpResponse, toBytes } from '../http/response.ts';
import type { FaultRule } from './faultRules.ts';

/** How a response goes out: complete, cut off in the middle of its body, with a body that never ends, or not at all. */
export type Delivery =
  | { readonly kind: 'complete'; readonly response: HttpResponse; readonly delayMs: number }
  | { readonly kind: 'truncated' | 'endless'; readonly response: HttpResponse }
  | { readonly kind: 'silence' }
  | { readonly kind: 'reset' };

/** Sends a response unchanged and at once. */
export function deliver(response: HttpResponse): Delivery {
  return { kind: 'complete', response, delayMs: 0 };
}

/** Delivers `response` as the rule says; unchanged for kinds that do not modify responses. */
export function deliverWithFault(response: HttpResponse, rule: FaultRule): Delivery {
  switch (rule.kind) {
    case 'timeout':
      return { kind: 'silence' };
    case 'reset':
      return { kind: 'reset' };
    case 'slow':
      return { kind: 'complete', response, delayMs: rule.delayMs };
    case 'truncated':
    case 'endless':
      return { kind: rule.kind, response };
    case 'malformed':
      return deliver({ ...response, body: cutJson(response) });
    case 'duplicated':
      return deliver(mapData(response, (items) => items.flatMap((item) => [item, item])));
    case 'shuffled':
      return deliver(mapData(response, (items) => shuffle(items, rule.seed)));
    default:
      return deliver(response);
  }
}

function cutJson(response: HttpResponse): Buffer {
  const bytes = toBytes(response.body);
  return bytes.subarray(0, Math.max(1, Math.floor(bytes.length * 0.6)));
}

function mapData(response: HttpResponse, map: (items: readonly unknown[]) => unknown[]): HttpResponse {
  const { body } = response;
  if (!isRecord(body) || !Array.isArray(body.data)) return response;
  return { ...response, body: { ...body, data: map(body.data) } };
}

function shuffle(items: readonly unknown[], seed: number): unknown[] {
  const random = createRandom(seed);
  return items
    .map((item) => ({ item, order: random() }))
    .sort((left, right) => left.order - right.order)
    .map(({ item }) => item);
}
