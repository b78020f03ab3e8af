import { z } from 'zod';
import { deprecated } from './deprecated.ts';
import { Warning } from './guards.ts';
import { PrivateData } from './privateData.ts';
import { SurveyReason } from './surveyReason.ts';

const code = <C extends string, S extends z.ZodRawShape>(name: C, facts: S) =>
  z.object({ code: z.literal(name), ...facts });

/** What is left of a store: whether it is open for reading, and when the newest copy of it was made, null if there is none. */
const recovery = {
  reading: z.boolean().optional(),
  copyAt: z.number().nullable().optional(),
};

/** Why a reply was stopped: what happened in its conversation, or that it was ready for long and X lets nobody check. */
export const StopReason = z.enum(['newMessage', 'answeredElsewhere', 'longWait']);
export type StopReason = z.infer<typeof StopReason>;

/**
 * Why an activity cannot be undone: it was already, what it changed was changed again, undoing it would hide a message that came
 * since, or it is none that an inverse exists for.
 */
export const NotUndoneReason = z.enum(['alreadyUndone', 'changedSince', 'newMessage', 'otherKind']);
export type NotUndoneReason = z.infer<typeof NotUndoneReason>;

/** Every failure that a person can meet and act on. It is plain data, safe to send through a port. */
export const AppError = z.discriminatedUnion('code', [
  code('invalid', { path: z.string(), reason: z.string() }),
  code('unknownMethod', { method: z.string() }),
  code('notFound', {
    what: z.enum([
      'conversation',
      'message',
      'person',
      'proposal',
      'outboxEntry',
      'approval',
      'savedSearch',
      'spike',
      'savedView',
      'macro',
      'rule',
      'media',
      'agent',
      'activity',
      'tag',
      'note',
      'cannedResponse',
      'survey',
      'incident',
    ]),
    id: z.string(),
  }),
  /** The agent with this id has the name already; letters in upper and lower case are alike. */
  code('agentNameTaken', { name: z.string(), id: z.string() }),
  /** The tag with this id has the name already, for the search. */
  code('tagNameTaken', { name: z.string(), id: z.string() }),
  /** The canned response with this id has the shortcut already; case and accents make no difference. */
  code('shortcutTaken', { shortcut: z.string(), id: z.string() }),
  code('emptyText', {}),
  /** `type` is what the bytes say; null if they say nothing. */
  code('fileTypeNotSupported', { name: z.string(), type: z.string().nullable() }),
  code('fileTooLarge', { name: z.string(), bytes: z.number(), limit: z.number() }),
  /** An animated GIF with more frames or larger ones than X takes. */
  code('gifTooLarge', { name: z.string(), width: z.number(), height: z.number(), frames: z.number() }),
  /** A picture that is damaged, or would take too much memory to draw. */
  code('pictureNotReadable', { name: z.string() }),
  code('tooManyFiles', { channel: z.enum(['public', 'dm']), limit: z.number(), hasGif: z.boolean() }),
  /** X did not take a file; `detail` is what it said. */
  code('fileRefused', { name: z.string(), detail: z.string() }),
  /** Variables such as `{firstName}` were not filled in; `{{` writes braces that are meant. */
  code('unfilledVariable', { variables: z.array(z.string()) }),
  code('dmTooLong', { length: z.number(), limit: z.number() }),
  code('postTooLong', { weightedLength: z.number(), limit: z.number() }),
  deprecated(code('privateData', { kinds: z.array(PrivateData) }), '`guardRefused`'),
  /** Nobody has overruled these warnings, without which the reply may not go out. */
  code('guardRefused', { warnings: z.array(Warning) }),
  code('noPublicPost', { conversationId: z.string() }),
  code('notHeld', { id: z.string(), state: z.enum(['queued', 'sending', 'sent', 'refused', 'unknown']) }),
  /** Crisis mode is on already, for the incident with this title; it ended, for `crisisEnded`. */
  code('crisisRunning', { title: z.string() }),
  code('crisisEnded', { title: z.string() }),
  /** The canned response with this title promises something, and crisis mode is on. */
  code('promiseFrozen', { title: z.string() }),
  /** Nobody else works in this workspace who could approve a reply. */
  code('noColleague', {}),
  /** Whoever wrote a reply does not approve it. */
  code('ownReply', {}),
  /** What happened in a conversation since the reply was written that is to be approved. */
  code('conversationChanged', { reason: z.enum(['newMessage', 'answeredElsewhere']) }),
  code('wrongState', { id: z.string(), state: z.string() }),
  /** Reading is kept back until `capture.begin`. */
  code('notBegun', {}),
  code('notConnected', {}),
  code('wrongAccount', { expected: z.string(), found: z.string() }),
  code('loginFailed', { reason: z.string() }),
  code('offline', {}),
  code('timedOut', {}),
  code('rateLimited', { resetAt: z.number().nullable() }),
  code('unauthorised', {}),
  code('outOfCredits', {}),
  /** The login was not given this permission, such as `mute.write`; a new login asks for it. */
  code('permissionMissing', { scope: z.string() }),
  code('replyNotAllowed', { detail: z.string() }),
  code('dmNotAllowed', { detail: z.string() }),
  /** Messages that nobody has seen would be settled or hidden. */
  code('unseenMessages', { count: z.number() }),
  code('notUndone', { id: z.string(), reason: NotUndoneReason }),
  code('duplicatePost', {}),
  code('refusedByX', { status: z.number(), detail: z.string() }),
  code('xFailed', { status: z.number().nullable(), detail: z.string() }),
  /** A person is not asked now. */
  code('surveyRefused', { reasons: z.array(SurveyReason) }),
  code('outcomeUnknown', { looks: z.number() }),
  /** It may have arrived, so it is looked for on X once more, at `at`, before it is sent again. */
  code('resendDelayed', { at: z.number() }),
  code('notSent', {}),
  deprecated(code('lookAgain', { reason: StopReason }), '`status.reason`'),
  code('budgetSpent', { monthlyCapUsd: z.number() }),
  code('queryTooLong', { length: z.number(), limit: z.number() }),
  code('storeFromFuture', { found: z.number(), known: z.number(), file: z.string() }),
  /** The file is damaged, or is none of Perch (`isForeign`). */
  code('storeCorrupt', {
    file: z.string(),
    detail: z.string(),
    isForeign: z.boolean().optional(),
    ...recovery,
  }),
  /** A large store was not closed: it is only read until it is checked, and commands wait for that. */
  code('storeChecking', {}),
  /** There was a store, but its file is missing or empty. */
  code('storeMissing', { file: z.string(), ...recovery }),
  /** The value of one column is damaged; the rest of the store is readable. */
  code('rowDamaged', { file: z.string(), detail: z.string() }),
  /** There is no copy to restore, or nothing could be salvaged. */
  code('notRecovered', { file: z.string(), how: z.enum(['copy', 'salvage']) }),
  /** The backup is gone or damaged. */
  code('notRestored', { name: z.string() }),
  /** This workspace is a file that is only read, so nothing of it can be changed. */
  code('readOnly', { file: z.string() }),
  /**
   * A file that was to be read is no store of Perch, is damaged, is of a newer Perch, or is written by another program all the time; or it, or
   * the private copy that it needs, could not be opened. `detail` is what SQLite or the system said.
   */
  code('copyNotOpened', {
    file: z.string(),
    reason: z.enum(['notPerch', 'damaged', 'newer', 'changing', 'noRoom', 'unreadable']),
    detail: z.string(),
  }),
  code('storeUnwritable', { file: z.string(), detail: z.string(), reading: z.boolean().optional() }),
  /** The workspace is on a drive of the network, of this type, where SQLite can damage it. */
  code('storeOnNetwork', { dir: z.string(), drive: z.string() }),
  code('workspaceInUse', { dir: z.string(), pid: z.number().nullable() }),
  /** The system did not take a text for its clipboard. */
  code('notCopied', { text: z.string() }),
  /** A file that somebody chose could not be written. */
  code('fileNotSaved', { file: z.string(), detail: z.string() }),
  /** A file that somebody chose could not be read. */
  code('fileNotRead', { file: z.string(), detail: z.string() }),
  /** A file of text that somebody chose has more bytes than Perch reads of one. */
  code('textTooLarge', { name: z.string(), bytes: z.number(), limit: z.number() }),
  /** A file that was to be imported is no archive of X or table of messages, or cannot be read as one; `detail` is what the library said. */
  code('archiveNotRead', {
    file: z.string(),
    reason: z.enum([
      'notZip',
      'noArchive',
      'damaged',
      'tooLarge',
      'changed',
      'notText',
      'empty',
      'tooManyColumns',
      'unclosedQuote',
    ]),
    detail: z.string(),
  }),
  /** How a table is to be read is not known well enough; `needs` are columns, `timeZone`, `dayOrder`, or the whole `mapping`. */
  code('tableNotUnderstood', { file: z.string(), needs: z.array(z.string()) }),
  /** The archive is of another account; both are named by their handles. */
  code('archiveOfOther', { file: z.string(), expected: z.string(), found: z.string() }),
  /** A backup of another account than that of the workspace. */
  code('backupOfOther', { file: z.string(), expected: z.string(), found: z.string() }),
  /** Another archive is being imported, or its import is paused. */
  code('archiveImporting', { file: z.string() }),
  /** A picture cannot be had any more, or not now. */
  code('pictureNotLoaded', {}),
  /** The system cannot put a picture of this kind on its clipboard. */
  code('pictureNotCopied', {}),
  code('notPrinted', { detail: z.string() }),
  code('plainTextConsentNeeded', {}),
  code('engineGone', {}),
  code('bug', { reference: z.string() }),
]);
export type AppError = z.infer<typeof AppError>;

/** Makes the compiler prove that a union was handled to its end. */
export function assertNever(value: never): never {
  throw new Error(`Unhandled case: ${JSON.stringify(value)}`);
}
