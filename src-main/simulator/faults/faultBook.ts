import type { ApiRequest } from '../http/request.ts';
import { createRandom } from '../random.ts';
import type { FaultOrder } from './fault.ts';

/** The orders to misbehave that are in force. */
export interface FaultBook {
  /** Adds an order and answers its number. */
  add(order: FaultOrder): number;
  /** Drops one order, or all. */
  clear(id?: number): void;
  /** The first order that strikes this request; it is used up by one. */
  take(request: ApiRequest): FaultOrder | null;
  list(): readonly { readonly id: number; readonly left: number; readonly order: FaultOrder }[];
}

interface Entry {
  readonly id: number;
  readonly order: FaultOrder;
  readonly path: RegExp;
  readonly random: () => number;
  left: number;
}

/** An empty book. */
export function createFaultBook(): FaultBook {
  let entries: Entry[] = [];
  let lastId = 0;
  return {
    add: (order) => {
      lastId += 1;
      entries.push(toEntry(lastId, order));
      return lastId;
    },
    clear: (id) => {
      entries = id === undefined ? [] : entries.filter((entry) => entry.id !== id);
    },
    take: (request) => {
      const entry = entries.find((candidate) => strikes(candidate, request));
      if (!entry) return null;
      entry.left -= 1;
      entries = entries.filter((candidate) => candidate.left > 0);
      return entry.order;
    },
    list: () => entries.map(({ id, left, order }) => ({ id, left, order })),
  };
}

function toEntry(id: number, order: FaultOrder): Entry {
  const withoutCount = order.probability === undefined ? 1 : Number.MAX_SAFE_INTEGER;
  return {
    id,
    order,
    path: new RegExp(order.match.path ?? ''),
    random: createRandom(order.seed),
    left: order.count ?? withoutCount,
  };
}

function strikes(entry: Entry, request: ApiRequest): boolean {
  const { method } = entry.order.match;
  if (method !== undefined && method.toUpperCase() !== request.method) return false;
  if (!entry.path.test(request.path)) return false;
  return entry.order.probability === undefined || entry.random() < entry.order.probability;
}
