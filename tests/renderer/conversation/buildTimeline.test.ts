import { describe, expect, it } from 'vitest';
import { buildTimeline } from '#renderer/features/Conversation/timeline/buildTimeline.ts';
import type { TimelineRow } from '#renderer/features/Conversation/timeline/timelineRow.ts';
import type { HistoryGap } from '#renderer/workspace/history.ts';
import type { Activity } from '#shared/domain/activity.ts';
import type { Message } from '#shared/domain/message.ts';
import type { Note } from '#shared/domain/note.ts';
import { someStatus } from '../../support/someStatus.ts';
import { aMessage, anActivity, minute, morning } from './support/message.ts';

const day = 24 * 60 * minute;

function build(messages: readonly Message[], activities: readonly Activity[] = []): string[] {
  const [beginning, ...rows] = buildTimeline({
    messages,
    activities,
    gaps: [],
    conversationId: 'c1',
    complete: true,
  }).map(toWords);
  expect(beginning).toBe('beginning');
  return rows;
}

function toWords(row: TimelineRow): string {
  switch (row.kind) {
    case 'beginning':
      return 'beginning';
    case 'day':
      return 'day';
    case 'new':
      return 'new';
    case 'boundary':
      return row.current ? 'this conversation' : 'earlier conversation';
    case 'system':
      return row.line.type === 'moved' ? `moved to ${row.line.to}` : row.line.type;
    case 'note':
      return `note ${row.note.id}`;
    case 'message':
      return `${row.message.id}${row.starts ? ' starts' : ''}${row.ends ? ' ends' : ''}`;
  }
}

const post = (id: string, at: number, facts: Partial<Message> = {}) =>
  aMessage({ id, xId: id, at, ...facts });

const note = (id: string, createdAt: number): Note => ({
  id,
  conversationId: 'c1',
  agent: 'Sam',
  text: 'A note',
  mentions: [],
  createdAt,
  editedAt: null,
});

it('notes stand at their time, and end a run', () => {
  const rows = buildTimeline({
    messages: [post('a', morning), post('b', morning + 2_000)],
    activities: [],
    notes: [note('n', morning + 1_000), note('m', morning + 3_000)],
    gaps: [],
    conversationId: 'c1',
    complete: true,
  });
  expect(rows.map(toWords)).toEqual([
    'beginning',
    'day',
    'a starts ends',
    'note n',
    'b starts ends',
    'note m',
  ]);
});

it('a line says what is new, below the day, and ends a run', () => {
  const rows = buildTimeline({
    messages: [post('a', morning), post('b', morning + 1_000)],
    activities: [],
    gaps: [],
    conversationId: 'c1',
    complete: true,
    newFrom: 'b',
  });
  expect(rows.map(toWords)).toEqual(['beginning', 'day', 'a starts ends', 'new', 'b starts ends']);
});

describe('grouping', () => {
  it.each([
    ['within five minutes', {}, 5 * minute, ['day', 'a starts', 'b ends']],
    ['after five minutes', {}, 5 * minute + 1, ['day', 'a starts ends', 'b starts ends']],
    ['of another side', { direction: 'out' as const }, minute, ['day', 'a starts ends', 'b starts ends']],
    ['of a third party', { context: true }, minute, ['day', 'a starts ends', 'b starts ends']],
    [
      'in the other channel',
      { kind: 'dm' as const },
      minute,
      ['day', 'a starts ends', 'moved to dm', 'b starts ends'],
    ],
  ])('groups messages %s as expected', (_name, facts, gap, expected) => {
    expect(build([post('a', morning), post('b', morning + gap, facts)])).toEqual(expected);
  });
});

it('shows each day once', () => {
  const rows = build([post('a', morning), post('b', morning + minute), post('c', morning + day)]);
  expect(rows).toEqual(['day', 'a starts', 'b ends', 'day', 'c starts ends']);
});

it('marks a move back to public', () => {
  const rows = build([post('a', morning, { kind: 'dm' }), post('b', morning + minute)]);
  expect(rows).toContain('moved to public');
});

it('marks where earlier conversations end and this one begins', () => {
  const rows = build([
    post('a', morning, { conversationId: 'c0' }),
    post('parent', morning + day - minute, { conversationId: null, context: true }),
    post('b', morning + day),
  ]);
  expect(rows).toEqual([
    'day',
    'earlier conversation',
    'a starts ends',
    'day',
    'this conversation',
    'parent starts ends',
    'b starts ends',
  ]);
});

it('keeps the order of its rows when older messages of the same day and conversation are put above', () => {
  const history = [
    post('a', morning, { conversationId: 'c0' }),
    post('b', morning + minute, { conversationId: 'c0' }),
    post('c', morning + 2 * minute, { conversationId: 'c0' }),
    post('d', morning + day),
  ];
  const keysFrom = (first: number) =>
    buildTimeline({
      messages: history.slice(first),
      activities: [],
      gaps: [],
      conversationId: 'c1',
      complete: false,
    }).map((row) => row.key);
  for (const first of [1, 2, 3]) {
    const keys = keysFrom(first);
    expect(keysFrom(first - 1).slice(-keys.length)).toEqual(keys);
  }
});

it('does not mark a move when a new conversation begins on the other channel', () => {
  const rows = build([
    post('a', morning, { conversationId: 'c0' }),
    post('b', morning + day, { kind: 'dm' }),
  ]);
  expect(rows).not.toContain('moved to dm');
});

it('has no boundary if there is only one conversation', () => {
  expect(build([post('a', morning)])).toEqual(['day', 'a starts ends']);
});

it.each([
  [anActivity(), 'assigned'],
  [anActivity({ facts: { agent: null } }), 'unassigned'],
  [anActivity({ kind: 'statusSet', facts: { status: 'resolved' } }), 'resolved'],
  [anActivity({ kind: 'statusSet', facts: { status: 'pending' } }), 'pending'],
  [anActivity({ kind: 'conversationReopened', facts: {} }), 'reopened'],
  [anActivity({ kind: 'prioritySet', facts: { priority: 'urgent' } }), 'priority'],
  [anActivity({ kind: 'snoozed', facts: { until: morning } }), 'snoozed'],
  [anActivity({ kind: 'snoozed', facts: { until: null } }), 'unsnoozed'],
  [anActivity({ kind: 'replyHidden', facts: { hidden: true } }), 'replyHidden'],
  [anActivity({ kind: 'replyHidden', facts: { hidden: false } }), 'replyShown'],
  [anActivity({ kind: 'personMuted', facts: { muted: true } }), 'muted'],
  [anActivity({ kind: 'personMuted', facts: { muted: false } }), 'unmuted'],
  [anActivity({ kind: 'dmsBlocked', facts: { blocked: true } }), 'dmsBlocked'],
  [anActivity({ kind: 'dmsBlocked', facts: { blocked: false } }), 'dmsAllowed'],
  [anActivity({ kind: 'surveyRuledOut', facts: { isRuledOut: true } }), 'surveyRuledOut'],
  [anActivity({ kind: 'surveyRuledOut', facts: { isRuledOut: false } }), 'surveyAllowed'],
  [anActivity({ kind: 'vipSet', facts: { isVip: true } }), 'vip'],
  [anActivity({ kind: 'vipSet', facts: { isVip: false } }), 'notVip'],
])('describes %o', (activity, expected) => {
  expect(build([], [activity])).toEqual(['day', expected]);
});

it.each(['conversationOpened', 'replySent', 'replyHeld', 'settingsChanged', 'markedUnread'] as const)(
  'is silent about %s',
  (kind) => {
    expect(build([], [anActivity({ kind })])).toEqual([]);
  },
);

describe('what was undone', () => {
  const resolved = anActivity({ id: 'a1', kind: 'statusSet', facts: { status: 'resolved' } });
  const undone = anActivity({ id: 'a2', kind: 'undone', facts: { activityId: 'a1', kind: 'statusSet' } });
  const pending = anActivity({ id: 'a3', kind: 'statusSet', facts: { status: 'pending' } });

  it('is not shown, and neither is its undoing', () => {
    expect(build([], [resolved, undone])).toEqual([]);
    expect(build([], [resolved, undone, pending])).toEqual(['day', 'pending']);
  });

  it('leaves no line where only one of the two is loaded', () => {
    expect(build([], [undone])).toEqual([]);
    expect(build([], [undone, pending])).toEqual(['day', 'pending']);
    expect(build([], [resolved])).toEqual(['day', 'resolved']);
  });
});

it('places activities between the messages', () => {
  const rows = build(
    [post('a', morning), post('b', morning + 2 * minute)],
    [anActivity({ at: morning + minute })],
  );
  expect(rows).toEqual(['day', 'a starts ends', 'assigned', 'b starts ends']);
});

it('keeps the key of an own message when X confirms it', () => {
  const keys = (message: Message) =>
    buildTimeline({
      messages: [message],
      activities: [],
      gaps: [],
      conversationId: 'c1',
      complete: false,
    }).map((row) => row.key);
  const held = aMessage({
    id: 'o1',
    xId: null,
    outboxId: 'o1',
    direction: 'out',
    status: someStatus('held'),
  });
  expect(keys({ ...held, id: 'post-77', xId: '77', status: someStatus('sent') })).toEqual(keys(held));
});

it('places a gap where it ends', () => {
  const gap = {
    kind: 'dms',
    from: morning,
    to: morning + minute,
    reason: 'away',
    recoverable: false,
  } as const;
  const rows = buildTimeline({
    messages: [aMessage({ id: 'a' }), aMessage({ id: 'b', at: morning + 2 * minute })],
    activities: [],
    gaps: [gap],
    conversationId: 'c1',
    complete: false,
  });
  expect(toKinds(rows)).toEqual(['message', 'gap', 'message']);
});

const lost = { kind: 'mentions', reason: 'away', recoverable: false } as const;

function gapsOf(gaps: readonly HistoryGap[]) {
  const rows = buildTimeline({
    messages: [aMessage({ id: 'a' }), aMessage({ id: 'b', at: morning + 3 * day })],
    activities: [],
    gaps,
    conversationId: 'c1',
    complete: false,
  });
  const lines = rows.flatMap((row) =>
    row.kind === 'system' && row.line.type === 'gap' ? row.line.lost : [],
  );
  return { kinds: toKinds(rows), lines };
}

it('joins neighbouring gaps in one line, and adds no day for it, since its text contains the dates', () => {
  const { kinds, lines } = gapsOf([
    { ...lost, from: morning + minute, to: morning + day },
    { ...lost, kind: 'dms', from: morning + day + minute, to: morning + 2 * day },
  ]);
  expect(kinds).toEqual(['message', 'gap', 'day', 'message']);
  expect(lines).toEqual([
    { from: morning + minute, to: morning + 2 * day, kinds: ['mentions', 'dms'], reason: 'away' },
  ]);
});

it('names no reason where there are several', () => {
  const { lines } = gapsOf([
    { ...lost, from: morning + minute, to: morning + day },
    { ...lost, reason: 'horizon', from: morning + day, to: morning + 2 * day },
  ]);
  expect(lines).toMatchObject([{ reason: null }]);
});

it('says nothing of a gap that can still be filled', () => {
  const { kinds } = gapsOf([{ ...lost, recoverable: true, from: morning + minute, to: morning + day }]);
  expect(kinds).toEqual(['message', 'day', 'message']);
});

function toKinds(rows: ReturnType<typeof buildTimeline>): readonly string[] {
  return rows.map((row) => (row.kind === 'system' ? row.line.type : row.kind));
}
