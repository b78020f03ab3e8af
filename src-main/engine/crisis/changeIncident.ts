import type { EngineParsed } from '#shared/contract/engine.ts';
import type { Incident, IncidentEntry } from '#shared/domain/incident.ts';
import type { AppError } from '#shared/errors.ts';
import { err, ok, type Result } from '#shared/result.ts';
import type { EngineContext } from '../context/context.ts';
import { findAgentId, getAgent } from '../store/agents.ts';
import { type Roles, setRoles, setStatement } from '../store/incidents.ts';
import { inTransaction } from '../store/sql.ts';
import { noteEntry } from './noteEntry.ts';
import { requireIncident, requireRunning } from './requireIncident.ts';
import { toLogText } from './startIncident.ts';

/** Adds to the log by hand. Errors of all in this file: `notFound`, `crisisEnded`. */
export function addNote(
  ctx: EngineContext,
  { id, kind, text }: EngineParsed<'crisis.note'>,
): Result<IncidentEntry, AppError> {
  return change(ctx, id, () => ok(noteEntry(ctx, id, { kind, text })));
}

/** Replaces the wordings of the holding statement; without a difference nothing is noted. */
export function changeStatement(
  ctx: EngineContext,
  { id, statement }: EngineParsed<'crisis.setStatement'>,
): Result<Incident, AppError> {
  return change(ctx, id, (incident) => {
    if (JSON.stringify(statement) === JSON.stringify(incident.statement)) return ok(incident);
    setStatement(ctx.db, id, statement);
    noteEntry(ctx, id, { kind: 'statementChanged', text: toLogText(statement) });
    return requireIncident(ctx.db, id);
  });
}

/** Gives a role to an agent, or to nobody; without a difference nothing is noted. Fails with `notFound` for an unknown agent. */
export function giveRole(
  ctx: EngineContext,
  { id, role, agent }: EngineParsed<'crisis.setRole'>,
): Result<Incident, AppError> {
  const { db } = ctx;
  return change(ctx, id, (incident) => {
    const agentId = agent === null ? null : findAgentId(db, agent);
    if (agent !== null && agentId === null) return err({ code: 'notFound', what: 'agent', id: agent });
    if ((incident.roles[role]?.id ?? null) === agentId) return ok(incident);
    const { [role]: _, ...others } = toRoles(incident);
    setRoles(db, id, agentId === null ? others : { ...others, [role]: agentId });
    const name = agentId === null ? null : (getAgent(db, agentId)?.name ?? agentId);
    noteEntry(ctx, id, { kind: 'roleGiven', facts: { role, agent: name } });
    return requireIncident(db, id);
  });
}

const toRoles = ({ roles }: Incident): Roles =>
  Object.fromEntries(Object.entries(roles).map(([role, { id }]) => [role, id]));

function change<T>(
  ctx: EngineContext,
  id: string,
  work: (incident: Incident) => Result<T, AppError>,
): Result<T, AppError> {
  const done = inTransaction(ctx.db, () => {
    const running = requireRunning(ctx.db, id);
    return running.ok ? work(running.value) : running;
  });
  if (done.ok) ctx.emit({ name: 'crisis.changed', params: {} });
  return done;
}
