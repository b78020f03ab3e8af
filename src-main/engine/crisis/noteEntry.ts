import type { EntryFacts, EntryKind, IncidentEntry } from '#shared/domain/incident.ts';
import type { EngineContext } from '../context/context.ts';
import { getAgent, getCurrentAgent } from '../store/agents.ts';
import { insertEntry } from '../store/incidents.ts';

interface NewEntry {
  readonly kind: EntryKind;
  readonly text?: string;
  readonly facts?: EntryFacts;
  /** Perch noted it, and no agent did it. */
  readonly isAutomatic?: boolean;
}

/** Appends to the log of an incident what the current agent did, or Perch noted. Call it in the transaction that does it. */
export function noteEntry(
  { db, clock, newId }: Pick<EngineContext, 'db' | 'clock' | 'newId'>,
  incidentId: string,
  { kind, text = '', facts = {}, isAutomatic = false }: NewEntry,
): IncidentEntry {
  const agent = isAutomatic ? null : getCurrentAgent(db).id;
  const entry = { id: newId(), at: clock.now(), agent, kind, text, facts };
  insertEntry(db, incidentId, entry);
  return { ...entry, agent: agent === null ? null : (getAgent(db, agent)?.name ?? agent) };
}
