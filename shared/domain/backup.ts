import { z } from 'zod';

/** The name of a backup's file, such as `perch-20261127T144316Z.sqlite`; never a path. */
export const BackupName = z.string().regex(/^perch-\d{8}T\d{6}Z\.sqlite$/);

/** A complete copy of a workspace in one file. */
export const Backup = z.object({
  name: BackupName,
  /** When it was begun, in epoch milliseconds. */
  at: z.number(),
  bytes: z.number().int(),
});
export type Backup = z.infer<typeof Backup>;

/** What is in a backup, and what the workspace has besides. */
export const BackupFacts = z.object({
  conversations: z.number().int(),
  messages: z.number().int(),
  /** When the newest message was written; null if there is none. */
  newestAt: z.number().nullable(),
  /** How many messages and activities of the workspace are not in it. */
  missingMessages: z.number().int(),
  missingActivities: z.number().int(),
});
export type BackupFacts = z.infer<typeof BackupFacts>;

/** How often a workspace is backed up by itself while it is open. */
export const BackupInterval = z.enum(['sixHours', 'day', 'week']);
export type BackupInterval = z.infer<typeof BackupInterval>;

/** How a workspace is backed up. */
export const BackupSettings = z.object({
  every: BackupInterval,
  /** The path of a folder, such as one on another disk, that gets a copy of each backup; null for none. */
  folder: z.string().min(1).max(4_096).nullable(),
});
export type BackupSettings = z.infer<typeof BackupSettings>;
