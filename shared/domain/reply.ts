import { z } from 'zod';
import { deprecated } from '../deprecated.ts';
import { AppError, StopReason } from '../errors.ts';
import { ReplyFile } from './replyFile.ts';

/** Public: a reply that everybody can read. Dm: a private message to the person. */
export const Channel = z.enum(['public', 'dm']);
export type Channel = z.infer<typeof Channel>;

/** Set where an earlier attempt may have reached X, so that the reply cannot be cancelled. */
const mayHaveArrived = z.literal(true).optional();

const status = <K extends string, S extends z.ZodRawShape>(kind: K, facts: S) =>
  z.object({ kind: z.literal(kind), ...facts });

/** An agent has looked on X and not found the earlier attempt, so that the next one needs no reconciliation by Perch. */
const confirmedMissing = z.boolean();

/**
 * How far a reply has come on its way to X.
 *
 * - `held`: the undo time is running; it is queued at `until`.
 * - `stopped`: its conversation has changed since it was written; an agent confirms or cancels it.
 * - `queued`: goes out next, or waits for the network, a login or a limit of X.
 * - `sending`: an attempt is on the wire.
 * - `sent`: X has it.
 * - `refused`: X said no, or an agent found that an unknown one is not on X. Nothing was sent.
 * - `unknown`: an attempt ended without a response, so X may have it. Perch never sends it again by itself.
 */
export const ReplyStatus = z.discriminatedUnion('kind', [
  status('held', { until: z.number() }),
  status('stopped', { reason: StopReason, confirmedMissing }),
  status('queued', { confirmedMissing, mayHaveArrived }),
  status('sending', { confirmedMissing }),
  status('sent', {}),
  status('refused', { confirmedMissing }),
  /**
   * `reconcileAttempts`: how many of the three reconciliations are used up; all where X does not allow any. Sends are
   * counted elsewhere: a reply has one unknown send at a time, but is looked for on X several times after it.
   */
  status('unknown', { reconcileAttempts: z.number().int() }),
]);
export type ReplyStatus = z.infer<typeof ReplyStatus>;

export type ReplyStatusKind = ReplyStatus['kind'];
export const ReplyStatusKind = z.enum(ReplyStatus.options.map(({ shape }) => shape.kind.value));

/** A status of this kind. */
export type StatusOf<K extends ReplyStatusKind> = Extract<ReplyStatus, { readonly kind: K }>;

/** The status as scripts knew it before `ReplyStatus`, where a stopped reply was one held without an end. */
export const OutboxState = z.enum(['held', 'queued', 'sending', 'sent', 'refused', 'unknown']);
export type OutboxState = z.infer<typeof OutboxState>;

/** A reply in the outbox. */
export const OutboxEntry = z.object({
  id: z.string(),
  conversationId: z.string(),
  channel: Channel,
  text: z.string(),
  /** The pictures that go with it; absent if none do. */
  attachments: z.array(ReplyFile).optional(),
  /** The posts of a public reply in several, in their order; absent for one post. */
  parts: z
    .array(z.object({ text: z.string(), status: ReplyStatusKind, xId: z.string().optional() }))
    .optional(),
  status: ReplyStatus,
  /** @deprecated Use `status.kind`. */
  state: deprecated(OutboxState, '`status.kind`'),
  /** The X id of the post that a public reply replies to. */
  inReplyTo: z.string().nullable(),
  agent: z.string(),
  createdAt: z.number(),
  /** @deprecated Use `status.until`. */
  heldUntil: deprecated(z.number().nullable(), '`status.until`'),
  xId: z.string().optional(),
  /** Why a queued reply waits, or why it was refused. */
  error: AppError.optional(),
  /** The survey that it belongs to; absent for what an agent wrote. */
  surveyId: z.string().optional(),
});
export type OutboxEntry = z.infer<typeof OutboxEntry>;

/** The fields that scripts were promised before `status`, derived from it. */
export interface DeprecatedStatus {
  readonly state: OutboxState;
  /** Null where the undo time is not running. */
  readonly heldUntil: number | null;
  /** `error` itself, or the error by which a stopped or unknown reply was known. */
  readonly error: AppError | null;
}

/** Derives what `status` replaces; `error` is why the reply waits or was refused. */
export function toDeprecatedStatus(status: ReplyStatus, error: AppError | null): DeprecatedStatus {
  switch (status.kind) {
    case 'held':
      return { state: 'held', heldUntil: status.until, error };
    case 'stopped':
      return { state: 'held', heldUntil: null, error: { code: 'lookAgain', reason: status.reason } };
    case 'unknown': {
      const looks = status.reconcileAttempts;
      return { state: 'unknown', heldUntil: null, error: { code: 'outcomeUnknown', looks } };
    }
    default:
      return { state: status.kind, heldUntil: null, error };
  }
}
