import { z } from 'zod';
import { OfficeHours } from '#shared/domain/officeHours.ts';
import { parseColumn, parseJson } from './jsonColumn.ts';
import type { Db } from './open.ts';
import { all } from './sql.ts';

/** A change of what replies are measured with. */
export interface SettingsChange {
  readonly at: number;
  /** Absent if it stayed; null for around the clock. */
  readonly officeHours?: OfficeHours | null;
  /** Whether the target, or anything about service levels, changed. */
  readonly isOfTargets: boolean;
}

// What is no plain value is in the facts of an activity as JSON.
const Facts = z.object({
  officeHours: z.string().transform(parseJson).pipe(OfficeHours.nullable()).optional().catch(undefined),
  responseTargetMinutes: z.unknown().optional(),
  serviceLevels: z.unknown().optional(),
});

const nothing: z.output<typeof Facts> = {};

/** The changes of office hours and targets until a time (inclusive), the earliest first. */
export function listSettingsChanges(db: Db, until: number): SettingsChange[] {
  const text = `SELECT at, facts FROM activities
    WHERE conversation_id IS NULL AND at <= ? AND kind = 'settingsChanged' ORDER BY at, id`;
  return all<{ at: number; facts: string }>(db, text, until).flatMap(({ at, facts }) => {
    const { officeHours, responseTargetMinutes, serviceLevels } = parseColumn(Facts, facts, nothing);
    const isOfTargets = responseTargetMinutes !== undefined || serviceLevels !== undefined;
    if (officeHours === undefined && !isOfTargets) return [];
    return { at, isOfTargets, ...(officeHours === undefined ? {} : { officeHours }) };
  });
}
