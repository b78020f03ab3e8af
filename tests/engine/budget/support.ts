import type { EngineEvent } from '#shared/contract/events.ts';

/** The names of the events about money, in order. */
export const budgetEvents = (events: readonly EngineEvent[]): string[] =>
  events.map((event) => event.name).filter((name) => name.startsWith('budget.'));
