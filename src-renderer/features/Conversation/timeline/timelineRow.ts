import type { Activity } from '#shared/domain/activity.ts';
import type { GapReason, SourceKind } from '#shared/domain/capture.ts';
import { Priority } from '#shared/domain/conversation.ts';
import type { Message } from '#shared/domain/message.ts';
import type { Note } from '#shared/domain/note.ts';
import type { Channel } from '#shared/domain/reply.ts';
import { type SurveyLine, toSurveyLine } from './surveyLine.ts';

/** Something that happened to the conversation, shown as one muted line. */
export type SystemLine =
  | { readonly type: 'assigned'; readonly agent: string; readonly by: string | null }
  | { readonly type: 'unassigned'; readonly by: string | null }
  | { readonly type: 'resolved' | 'pending' | 'open' | 'reopened'; readonly by: string | null }
  | { readonly type: 'priority'; readonly priority: Priority; readonly by: string | null }
  | { readonly type: 'snoozed'; readonly until: number; readonly by: string | null }
  | { readonly type: 'unsnoozed'; readonly by: string | null }
  | { readonly type: 'noReply' }
  | { readonly type: 'handover'; readonly what: 'handoverUnanswered' | 'handoverGivenUp' }
  | SurveyLine
  | {
      readonly type: 'tags';
      readonly added: readonly string[];
      readonly removed: readonly string[];
      readonly by: string | null;
    }
  | {
      /** A rule ran. */
      readonly type: 'rule';
      readonly name: string;
      /** By which it is undone. */
      readonly runId: string;
      /** The code of the error that a step was left out for; null if none was. */
      readonly refused: string | null;
      /** Whether it changed something that can be undone. */
      readonly hasChanged: boolean;
    }
  | { readonly type: 'noteDeleted'; readonly by: string | null }
  | PersonLine
  | ApprovalLine
  | { readonly type: 'moved'; readonly to: Channel }
  | { readonly type: 'gap'; readonly lost: LostTime };

/** What was done about a reply on X or about the person. */
interface PersonLine {
  readonly type:
    | 'replyHidden'
    | 'replyShown'
    | 'muted'
    | 'unmuted'
    | 'dmsBlocked'
    | 'dmsAllowed'
    | 'vip'
    | 'notVip'
    | 'surveyRuledOut'
    | 'surveyAllowed';
  readonly by: string | null;
}

/** What became of a reply that a colleague approves; names of agents are absent where they do not matter. */
export interface ApprovalLine {
  readonly type: 'approval';
  readonly what: 'asked' | 'askedAnyone' | 'approved' | 'edited' | 'returned' | 'withdrawn';
  readonly by: string | null;
  readonly approver: string;
  readonly author: string;
  /** What the author had written. */
  readonly before: string;
}

/** A stretch of time in which messages are missing for good. */
export interface LostTime {
  readonly from: number;
  readonly to: number;
  readonly kinds: readonly SourceKind[];
  /** Null if there are several. */
  readonly reason: GapReason | null;
}

/** A message and its position in a run: what one author wrote on one channel within five minutes. */
export interface MessageRow {
  readonly kind: 'message';
  readonly key: string;
  readonly message: Message;
  /** True for the first of a run, which shows name, channel and time. */
  readonly starts: boolean;
  readonly ends: boolean;
}

export interface DayRow {
  readonly kind: 'day';
  readonly key: string;
  readonly at: number;
}

/** Where the history continues with the next conversation; `from` and `to` span what is loaded of it. */
export interface BoundaryRow {
  readonly kind: 'boundary';
  readonly key: string;
  readonly current: boolean;
  readonly from: number;
  readonly to: number;
}

export interface SystemRow {
  readonly kind: 'system';
  readonly key: string;
  readonly at: number;
  readonly line: SystemLine;
}

/** A private note of an agent. */
export interface NoteRow {
  readonly kind: 'note';
  readonly key: string;
  readonly at: number;
  readonly note: Note;
}

/** Above the first message that was unread when the conversation was opened. */
export interface NewRow {
  readonly kind: 'new';
  readonly key: 'new';
  readonly at: number;
}

/** The top of a completely loaded history. */
export interface BeginningRow {
  readonly kind: 'beginning';
  readonly key: string;
  readonly at: number;
}

/** One row of the timeline. */
export type TimelineRow = BeginningRow | NewRow | MessageRow | DayRow | BoundaryRow | SystemRow | NoteRow;

/** The line for an activity; null if the messages already show it, or if nothing is to be seen of it, as of an undoing. */
export function toSystemLine(activity: Activity): SystemLine | null {
  const { agent: by, facts } = activity;
  switch (activity.kind) {
    case 'assigned':
      return toAssignedLine(activity);
    case 'prioritySet':
      return toPriorityLine(activity);
    case 'snoozed':
      return toSnoozedLine(activity);
    case 'conversationReopened':
      return { type: 'reopened', by };
    case 'statusSet':
      return toStatusLine(activity);
    case 'tagged':
    case 'untagged':
      return toTagsLine(activity);
    case 'handoverUnanswered':
    case 'handoverGivenUp':
      return { type: 'handover', what: activity.kind };
    case 'approvalAsked':
      return toApprovalLine(activity, facts.approver ? 'asked' : 'askedAnyone');
    case 'replyApproved':
      return toApprovalLine(activity, facts.before === undefined ? 'approved' : 'edited');
    case 'replyReturned':
    case 'approvalWithdrawn':
      return toApprovalLine(activity, activity.kind === 'replyReturned' ? 'returned' : 'withdrawn');
    case 'noteDeleted':
      return { type: 'noteDeleted', by };
    case 'replyHidden':
      return toDoneOrUndone(by, facts.hidden, 'replyHidden', 'replyShown');
    case 'personMuted':
      return toDoneOrUndone(by, facts.muted, 'muted', 'unmuted');
    case 'dmsBlocked':
      return toDoneOrUndone(by, facts.blocked, 'dmsBlocked', 'dmsAllowed');
    case 'vipSet':
      return toDoneOrUndone(by, facts.isVip, 'vip', 'notVip');
    default:
      return activity.kind === 'ruleRun' ? toRuleLine(activity) : toLineOfSurvey(activity);
  }
}

function toLineOfSurvey(activity: Activity): SystemLine | null {
  const { kind, agent: by, facts } = activity;
  return kind === 'surveyRuledOut'
    ? toDoneOrUndone(by, facts.isRuledOut, 'surveyRuledOut', 'surveyAllowed')
    : toSurveyLine(activity);
}

const toDoneOrUndone = (
  by: string | null,
  isDone: unknown,
  done: PersonLine['type'],
  undone: PersonLine['type'],
): PersonLine => ({ type: isDone === false ? undone : done, by });

function toRuleLine({ facts }: Activity): SystemLine {
  const { rule, runId, refused, changedNothing } = facts;
  return {
    type: 'rule',
    name: String(rule ?? ''),
    runId: String(runId ?? ''),
    refused: typeof refused === 'string' ? refused : null,
    hasChanged: changedNothing !== true,
  };
}

function toApprovalLine({ agent: by, facts }: Activity, what: ApprovalLine['what']): ApprovalLine {
  const toWord = (fact: unknown) => (typeof fact === 'string' ? fact : '');
  const { approver, author, before } = facts;
  return {
    type: 'approval',
    what,
    by,
    approver: toWord(approver),
    author: toWord(author),
    before: toWord(before),
  };
}

function toAssignedLine({ agent: by, facts }: Activity): SystemLine {
  const { agent } = facts;
  return typeof agent === 'string' && agent !== ''
    ? { type: 'assigned', agent, by }
    : { type: 'unassigned', by };
}

function toPriorityLine({ agent: by, facts }: Activity): SystemLine | null {
  const priority = Priority.safeParse(facts.priority).data;
  return priority ? { type: 'priority', priority, by } : null;
}

function toSnoozedLine({ agent: by, facts }: Activity): SystemLine {
  const { until } = facts;
  if (facts.noReply === true) return { type: 'noReply' };
  return typeof until === 'number' ? { type: 'snoozed', until, by } : { type: 'unsnoozed', by };
}

function toTagsLine({ agent: by, facts }: Activity): SystemLine {
  const { added, removed } = facts;
  const toNames = (names: unknown) => (Array.isArray(names) ? names.map(String) : []);
  return { type: 'tags', added: toNames(added), removed: toNames(removed), by };
}

function toStatusLine({ agent: by, facts }: Activity): SystemLine | null {
  const { status } = facts;
  return status === 'open' || status === 'pending' || status === 'resolved' ? { type: status, by } : null;
}
