import { expect, test } from 'vitest';
import { deriveStatus, deriveView, type StatusFacts } from '#engine/conversations/summarise.ts';

const facts = (changes: Partial<StatusFacts>): StatusFacts => ({
  before: 'new',
  setStatus: null,
  setStatusAt: null,
  answeredAt: null,
  waiting: true,
  ...changes,
});

const cases: [string, Partial<StatusFacts>, string][] = [
  ['new while nobody has touched it', {}, 'new'],
  ['pending once answered', { waiting: false, answeredAt: 5 }, 'pending'],
  ['open again when the answer is taken back', { before: 'pending' }, 'open'],
  ['open again when the person writes', { before: 'pending', answeredAt: 5 }, 'open'],
  ['open as an agent said', { before: 'new', setStatus: 'open', setStatusAt: 5 }, 'open'],
  [
    'open when an agent says so after the answer',
    { setStatus: 'open', setStatusAt: 6, answeredAt: 5, waiting: false },
    'open',
  ],
  [
    'pending when the answer comes after the agent said open',
    { setStatus: 'open', setStatusAt: 5, answeredAt: 6, waiting: false },
    'pending',
  ],
  ['pending as an agent said', { setStatus: 'pending', setStatusAt: 5, waiting: false }, 'pending'],
  [
    'open when something new waits after an agent said pending',
    { setStatus: 'pending', setStatusAt: 5 },
    'open',
  ],
  ['resolved whatever waits', { setStatus: 'resolved', setStatusAt: 5 }, 'resolved'],
  [
    'resolved though an answer goes out',
    { setStatus: 'resolved', setStatusAt: 5, answeredAt: 6, waiting: false },
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
] as const)('%s snoozed until %s stands under %s', (status, until, view) => {
  expect(deriveView(status, until)).toBe(view);
});
