import type { Entry } from '../../../scripts/year/playYear.ts';
import { type AgentKey, targets, vipHandle } from '../../../scripts/year/shop.ts';
import { officeTimeBetween } from './officeTime.ts';

const MINUTE_MS = 60_000;

/** What the book of a year says of one conversation: its entries in the order of time, and what its customer was promised when. */
interface Page {
  readonly handle: string;
  readonly entries: readonly Entry[];
  /** When the team promised more. */
  readonly targetsChangedAt: number;
  readonly vipSince: number;
  readonly until: number;
}

type Kind = 'first' | 'next';

interface Reply {
  /** Null for one that nobody waited for. */
  readonly kind: Kind | null;
  readonly at: number;
  readonly ms: number;
  readonly agent: AgentKey;
}

interface Target {
  readonly kind: Kind;
  readonly at: number;
  readonly isMet: boolean;
}

interface Resolution {
  readonly at: number;
  readonly ms: number;
  readonly agent: AgentKey;
}

/** From when to when, the end exclusive. */
type Span = readonly [from: number, to: number];

export interface Story {
  readonly openedAt: number;
  readonly received: readonly number[];
  readonly reopened: readonly number[];
  readonly replies: readonly Reply[];
  readonly targets: readonly Target[];
  readonly resolved: readonly Resolution[];
  readonly unresolved: readonly Span[];
  readonly waiting: readonly Span[];
}

/** Reads one conversation from the book, entry by entry. */
export function readStory(page: Page): Story {
  const reading = startReading(page);
  const { story } = reading;
  for (const entry of page.entries) {
    const { at, what } = entry;
    if (what === 'write') {
      if (reading.openSince === null) story.reopened.push(at);
      reading.openSince ??= at;
      reading.waitsSince ??= at;
      story.received.push(at);
    } else if (what === 'reply') {
      const ended = endWait(reading, at, true);
      story.replies.push({ at, agent: entry.agent, ...ended });
      reading.hasReplied ||= ended.kind !== null;
    } else if (what === 'resolve' && reading.openSince !== null) {
      endWait(reading, at, false);
      story.resolved.push({ at, agent: entry.agent, ms: officeTimeBetween(reading.openSince, at) });
      story.unresolved.push([reading.openSince, at]);
      reading.openSince = null;
    }
  }
  endWait(reading, page.until, false);
  if (reading.openSince !== null) story.unresolved.push([reading.openSince, page.until]);
  return story;
}

type Reading = ReturnType<typeof startReading>;

function startReading(page: Page) {
  const { entries } = page;
  const openedAt = entries[0]?.at ?? 0;
  return {
    page,
    pauses: entries.flatMap((entry): Span[] => (entry.what === 'snooze' ? [[entry.at, entry.until]] : [])),
    openSince: openedAt as number | null,
    waitsSince: null as number | null,
    hasReplied: false,
    story: {
      openedAt,
      received: [] as number[],
      reopened: [] as number[],
      replies: [] as Reply[],
      targets: [] as Target[],
      resolved: [] as Resolution[],
      unresolved: [] as Span[],
      waiting: [] as Span[],
    },
  };
}

/** Ends the wait, if there is one. What is settled without a reply before its target has passed is no case of the target. */
function endWait(reading: Reading, at: number, isReplied: boolean): Pick<Reply, 'kind' | 'ms'> {
  const { page, pauses, story, waitsSince, hasReplied } = reading;
  if (waitsSince === null) return { kind: null, ms: 0 };
  const kind = hasReplied ? 'next' : 'first';
  const since = hasReplied ? waitsSince : story.openedAt;
  const target = toTarget(page, kind, since, at, pauses);
  if (isReplied || !target.isMet) story.targets.push(target);
  story.waiting.push([waitsSince, at]);
  reading.waitsSince = null;
  return { kind, ms: countedTime(since, at, pauses) };
}

/** Office time without what lies in a pause. */
function countedTime(from: number, to: number, pauses: readonly Span[]): number {
  const paused = pauses.map(([begin, end]) => {
    const [first, last] = [Math.max(begin, from), Math.min(end, to)];
    return last > first ? officeTimeBetween(first, last) : 0;
  });
  return officeTimeBetween(from, to) - paused.reduce((sum, ms) => sum + ms, 0);
}

/** What becomes of a target until a time: met if no more than what was promised has passed, else missed when it had. */
function toTarget(page: Page, kind: Kind, since: number, until: number, pauses: readonly Span[]): Target {
  const passedBy = (at: number) => countedTime(since, at, pauses);
  const promised = findPromise(page, kind, since, until, passedBy);
  if (passedBy(until) <= promised) return { kind, at: until, isMet: true };
  let [before, after] = [since, until];
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (passedBy(middle) < promised) before = middle;
    else after = middle;
  }
  return { kind, at: after, isMet: false };
}

/** In milliseconds. What passed before the promise changed stays missed; whatever still waits then has the new one. */
function findPromise(
  { handle, vipSince, targetsChangedAt }: Page,
  kind: Kind,
  since: number,
  until: number,
  passedBy: (at: number) => number,
): number {
  const toMs = (of: { readonly firstReplyMinutes: number; readonly nextReplyMinutes: number }) =>
    (kind === 'first' ? of.firstReplyMinutes : of.nextReplyMinutes) * MINUTE_MS;
  if (handle === vipHandle && since >= vipSince) return toMs(targets.vip);
  const old = toMs(targets.before);
  if (until <= targetsChangedAt) return old;
  return since < targetsChangedAt && passedBy(targetsChangedAt) >= old ? old : toMs(targets.after);
}
