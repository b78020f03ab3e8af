import { ok } from '#shared/result.ts';
import { addNote, changeStatement, giveRole } from '../crisis/changeIncident.ts';
import { composeStatement } from '../crisis/composeStatement.ts';
import { draftReplies } from '../crisis/draftReplies.ts';
import { endIncident } from '../crisis/endIncident.ts';
import { listGroups } from '../crisis/listGroups.ts';
import { exportLog, reportIncident } from '../crisis/reportIncident.ts';
import { requireIncident } from '../crisis/requireIncident.ts';
import { sendReplies, stopSending } from '../crisis/sendReplies.ts';
import { startIncident } from '../crisis/startIncident.ts';
import { listHeldReplies } from '../store/incidentReplies.ts';
import { countEntries, getRunningIncident, listEntries, listIncidents } from '../store/incidents.ts';
import { countHeldBack } from '../surveys/countHeldBack.ts';
import type { Handlers } from './handlers.ts';

/** Crisis mode: the incident that is running, its log, and those before it. */
export const crisisHandlers = {
  'crisis.get': (ctx) => {
    const running = getRunningIncident(ctx.db);
    if (!running) return ok({ running });
    const held = listHeldReplies(ctx.db, running.id);
    const sending = { waiting: held.length, lastAt: held.at(-1)?.at ?? null };
    return ok({ running: { ...running, surveysHeldBack: countHeldBack(ctx, running), sending } });
  },
  'crisis.list': ({ db }, { limit }) => ok({ items: listIncidents(db, limit) }),
  'crisis.log': ({ db }, { id, limit }) => {
    const found = requireIncident(db, id);
    return found.ok ? ok({ items: listEntries(db, id, limit), total: countEntries(db, id) }) : found;
  },
  'crisis.report': (ctx, { id }) => reportIncident(ctx, id),
  'crisis.export': exportLog,
  'crisis.compose': composeStatement,
  'crisis.groups': (ctx, { id }) => listGroups(ctx, id),
  'crisis.draft': draftReplies,
  'crisis.send': sendReplies,
  'crisis.stopSending': (ctx, { id }) => stopSending(ctx, id),
  'crisis.start': startIncident,
  'crisis.note': addNote,
  'crisis.setStatement': changeStatement,
  'crisis.setRole': giveRole,
  'crisis.end': endIncident,
} satisfies Partial<Handlers>;
