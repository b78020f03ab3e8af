import { expect, test } from 'vitest';
import { deriveStatus, deriveView, type StatusFacts } from '#engine/conversations/summarise.ts';

const facts = (changes: Partial<StatusFacts>): StatusFacts => ({
  before: 'new',
  setStatus: null,
  setStatusAt: null,
  repliedAt: null,
  waiting: true,
  ...changes,
});

const cases: [string, Partial<StatusFacts>, string][] = [
  ['new while nobody has touched it', {}, 'new'],
  ['pending once replied to', { waiting: false, repliedAt: 5 }, 'pending'],
  ['open again when the reply is cancelled', { before: 'pending' }, 'open'],
  ['open again when the person writes', { before: 'pending', repliedAt: 5 }, 'open'],
  ['open if an agent set it', { before: 'new', setStatus: 'open', setStatusAt: 5 }, 'open'],
  [
    'open if an agent sets it after the reply',
    { setStatus: 'open', setStatusAt: 6, repliedAt: 5, waiting: false },
    'open',
  ],
  [
    'pending if the reply comes after an agent set it to open',
    { setStatus: 'open', setStatusAt: 5, repliedAt: 6, waiting: false },
    'pending',
  ],
  ['pending if an agent set it', { setStatus: 'pending', setStatusAt: 5, waiting: false }, 'pending'],
  [
    'open when a new message waits after an agent set it to pending',
    { setStatus: 'pending', setStatusAt: 5 },
    'open',
  ],
  ['resolved whatever waits', { setStatus: 'resolved', setStatusAt: 5 }, 'resolved'],
  [
    'resolved although a reply goes out',
    { setStatus: 'resolved', setStatusAt: 5, repliedAt: 6, waiting: false },
    'resolved',
  ],
];

test.each(cases)('a conversation is %s', (_, changes, status) => {
  expect(deriveStatus(facts(changes))).toBe(status);
});

test.each([
  ['new', null, 'open'],
  ['open', null, 'open'],
  ['pending', null, 'pending'],
  ['resolved', null, 'resolved'],
  ['new', 5, 'snoozed'],
  ['pending', 5, 'snoozed'],
  ['resolved', 5, 'resolved'],
] as const)('%s, snoozed until %s, is listed under %s', (status, until, view) => {
  expect(deriveView(status, until)).toBe(view);
});
