import type { EngineEvent } from '#shared/contract/events.ts';

/** The names of the events that concern money, in their order. */
export const budgetEvents = (events: readonly EngineEvent[]): string[] =>
  events.map((event) => event.name).filter((name) => name.startsWith('budget.'));
