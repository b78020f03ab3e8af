import type { Channel } from '#shared/domain/reply.ts';
import type { WorkFigure } from '#shared/domain/workReport.ts';
import type { WorkEvent, WorkHistory, WorkMessage, WorkPeriod } from '../store/workHistories.ts';
import type { Measure } from './measureThen.ts';

/** Something that a report counts. */
export interface WorkFact {
  readonly figure: WorkFigure;
  readonly at: number;
  readonly channel: Channel;
  /** Who replied or resolved; null if nobody did with Perch. */
  readonly agent: string | null;
  /** Of a reply that ended a wait, and of a resolution: how long it took, and the target of then. */
  readonly ms: number | null;
  readonly targetMs: number | null;
  readonly isFromLibrary: boolean;
}

/** What a conversation was at a time. */
interface State {
  readonly isBegun: boolean;
  readonly isResolved: boolean;
  /** Since when it was open. */
  readonly openSince: number;
  readonly hasReplied: boolean;
  /** Messages that wait for a reply, and those that an agent settled without one. */
  readonly waiting: readonly WorkMessage[];
  readonly settled: readonly WorkMessage[];
}

type Step = { readonly at: number } & (
  | { readonly message: WorkMessage }
  | { readonly event: WorkEvent }
  | { readonly end: number }
);

/** What a walk through a conversation finds: its facts in the period, and for each of `ends` whether it was in the backlog then. */
export interface Walked {
  readonly facts: readonly WorkFact[];
  readonly unresolved: readonly boolean[];
  readonly waiting: readonly boolean[];
}

/** Follows a conversation through its messages and changes. `ends` are times up to the end of the period. */
export function walkConversation(
  history: WorkHistory,
  { from, to }: WorkPeriod,
  measure: Measure,
  ends: readonly number[] = [],
): Walked {
  const undone = new Set(history.events.flatMap(({ undoes }) => undoes ?? []));
  const saved = new Map<string, State>();
  const walked = { facts: [] as WorkFact[], unresolved: [] as boolean[], waiting: [] as boolean[] };
  const add: Add = (fact) => {
    if (fact.at < from || fact.at >= to) return;
    const none = { channel: history.channel, agent: null, ms: null, targetMs: null, isFromLibrary: false };
    walked.facts.push({ ...none, ...fact });
  };
  let state = untouched;
  for (const step of toSteps(history, to, ends)) {
    if ('end' in step) {
      const isOpen = state.isBegun && !state.isResolved;
      walked.unresolved[step.end] = isOpen;
      walked.waiting[step.end] = isOpen && notDeleted(state.waiting, step.at).length > 0;
    } else if ('message' in step) {
      state = follow(state, step.message, measure, add);
    } else {
      if (!undone.has(step.event.id)) countEvent(state, step.event, measure, add);
      saved.set(step.event.id, state);
      state = change(state, step.event, saved);
    }
  }
  return walked;
}

function follow(state: State, message: WorkMessage, measure: Measure, add: Add): State {
  if (!state.isBegun) add({ figure: 'opened', at: message.at });
  const begun = state.isBegun ? state : { ...state, isBegun: true, openSince: message.at };
  return message.isOwn ? reply(begun, message, measure, add) : receive(begun, message, add);
}

function countEvent(
  state: State,
  { change, at, agent, isPast }: WorkEvent,
  measure: Measure,
  add: Add,
): void {
  if (change === 'reopened') add({ figure: 'reopened', at });
  if (change !== 'resolved' || state.isResolved || isPast) return;
  add({ figure: 'resolved', at, agent, ...measure(state.openSince, at) });
}

const untouched: State = {
  isBegun: false,
  isResolved: false,
  openSince: 0,
  hasReplied: false,
  waiting: [],
  settled: [],
};

/** In the order of time; of one moment messages first, and the backlog last. */
function toSteps({ messages, events }: WorkHistory, to: number, ends: readonly number[]): Step[] {
  const steps: Step[] = [
    ...messages.map((message) => ({ at: message.at, message })),
    ...events.filter(({ at }) => at < to).map((event) => ({ at: event.at, event })),
    ...ends.map((at, end) => ({ at, end })),
  ];
  return steps.sort((a, b) => a.at - b.at);
}

type Add = (fact: Partial<WorkFact> & Pick<WorkFact, 'figure' | 'at'>) => void;

function receive(state: State, message: WorkMessage, add: Add): State {
  add({ figure: 'received', at: message.at, channel: message.channel });
  return message.isOfSurvey ? state : { ...state, waiting: [...state.waiting, message] };
}

function reply(state: State, message: WorkMessage, measure: Measure, add: Add): State {
  if (message.isOfSurvey) return state;
  const { at, channel, agent, isFromLibrary } = message;
  add({ figure: 'replies', at, channel, agent, isFromLibrary });
  const [first] = notDeleted(state.waiting, at);
  if (first) {
    const figure = state.hasReplied ? 'nextReply' : 'firstReply';
    add({ figure, at, channel, agent, isFromLibrary, ...measure(first.at, at) });
  }
  return { ...state, hasReplied: state.hasReplied || first !== undefined, waiting: [], settled: [] };
}

const notDeleted = (messages: readonly WorkMessage[], at: number) =>
  messages.filter(({ deletedAt }) => deletedAt === null || deletedAt > at);

function change(state: State, { at, change, undoes }: WorkEvent, saved: ReadonlyMap<string, State>): State {
  const { waiting, settled } = state;
  switch (change) {
    case 'resolved':
    case 'pending': {
      const isResolved = change === 'resolved';
      const openSince = state.isResolved && !isResolved ? at : state.openSince;
      return { ...state, isResolved, openSince, waiting: [], settled: [...settled, ...waiting] };
    }
    case 'open':
      return { ...opened(state, at), waiting: [...settled, ...waiting], settled: [] };
    case 'reopened':
      return opened(state, at);
    case 'undone':
      return restore(state, undoes === null ? undefined : saved.get(undoes));
  }
}

/** What was before a change that is undone, without what was replied to since and with what came since. */
function restore(state: State, before: State | undefined): State {
  if (!before) return state;
  const left = new Set([...state.settled, ...state.waiting]);
  const isLeft = (message: WorkMessage) => left.has(message);
  const isNew = (message: WorkMessage) => !before.waiting.includes(message);
  return {
    ...state,
    isResolved: before.isResolved,
    openSince: before.openSince,
    waiting: [...before.waiting.filter(isLeft), ...state.waiting.filter(isNew)],
    settled: before.settled.filter(isLeft),
  };
}

const opened = (state: State, at: number): State => ({
  ...state,
  isResolved: false,
  openSince: state.isResolved ? at : state.openSince,
});
