import { z } from 'zod';
import { ConversationStatus, Priority, SettableStatus } from '#shared/domain/conversation.ts';
import { Channel } from '#shared/domain/reply.ts';
import { CannedChange } from './cannedState.ts';
import { DraftState } from './draftState.ts';
import { NoteState } from './noteState.ts';
import type { Db } from './open.ts';
import { get, run } from './sql.ts';

/** The columns of a conversation that agents change, and the status that is derived from them. */
export const AgentColumns = z.strictObject({
  status: ConversationStatus,
  setStatus: SettableStatus.nullable(),
  setStatusAt: z.number().nullable(),
  settledAt: z.number().nullable(),
  resolvedAt: z.number().nullable(),
  snoozedUntil: z.number().nullable(),
  agent: z.string().nullable(),
  /** Absent from what was stored before there were priorities. */
  priority: Priority.default('normal'),
  /** 0 or 1; absent from what was stored before surveys could be ruled out. */
  noSurvey: z.number().default(0),
  /** Absent from what was stored before agents could mark messages as unread: marks did not change then. */
  readThrough: z.number().default(0),
  unreadFrom: z.number().nullable().default(null),
  /** As JSON; absent from what was stored before clocks could stand still. */
  pauses: z.string().nullable().default(null),
});
export type AgentColumns = z.infer<typeof AgentColumns>;

/** What undoing a change of the columns of a conversation needs. */
const ColumnsUndo = z.strictObject({
  before: AgentColumns,
  after: AgentColumns,
  /** Everything that was captured when it was changed: a time of capture (captureClock.ts). */
  capturedUntil: z.number(),
});
export type ColumnsUndo = z.infer<typeof ColumnsUndo>;

/** What undoing a change of its tags needs: their ids. */
const TagsUndo = z.strictObject({
  tags: z.strictObject({ added: z.array(z.string()), removed: z.array(z.string()) }),
});
export type TagsUndo = z.infer<typeof TagsUndo>;

/** What undoing a change of a note needs. */
const NoteUndo = z.strictObject({
  note: z.strictObject({ id: z.string(), before: NoteState, after: NoteState }),
});
export type NoteUndo = z.infer<typeof NoteUndo>;

/** What undoing a change of a canned response needs. */
const CannedUndo = z.strictObject({ canned: CannedChange });

/** What undoing an import of canned responses needs: each that it created or changed, once. */
const ImportUndo = z.strictObject({ imported: z.array(CannedChange) });

/** What undoing the dismissal of a proposal needs: its signature, in base64. */
const DismissalUndo = z.strictObject({ proposal: z.strictObject({ signature: z.string() }) });

/** What undoing needs that gave a reply back which waited for an approval: its draft before and after that, and the note about it. */
const ApprovalUndo = z.strictObject({
  approval: z.strictObject({
    id: z.string(),
    channel: Channel,
    before: DraftState,
    after: DraftState,
    note: NoteUndo.shape.note.optional(),
  }),
});
export type ApprovalUndo = z.infer<typeof ApprovalUndo>;

/** What undoing needs of a draft that a rule has begun where there was none. */
const DraftUndo = z.strictObject({ draft: z.strictObject({ channel: Channel, after: DraftState }) });
export type DraftUndo = z.infer<typeof DraftUndo>;

/** What undoing needs that made a person a VIP, or ended that: what was set. */
const VipUndo = z.strictObject({ vip: z.strictObject({ personId: z.string(), isVip: z.boolean() }) });
export type VipUndo = z.infer<typeof VipUndo>;

/** What undoing needs of a post that a rule has hidden. */
const HitUndo = z.strictObject({ hit: z.strictObject({ messageId: z.string() }) });

/** What undoing an activity needs. */
export const UndoFacts = z.union([
  ColumnsUndo,
  TagsUndo,
  NoteUndo,
  CannedUndo,
  ImportUndo,
  DismissalUndo,
  ApprovalUndo,
  DraftUndo,
  VipUndo,
  HitUndo,
]);
export type UndoFacts = z.infer<typeof UndoFacts>;

/** The columns as they are; null if there is no such conversation. */
export function getAgentColumns(db: Db, id: string): AgentColumns | null {
  const text = `SELECT status, set_status AS setStatus, set_status_at AS setStatusAt, settled_at AS settledAt,
    resolved_at AS resolvedAt, snoozed_until AS snoozedUntil, agent, priority, no_survey AS noSurvey,
    read_through AS readThrough, unread_from AS unreadFrom, pauses FROM conversations WHERE id = ?`;
  return get<AgentColumns>(db, text, id);
}

/** Sets all of the columns. The status is derived again by the next `summarise`, for which `new` decides. */
export function setAgentColumns(db: Db, id: string, columns: AgentColumns): void {
  const text = `UPDATE conversations SET status = :status, set_status = :setStatus, set_status_at = :setStatusAt,
    settled_at = :settledAt, resolved_at = :resolvedAt, snoozed_until = :snoozedUntil, agent = :agent,
    priority = :priority, no_survey = :noSurvey, read_through = :readThrough, unread_from = :unreadFrom, pauses = :pauses WHERE id = :id`;
  run(db, text, { id, ...columns });
}
