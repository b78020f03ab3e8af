import { z } from 'zod';

/** The ways in which the simulator can misbehave. */
export const FAULT_KINDS = [
  'timeout',
  'reset',
  'serverError',
  'forbidden',
  'rateLimited',
  'creditsDepleted',
  'slow',
  'duplicated',
  'shuffled',
  'truncated',
  'malformed',
  'html',
  'late',
] as const;

/** One order to misbehave, as it is given at the control door. */
export const FAULT_ORDER = z.strictObject({
  kind: z.enum(FAULT_KINDS),
  /** Whether a request takes effect before it goes wrong. Bodies that are spoiled, and `late`, always come after. */
  when: z.enum(['before', 'after']).default('before'),
  match: z
    .strictObject({
      method: z.string().optional(),
      /** A regular expression over the path. */
      path: z.string().optional(),
    })
    .default({}),
  /** How many matching requests go wrong; without it one, or with a probability any number. */
  count: z.int().positive().optional(),
  probability: z.number().min(0).max(1).optional(),
  seed: z.int().default(1),
  delayMs: z.int().nonnegative().default(1000),
  /** How long lists do not show what the request made, in milliseconds of the world's clock. */
  hiddenMs: z.int().nonnegative().default(0),
  /** For `serverError`. */
  status: z.int().min(500).max(599).default(503),
  /** For `forbidden`: the sentence in `detail`. */
  detail: z.string().default('You are not permitted to perform this action.'),
  /** For `rateLimited`: which of X's three bodies. */
  shape: z.enum(['problem', 'code88', 'usageCapped']).default('problem'),
  /** For `rateLimited`: whether the headers tell the truth, are missing, or show calls left and a reset long ago. */
  headers: z.enum(['right', 'missing', 'wrong']).default('right'),
});

/** What is written to give an order; everything but the kind has a default. */
export type FaultOrderInput = z.input<typeof FAULT_ORDER>;

/** An order with its defaults filled in. */
export type FaultOrder = z.output<typeof FAULT_ORDER>;
