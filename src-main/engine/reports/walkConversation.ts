import type { Channel } from '#shared/domain/reply.ts';
import type { TargetOutcome, WorkFigure } from '#shared/domain/workReport.ts';
import type { WorkEvent, WorkHistory, WorkMessage, WorkTarget } from '../store/workHistories.ts';
import type { Measure } from './measureThen.ts';

/** What says how the backlog changes: a conversation becomes unresolved or is resolved, a person begins or stops waiting in it. */
export const backlogChanges = ['unresolved', 'notUnresolved', 'waiting', 'notWaiting'] as const;
type BacklogChange = (typeof backlogChanges)[number];

/** Something that a report counts. */
export interface WorkFact {
  readonly figure: WorkFigure | BacklogChange;
  readonly at: number;
  readonly channel: Channel;
  /** Who replied or resolved; null if nobody did with Perch. */
  readonly agent: string | null;
  /** How long a reply that ended a wait took, or a resolution; null for anything else. */
  readonly ms: number | null;
  /** Of a target what became of it, of a reply that ended a wait what became of its target; null where none is recorded. */
  readonly target: TargetOutcome | null;
  readonly isFromLibrary: boolean;
  readonly isFromReply: boolean;
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
  | { readonly isDeletion: true }
);

/** Follows a conversation through its messages and changes. Returns its facts in no order. */
export function walkConversation(history: WorkHistory, measure: Measure): readonly WorkFact[] {
  const undone = new Set(history.events.flatMap(({ undoes }) => undoes ?? []));
  const saved = new Map<string, State>();
  const facts: WorkFact[] = [];
  const add: Add = (fact) => {
    const none = { channel: history.channel, agent: null, ms: null, target: null, ...unused };
    facts.push({ ...none, ...fact });
  };
  for (const target of history.targets) add(toTargetFact(target, history));
  const measureReply = createReplyMeasure(history, measure);
  const noteBacklog = createBacklogNotes(add);
  let state = untouched;
  for (const step of toSteps(history)) {
    if ('message' in step) {
      state = follow(state, step.message, measureReply, add);
    } else if ('event' in step) {
      if (!undone.has(step.event.id)) countEvent(state, step.event, measure, add);
      saved.set(step.event.id, state);
      state = change(state, step.event, saved);
    }
    noteBacklog(state, step.at);
  }
  return facts;
}

/** Adds how the backlog changed since the last note. */
function createBacklogNotes(add: Add): (state: State, at: number) => void {
  let [wasOpen, wasWaiting] = [false, false];
  return (state, at) => {
    const isOpen = state.isBegun && !state.isResolved;
    const isWaiting = isOpen && notDeleted(state.waiting, at).length > 0;
    if (isOpen !== wasOpen) add({ figure: isOpen ? 'unresolved' : 'notUnresolved', at });
    if (isWaiting !== wasWaiting) add({ figure: isWaiting ? 'waiting' : 'notWaiting', at });
    [wasOpen, wasWaiting] = [isOpen, isWaiting];
  };
}

const unused = { isFromLibrary: false, isFromReply: false };

type NewFact = Partial<WorkFact> & Pick<WorkFact, 'figure' | 'at'>;

/** A target by the channel of the reply, if there is one. */
function toTargetFact(result: WorkTarget, { messages, channel }: WorkHistory): NewFact {
  const { reply, outcome, decidedAt, repliedAt, agent, elapsedMs } = result;
  const ending = messages.find(({ isOwn, at }) => isOwn && at === repliedAt);
  return {
    figure: reply === 'first' ? 'firstTarget' : 'nextTarget',
    at: decidedAt,
    channel: ending?.channel ?? channel,
    agent,
    ms: elapsedMs,
    target: outcome,
  };
}

/** How long a reply took and what became of its target. */
type ReplyMeasure = (since: number, at: number) => Pick<WorkFact, 'ms' | 'target'>;

/** As it is recorded with the target; without one the office hours count, with all pauses. */
const createReplyMeasure =
  ({ targets }: WorkHistory, measure: Measure): ReplyMeasure =>
  (since, at) => {
    const result = targets.find(({ repliedAt }) => repliedAt === at);
    return { ms: result?.elapsedMs ?? measure(since, at), target: result?.outcome ?? null };
  };

function follow(state: State, message: WorkMessage, measure: ReplyMeasure, add: Add): State {
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
  // Nothing is known yet of what was captured later.
  if (!state.isBegun) return;
  if (change === 'reopened') add({ figure: 'reopened', at });
  if (change !== 'resolved' || state.isResolved || isPast) return;
  add({ figure: 'resolved', at, agent, ms: measure(state.openSince, at) });
}

const untouched: State = {
  isBegun: false,
  isResolved: false,
  openSince: 0,
  hasReplied: false,
  waiting: [],
  settled: [],
};

/** In the order of time; of one moment messages first. */
function toSteps({ messages, events }: WorkHistory): Step[] {
  const deletions = messages.flatMap(({ deletedAt }) =>
    deletedAt === null ? [] : [{ at: deletedAt, isDeletion: true as const }],
  );
  const steps: Step[] = [
    ...messages.map((message) => ({ at: message.at, message })),
    ...events.map((event) => ({ at: event.at, event })),
    ...deletions,
  ];
  return steps.sort((a, b) => a.at - b.at);
}

type Add = (fact: NewFact) => void;

function receive(state: State, message: WorkMessage, add: Add): State {
  add({ figure: 'received', at: message.at, channel: message.channel });
  return message.isOfSurvey ? state : { ...state, waiting: [...state.waiting, message] };
}

function reply(state: State, message: WorkMessage, measure: ReplyMeasure, add: Add): State {
  if (message.isOfSurvey) return state;
  const { at, channel, agent, isFromLibrary, isFromReply } = message;
  add({ figure: 'replies', at, channel, agent, isFromLibrary, isFromReply });
  const [first] = notDeleted(state.waiting, at);
  if (first) {
    const figure = state.hasReplied ? 'nextReply' : 'firstReply';
    add({ figure, at, channel, agent, ...measure(first.at, at) });
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
