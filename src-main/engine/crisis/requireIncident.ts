import type { Incident } from '#shared/domain/incident.ts';
import type { AppError } from '#shared/errors.ts';
import { err, ok, type Result } from '#shared/result.ts';
import { getIncident } from '../store/incidents.ts';
import type { Db } from '../store/open.ts';

/** The incident with this id. Fails with `notFound`. */
export function requireIncident(db: Db, id: string): Result<Incident, AppError> {
  const incident = getIncident(db, id);
  return incident ? ok(incident) : err({ code: 'notFound', what: 'incident', id });
}

/** The incident with this id, which is running. Fails with `notFound`, and with `crisisEnded` once it has ended. */
export function requireRunning(db: Db, id: string): Result<Incident, AppError> {
  const found = requireIncident(db, id);
  if (!found.ok || found.value.endedAt === null) return found;
  return err({ code: 'crisisEnded', title: found.value.title });
}
