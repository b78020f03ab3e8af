import { enApprovalErrors } from './enApproval.ts';
import { enCrisisErrors } from './enCrisis.ts';
import { enFileErrors } from './enFileErrors.ts';
import { enGuardErrors } from './enGuards.ts';
import { enLibraryErrors } from './enLibrary.ts';
import { enStoreErrors } from './enStoreErrors.ts';
import { enXSentences } from './enXSentences.ts';

/** English: for each failure, what happened, what is safe and what to do. */
export const enErrors = {
  ...enApprovalErrors,
  ...enCrisisErrors,
  ...enLibraryErrors,
  ...enGuardErrors,
  ...enFileErrors,
  ...enStoreErrors,
  invalid: {
    what: 'That value isn’t valid: {{reason}}.',
    safe: 'Nothing was changed.',
    todo: 'Correct it and try again.',
  },
  unknownMethod: {
    what: 'Parts of Perch are from different versions.',
    safe: 'Nothing was changed.',
    todo: 'Quit Perch and open it again.',
  },
  notFound: {
    what: 'This no longer exists.',
    safe: 'Everything else is unchanged.',
    todo: 'Choose another one from the list.',
  },
  agentNameTaken: {
    what: '“{{name}}” is the name of another agent.',
    safe: 'Nothing was changed.',
    todo: 'If that’s you, switch to it; otherwise choose another name.',
  },
  tagNameTaken: {
    what: 'There is a tag “{{name}}” already.',
    safe: 'Nothing was changed.',
    todo: 'Use that one, or choose another name.',
  },
  surveyRefused: {
    what: 'This person isn’t asked now.',
    safe: 'Nothing was sent, and no reply is affected.',
    todo: 'See the reasons, and try again once they no longer hold.',
  },
  notCopied: {
    what: 'Couldn’t copy “{{name}}”.',
    safe: 'The clipboard is as it was.',
    todo: 'Try again, or select it here and copy it.',
  },
  emptyText: {
    what: 'There’s nothing to send yet.',
    safe: 'Nothing was sent.',
    todo: 'Write a reply first.',
  },
  unfilledVariable: {
    what: 'This still has to be filled in: {{name}}.',
    safe: 'Nothing was sent; your text is kept.',
    todo: 'Replace it by what it stands for. If the braces are meant, write two of them at the beginning.',
  },
  dmTooLong: {
    what: 'This message has {{over}} characters more than the {{limit}} that X takes.',
    safe: 'Nothing was sent; your text is kept.',
    todo: 'Shorten it, or send it in parts.',
  },
  postTooLong: {
    what: 'This post is {{over}} over the limit.',
    safe: 'Nothing was sent; your text is kept.',
    todo: 'Shorten it to {{limit}} characters, or send it in private.',
  },
  noPublicPost: {
    what: 'There’s no public post to reply to here.',
    safe: 'Nothing was sent; your text is kept.',
    todo: 'Reply in private instead.',
  },
  notHeld: {
    queued: {
      what: 'The undo time is over: this is about to be sent.',
      safe: 'It’s sent once, as written.',
      todo: 'If it shouldn’t stay on X, delete it there.',
    },
    sending: {
      what: 'It’s being sent right now and can no longer be cancelled.',
      safe: 'It’s sent once, as written.',
      todo: 'Once it’s on X, you can delete it there.',
    },
    sent: {
      what: 'It has been sent, as written.',
      safe: 'Perch won’t send it twice.',
      todo: 'If it shouldn’t stay on X, delete it there.',
    },
    refused: {
      what: 'There’s nothing to cancel: this was not sent.',
      safe: 'Your text is kept.',
      todo: 'Edit it, try again or dismiss it.',
    },
    unknown: {
      what: 'It may be on X already and can no longer be cancelled.',
      safe: 'Perch won’t send it again on its own.',
      todo: 'Check on X, then say here what you found.',
    },
  },
  wrongState: {
    what: 'This reply has changed in the meantime.',
    safe: 'Nothing was changed.',
    todo: 'Check its status in the conversation.',
  },
  notBegun: {
    what: 'Perch hasn’t begun to read yet.',
    safe: 'Nothing was read and nothing was spent.',
    todo: 'Choose how far back to begin.',
  },
  notConnected: {
    what: 'No X account is connected.',
    safe: 'Everything stored is still here.',
    todo: 'Connect an account.',
  },
  wrongAccount: {
    what: 'You logged in as @{{found}}, but this workspace belongs to @{{expected}}.',
    safe: 'Nothing was changed.',
    todo: 'Log in as @{{expected}}.',
  },
  loginFailed: {
    what: 'Login failed: {{reason}}',
    safe: 'Nothing was changed.',
    todo: 'Try again.',
  },
  offline: {
    what: 'X can’t be reached.',
    safe: 'Nothing is lost; waiting replies are sent once X is back.',
    todo: 'Check your network, or try again in a moment.',
  },
  timedOut: {
    what: 'X took too long to respond.',
    safe: 'Nothing is lost.',
    todo: 'Try again in a moment.',
  },
  rateLimited: {
    what: 'X asked Perch to wait until {{time}}.',
    safe: 'Nothing is lost; waiting replies are sent after that.',
    todo: 'Perch continues automatically.',
  },
  rateLimitedUnknown: {
    what: 'X asked Perch to wait a while.',
    safe: 'Nothing is lost; waiting replies are sent after that.',
    todo: 'Perch continues automatically.',
  },
  unauthorised: {
    what: 'X doesn’t accept this login.',
    safe: 'Nothing is lost.',
    todo: 'Log in again, or check the token.',
  },
  outOfCredits: {
    what: 'Your X developer account is out of credits.',
    safe: 'Nothing is lost; replies wait.',
    todo: 'Add credits in the X developer portal.',
  },
  permissionMissing: {
    what: 'This login doesn’t have X’s permission for that ({{detail}}).',
    safe: 'Nothing changed on X.',
    todo: 'Log in again: X then asks for the permission.',
  },
  replyNotAllowed: {
    what: 'X doesn’t let this account reply to that post.',
    safe: 'Nothing was sent; your text is kept.',
    todo: 'Reply in private instead.',
  },
  dmNotAllowed: {
    what: 'This person doesn’t accept DMs from this account.',
    safe: 'Nothing was sent; your text is kept.',
    todo: 'Reply in public and ask them to message you first.',
  },
  duplicatePost: {
    what: 'X doesn’t accept the same post twice.',
    safe: 'It isn’t on X a second time; your text is kept.',
    todo: 'Change the wording a little.',
  },
  refusedByX: {
    what: 'X refused this ({{status}}): “{{detail}}”',
    safe: 'Nothing was sent; your text is kept.',
    todo: 'Change it, or try again later.',
  },
  xFailed: {
    what: 'X has a problem right now.',
    safe: 'Everything stored is still here.',
    todo: 'Try again in a while.',
  },
  outcomeUnknown: {
    what: 'The connection dropped during sending: it may or may not be on X.',
    safe: 'Perch doesn’t resend it on its own, so it can’t appear twice.',
    todo: 'Check on X, then say here what you found.',
  },
  resendDelayed: {
    what: 'It may be on X already, so Perch looks there again at {{time}}.',
    safe: 'It is only sent again if it isn’t there.',
    todo: 'Perch continues automatically.',
  },
  unseenMessages: {
    what: 'The person wrote again, and nobody has seen it yet.',
    safe: 'The conversation stays as it was.',
    todo: 'Read the new message, then try again.',
  },
  notUndone: {
    alreadyUndone: {
      what: 'This has been undone already.',
      safe: 'Nothing was changed.',
      todo: 'There’s nothing left to do.',
    },
    changedSince: {
      what: 'The conversation has been changed since, so this can’t be undone.',
      safe: 'The newer change stays.',
      todo: 'Open the conversation and set it the way you want it.',
    },
    newMessage: {
      what: 'The person wrote again, so undoing this would hide their message.',
      safe: 'The conversation stays open.',
      todo: 'Read the new message, then decide what to do.',
    },
    otherKind: {
      what: 'This can’t be undone.',
      safe: 'Nothing was changed.',
      todo: 'Open the conversation and set it the way you want it.',
    },
  },
  notSent: {
    what: 'This didn’t reach X.',
    safe: 'Your text is kept.',
    todo: 'Send it again.',
  },
  newMessage: {
    what: 'They wrote again before this was sent.',
    safe: 'Nothing was sent; your text is kept.',
    todo: 'Read the new message, then send yours anyway or edit it.',
  },
  answeredElsewhere: {
    what: 'Someone else has replied here in the meantime.',
    safe: 'Nothing was sent; your text is kept.',
    todo: 'Read that reply, then send yours anyway or edit it.',
  },
  longWait: {
    what: 'This waited a long time before it could be sent.',
    safe: 'Nothing was sent; your text is kept.',
    todo: 'Check that it’s still right, then send it anyway or edit it.',
  },
  budgetSpent: {
    what: 'The monthly cap of {{limit}} is used up.',
    safe: 'Replies are still sent, and everything stored is still here.',
    todo: 'Raise the cap under Costs, or wait for next month.',
  },
  queryTooLong: {
    what: 'This search is {{over}} over X’s limit of {{limit}} characters.',
    safe: 'Nothing was changed.',
    todo: 'Remove some words.',
  },
  storeFromFuture: {
    what: 'This workspace was saved by a newer version of Perch.',
    safe: 'Nothing in it was changed.',
    todo: 'Update Perch to open it.',
  },
  storeOnNetwork: {
    what: 'This workspace is on a network drive, where its file could be damaged.',
    safe: 'Nothing in it was changed.',
    todo: 'Move the folder {{dir}} to a disk of this computer, then open it there.',
  },
  workspaceInUse: {
    what: 'This workspace is already open in another Perch.',
    safe: 'Nothing was changed.',
    todo: 'Use that window, or close it first.',
  },
  fileNotSaved: {
    what: 'Couldn’t write the file {{file}}.',
    safe: 'Nothing else was changed.',
    todo: 'Check the folder and the free space, or choose another place.',
  },
  notPrinted: {
    what: 'The system didn’t print this: {{detail}}',
    safe: 'Nothing was changed.',
    todo: 'Check the printer, or save the conversation as a PDF.',
  },
  plainTextConsentNeeded: {
    what: 'This computer has no password store for your login.',
    safe: 'Nothing was saved.',
    todo: 'Choose whether to save it in a file.',
  },
  bug: {
    what: 'Something went wrong in Perch.',
    safe: 'Everything stored is safe.',
    todo: 'Try again. If it keeps happening, report it with this reference: {{reference}}',
  },
  /** X's own usual sentences, in words of ours; `safe` stays that of the failure. */
  byX: enXSentences,
} as const;
