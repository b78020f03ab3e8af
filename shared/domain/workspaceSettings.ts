import { z } from 'zod';
import { OfficeHours } from './officeHours.ts';

/** What an agent may set for a workspace; kept in its store. */
export const WorkspaceSettings = z.object({
  /** Who works here; written on every activity. */
  agentName: z.string().trim().min(1).max(80),
  /** How soon a waiting person should be answered, in minutes. */
  responseTargetMinutes: z.number().int().min(1).max(10_080),
  /** A message within so many hours after resolving reopens the conversation; later it opens a new one. */
  reopenHours: z.number().int().min(0).max(8_760),
  /** How long an answer can be taken back, in seconds. */
  undoSeconds: z.number().int().min(0).max(120),
  /** When the office is open; every day from 8 to 20 o'clock with null. Perch looks for messages more often then. */
  officeHours: OfficeHours.nullable(),
});
export type WorkspaceSettings = z.infer<typeof WorkspaceSettings>;
