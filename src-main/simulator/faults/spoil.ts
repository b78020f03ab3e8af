import { isRecord } from '../http/request.ts';
import { type Answer, toBytes } from '../http/response.ts';
import { createRandom } from '../random.ts';
import type { FaultOrder } from './fault.ts';

/** How an answer goes out: whole, broken off in the middle of its body, or not at all. */
export type Delivery =
  | { readonly kind: 'whole'; readonly answer: Answer; readonly delayMs: number }
  | { readonly kind: 'cut'; readonly answer: Answer }
  | { readonly kind: 'silence' }
  | { readonly kind: 'reset' };

/** What becomes of `answer` under an order that breaks or spoils it. */
export function spoil(answer: Answer, order: FaultOrder): Delivery {
  switch (order.kind) {
    case 'timeout':
      return { kind: 'silence' };
    case 'reset':
      return { kind: 'reset' };
    case 'slow':
      return { kind: 'whole', answer, delayMs: order.delayMs };
    case 'truncated':
      return { kind: 'cut', answer };
    case 'malformed':
      return whole({ ...answer, body: malform(answer) });
    case 'duplicated':
      return whole(withData(answer, (items) => items.flatMap((item) => [item, item])));
    case 'shuffled':
      return whole(withData(answer, (items) => shuffle(items, order.seed)));
    default:
      return whole(answer);
  }
}

/** An answer that goes out as it is. */
export function whole(answer: Answer): Delivery {
  return { kind: 'whole', answer, delayMs: 0 };
}

function malform(answer: Answer): Buffer {
  const bytes = toBytes(answer.body);
  return bytes.subarray(0, Math.max(1, Math.floor(bytes.length * 0.6)));
}

function withData(answer: Answer, change: (items: readonly unknown[]) => unknown[]): Answer {
  const { body } = answer;
  if (!isRecord(body) || !Array.isArray(body.data)) return answer;
  return { ...answer, body: { ...body, data: change(body.data) } };
}

function shuffle(items: readonly unknown[], seed: number): unknown[] {
  const random = createRandom(seed);
  return items
    .map((item) => ({ item, order: random() }))
    .sort((left, right) => left.order - right.order)
    .map(({ item }) => item);
}
