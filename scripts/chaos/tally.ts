/** The counts of one or more runs. Everything from `lost` to `broken` has to be 0. */
export interface Tally {
  readonly runs: number;
  readonly kills: number;
  /** Kills in the middle of a migration, of sending a reply, and of a poll cycle. */
  readonly killsMigrating: number;
  readonly killsSending: number;
  readonly killsCapturing: number;
  /** Posts and private messages that people wrote. */
  readonly messages: number;
  /** Replies that the engine accepted. */
  readonly replies: number;
  /** Replies with unknown outcome that the agent had to resend. */
  readonly agentDecisions: number;
  /** Rate limits of X that the engine had time to store. */
  readonly rateLimits: number;
  /** Copies of the folder that were put back, and write-ahead logs that were cut off. */
  readonly putBacks: number;
  readonly tornWals: number;
  /** Messages that X showed late. */
  readonly late: number;
  /** Replies that the agent sent again as soon as their outcome was unknown. */
  readonly earlyRetries: number;
  /** Messages that X has and the store has not, and accepted replies that X or the outbox has not. */
  readonly lost: number;
  /** Messages stored twice and replies sent twice. */
  readonly duplicated: number;
  /** Replies that went to another channel or person than requested. */
  readonly misplaced: number;
  /** Calls to a limited endpoint before the reset that X had announced. */
  readonly earlyCalls: number;
  /** Replies that were not sent at the end of the run. */
  readonly unresolved: number;
  /** Damaged stores, engines that did not start, capture or stop, and runs that threw. */
  readonly broken: number;
}

export const emptyTally: Tally = {
  runs: 0,
  kills: 0,
  killsMigrating: 0,
  killsSending: 0,
  killsCapturing: 0,
  messages: 0,
  replies: 0,
  agentDecisions: 0,
  rateLimits: 0,
  putBacks: 0,
  tornWals: 0,
  late: 0,
  earlyRetries: 0,
  lost: 0,
  duplicated: 0,
  misplaced: 0,
  earlyCalls: 0,
  unresolved: 0,
  broken: 0,
};

export function addTallies(a: Tally, b: Tally): Tally {
  const names = Object.keys(emptyTally) as (keyof Tally)[];
  return Object.fromEntries(names.map((name) => [name, a[name] + b[name]])) as unknown as Tally;
}

/** Whether nothing went wrong. */
export function isClean({ lost, duplicated, misplaced, earlyCalls, unresolved, broken }: Tally): boolean {
  return lost + duplicated + misplaced + earlyCalls + unresolved + broken === 0;
}
