import { ok } from '#shared/result.ts';
import { addNote, changeStatement, giveRole } from '../crisis/changeIncident.ts';
import { composeStatement } from '../crisis/composeStatement.ts';
import { endIncident } from '../crisis/endIncident.ts';
import { requireIncident } from '../crisis/requireIncident.ts';
import { startIncident } from '../crisis/startIncident.ts';
import { countEntries, getRunningIncident, listEntries, listIncidents } from '../store/incidents.ts';
import { countHeldBack } from '../surveys/countHeldBack.ts';
import type { Handlers } from './handlers.ts';

/** Crisis mode: the incident that is running, its log, and those before it. */
export const crisisHandlers = {
  'crisis.get': (ctx) => {
    const running = getRunningIncident(ctx.db);
    return ok({ running: running && { ...running, surveysHeldBack: countHeldBack(ctx, running) } });
  },
  'crisis.list': ({ db }, { limit }) => ok({ items: listIncidents(db, limit) }),
  'crisis.log': ({ db }, { id, limit }) => {
    const found = requireIncident(db, id);
    return found.ok ? ok({ items: listEntries(db, id, limit), total: countEntries(db, id) }) : found;
  },
  'crisis.compose': composeStatement,
  'crisis.start': startIncident,
  'crisis.note': addNote,
  'crisis.setStatement': changeStatement,
  'crisis.setRole': giveRole,
  'crisis.end': endIncident,
} satisfies Partial<Handlers>;
