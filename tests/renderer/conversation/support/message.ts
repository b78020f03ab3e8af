import type { Activity } from '#shared/domain/activity.ts';
import type { Message } from '#shared/domain/message.ts';
import { aMessage as anyMessage } from '../../support/builders.ts';

/** Monday 16 November 2026, 09:00 local time. */
export const morning = new Date(2026, 10, 16, 9).getTime();
export const minute = 60_000;

export const anna = { id: '501', handle: 'annadv', name: 'Anna de Vries' };
export const own = { id: '900', handle: 'harbour', name: 'Harbour' };

/** A post of Anna in the conversation `c1`, with these `facts`. */
export function aMessage(facts: Partial<Message> = {}): Message {
  const out = facts.direction === 'out';
  return anyMessage({
    author: out ? own : anna,
    text: 'My order is stuck.',
    at: morning,
    state: out ? 'sent' : 'received',
    ...facts,
  });
}

/** An assignment of the conversation `c1`, with these `facts`. */
export function anActivity(facts: Partial<Activity> = {}): Activity {
  return {
    id: 'a1',
    at: morning,
    agent: 'Sam',
    kind: 'assigned',
    conversationId: 'c1',
    facts: { agent: 'Kim' },
    ...facts,
  };
}
