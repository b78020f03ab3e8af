import { z } from 'zod';

export const ActivityKind = z.enum([
  'conversationOpened',
  'conversationReopened',
  'statusSet',
  'assigned',
  'snoozed',
  'markedRead',
  'markedUnread',
  'tagged',
  'untagged',
  'noteAdded',
  'noteEdited',
  'noteDeleted',
  'undone',
  'replyHeld',
  'replyCancelled',
  'replySent',
  'replyRefused',
  'replyUnknown',
  'replyRetried',
  'replySettled',
  'replyDismissed',
  'replyStopped',
  'replyConfirmed',
  'guardRefused',
  'guardOverruled',
  'hitTaken',
  'searchSaved',
  'searchRemoved',
  'budgetChanged',
  'messageDeleted',
  'replyHidden',
  'personMuted',
  'dmsBlocked',
  'tagCreated',
  'tagChanged',
  'tagDeleted',
  'cannedCreated',
  'cannedChanged',
  'cannedDeleted',
  'settingsChanged',
  'agentSwitched',
  'accountConnected',
]);
export type ActivityKind = z.infer<typeof ActivityKind>;

/** Who did what and when; together they are the audit log. `facts` are plain values that describe the change. */
export const Activity = z.object({
  id: z.string(),
  at: z.number(),
  /** Null if Perch itself acted, as for a captured message. */
  agent: z.string().nullable(),
  kind: ActivityKind,
  conversationId: z.string().nullable(),
  facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())])),
});
export type Activity = z.infer<typeof Activity>;
