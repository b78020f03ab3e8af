import { z } from 'zod';
import { createRandom } from '../base/random.ts';
import type { ApiRequest } from '../http/request.ts';

const FAULT_KINDS = [
  'timeout',
  'reset',
  'serverError',
  'unauthorized',
  'forbidden',
  'rateLimited',
  'creditsDepleted',
  'slow',
  'duplicated',
  'shuffled',
  'truncated',
  'malformed',
  'endless',
  'html',
  'late',
] as const;

/** A rule that makes matching requests fail, as the control API takes it. */
export const FAULT_RULE = z.strictObject({
  kind: z.enum(FAULT_KINDS),
  /**
   * Whether the request takes effect before it fails. Ignored by kinds that need the real response: always `after`.
   */
  when: z.enum(['before', 'after']).default('before'),
  match: z
    .strictObject({
      method: z.string().optional(),
      /** A regular expression that is tested against the path. */
      path: z.string().optional(),
    })
    .default({}),
  /** How many matching requests fail; 1 by default, unlimited if `probability` is given. */
  count: z.int().positive().optional(),
  probability: z.number().min(0).max(1).optional(),
  seed: z.int().default(1),
  /** For `slow`, in real time. */
  delayMs: z.int().nonnegative().default(1000),
  /** How long lists leave out what the request created, on the simulator's clock. */
  hiddenMs: z.int().nonnegative().default(0),
  /** For `serverError`. */
  status: z.int().min(500).max(599).default(503),
  /** For `forbidden`. */
  detail: z.string().default('You are not permitted to perform this action.'),
  /** For `rateLimited`: which of X's three bodies to send. */
  shape: z.enum(['problem', 'code88', 'usageCapped']).default('problem'),
  /** For `rateLimited`: correct headers, none, or headers with calls left and a reset in the past. */
  headers: z.enum(['right', 'missing', 'wrong']).default('right'),
});

/** A fault rule as a caller writes it; every field but `kind` has a default. */
export type FaultRuleInput = z.input<typeof FAULT_RULE>;

/** A fault rule with its defaults applied. */
export type FaultRule = z.output<typeof FAULT_RULE>;

/** The fault rules in force. */
export interface FaultRules {
  /** Adds a rule and returns its id. */
  add(rule: FaultRule): number;
  /** Removes the rule with this id, or all rules. */
  clear(id?: number): void;
  /** The first rule that applies to the request, or null. Counts as one use; a used-up rule is removed. */
  take(request: ApiRequest): FaultRule | null;
  /** The rules with their remaining uses, as `GET /_control/faults` lists them. */
  list(): readonly { readonly id: number; readonly left: number; readonly order: FaultRule }[];
}

interface Entry {
  readonly id: number;
  readonly rule: FaultRule;
  readonly path: RegExp;
  readonly random: () => number;
  left: number;
}

/** An empty set of fault rules. */
export function createFaultRules(): FaultRules {
  let entries: Entry[] = [];
  let lastId = 0;
  return {
    add: (rule) => {
      lastId += 1;
      entries.push(toEntry(lastId, rule));
      return lastId;
    },
    clear: (id) => {
      entries = id === undefined ? [] : entries.filter((entry) => entry.id !== id);
    },
    take: (request) => {
      const entry = entries.find((candidate) => applies(candidate, request));
      if (!entry) return null;
      entry.left -= 1;
      entries = entries.filter((candidate) => candidate.left > 0);
      return entry.rule;
    },
    list: () => entries.map(({ id, left, rule }) => ({ id, left, order: rule })),
  };
}

function toEntry(id: number, rule: FaultRule): Entry {
  const defaultCount = rule.probability === undefined ? 1 : Number.MAX_SAFE_INTEGER;
  return {
    id,
    rule,
    path: new RegExp(rule.match.path ?? ''),
    random: createRandom(rule.seed),
    left: rule.count ?? defaultCount,
  };
}

/**
 * Draws from the rule's generator if it has a probability, so the number of matching requests decides the outcome.
 */
function applies({ rule, path, random }: Entry, request: ApiRequest): boolean {
  const { method } = rule.match;
  if (method !== undefined && method.toUpperCase() !== request.method) return false;
  if (!path.test(request.path)) return false;
  return rule.probability === undefined || random() < rule.probability;
}
