import { createCountedTime } from '#shared/domain/officeCalendar.ts';
import type { OfficeHours } from '#shared/domain/officeHours.ts';
import type { RuleTrigger } from '#shared/domain/rule.ts';
import { DAY_MS, HOUR_MS } from '#shared/time.ts';
import type { PastMessage, PastStep } from '../store/rulePreview.ts';

/** When a rule would have looked at a conversation, and what its person had written last by then. */
export interface PastMoment {
  readonly at: number;
  readonly message: PastMessage;
}

/** A trigger that is not a message. */
export type LaterTrigger = Extract<RuleTrigger, { kind: 'tagAdded' | 'noReply' | 'silence' }>;

/**
 * The moments until `now` at which a trigger would have fired in a conversation, by what happened in it. It knows nothing of snoozes
 * and of what was undone.
 */
export function listPastMoments(
  when: LaterTrigger,
  steps: readonly PastStep[],
  { now, officeHours }: { readonly now: number; readonly officeHours: OfficeHours | null },
): PastMoment[] {
  const toDue = createDue(when, officeHours);
  const moments: PastMoment[] = [];
  let state: State = { message: null, waitingSince: null, quietSince: null, isResolved: false };
  const add = (at: number | null, until: number) => {
    if (at === null || at > until || state.message === null) return;
    moments.push({ at, message: state.message });
    // Once for each wait and each silence.
    state = { ...state, quietSince: null };
  };
  for (const step of steps) {
    add(toDue(state), step.at);
    state = follow(state, step, when);
    if ('tags' in step && when.kind === 'tagAdded' && step.tags.includes(when.tag)) add(step.at, now);
  }
  add(toDue(state), now);
  return moments;
}

interface State {
  /** What the person wrote last. */
  readonly message: PastMessage | null;
  readonly waitingSince: number | null;
  /** Since when the trigger counts; null where it does not. */
  readonly quietSince: number | null;
  readonly isResolved: boolean;
}

function follow(state: State, step: PastStep, { kind }: LaterTrigger): State {
  if ('tags' in step) return state;
  if ('status' in step) {
    const isSettled = step.status !== 'open';
    const waitingSince = isSettled ? null : state.waitingSince;
    const settled = { ...state, waitingSince, isResolved: step.status === 'resolved' };
    return kind === 'noReply' && isSettled ? { ...settled, quietSince: null } : settled;
  }
  const { at, isOwn } = step;
  if (isOwn) {
    return { ...state, waitingSince: null, quietSince: kind === 'silence' ? at : null };
  }
  const isNew = state.waitingSince === null;
  const waitingSince = state.waitingSince ?? at;
  const quietSince = kind === 'silence' || isNew ? at : state.quietSince;
  return { message: step.message, waitingSince, quietSince, isResolved: false };
}

/** Returns a function to the time at which the trigger fires if nothing happens until then; null if it does not. */
function createDue(when: LaterTrigger, officeHours: OfficeHours | null): (state: State) => number | null {
  if (when.kind === 'tagAdded') return () => null;
  if (when.kind === 'silence') {
    return ({ quietSince, waitingSince, isResolved }) =>
      quietSince === null || waitingSince !== null || isResolved ? null : quietSince + when.days * DAY_MS;
  }
  const counted = createCountedTime(when.inOfficeHours ? officeHours : null);
  return ({ quietSince }) =>
    quietSince === null ? null : counted.addOpenTime(quietSince, when.hours * HOUR_MS);
}
