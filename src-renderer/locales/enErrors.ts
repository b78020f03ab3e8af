/** What happened, what is safe, what to do: in English, for each failure that a person can meet. */
export const enErrors = {
  invalid: {
    what: 'Perch did not understand a value: {{reason}}.',
    safe: 'Nothing was changed.',
    todo: 'Correct it and try again.',
  },
  unknownMethod: {
    what: 'Two parts of Perch do not match.',
    safe: 'Nothing was changed.',
    todo: 'Quit Perch and start it again.',
  },
  notFound: {
    what: 'This is no longer there.',
    safe: 'Everything else is unchanged.',
    todo: 'Choose another one from the list.',
  },
  emptyText: {
    what: 'There is nothing to send yet.',
    safe: 'Nothing was sent.',
    todo: 'Write a reply first.',
  },
  postTooLong: {
    what: 'The post is {{over}} characters too long.',
    safe: 'Nothing was sent; your text is kept.',
    todo: 'Shorten it to {{limit}}, or send it privately.',
  },
  noPublicPost: {
    what: 'There is no public post to answer here.',
    safe: 'Nothing was sent; your text is kept.',
    todo: 'Answer with a private message.',
  },
  notHeld: {
    queued: {
      what: 'The undo time is over: this is about to be sent.',
      safe: 'It is sent once, as written.',
      todo: 'If it shouldn’t stay on X, delete it there.',
    },
    sending: {
      what: 'It is being sent right now and can no longer be cancelled.',
      safe: 'It is sent once, as written.',
      todo: 'Once it is on X, you can delete it there.',
    },
    sent: {
      what: 'It has been sent, as written.',
      safe: 'Perch won’t send it twice.',
      todo: 'If it shouldn’t stay on X, delete it there.',
    },
    refused: {
      what: 'There is nothing to cancel: this was not sent.',
      safe: 'Your text is kept.',
      todo: 'Edit it, try again or dismiss it.',
    },
    unknown: {
      what: 'It may be on X already and can no longer be cancelled.',
      safe: 'Perch won’t send it again by itself.',
      todo: 'Look on X, then say here what you found.',
    },
  },
  wrongState: {
    what: 'This answer has moved on in the meantime.',
    safe: 'Nothing was changed.',
    todo: 'Look at its state in the conversation.',
  },
  notConnected: {
    what: 'No X account is connected.',
    safe: 'Everything stored is here.',
    todo: 'Connect an account.',
  },
  wrongAccount: {
    what: 'This login belongs to @{{found}}, and the workspace to @{{expected}}.',
    safe: 'Nothing was changed.',
    todo: 'Log in as @{{expected}}.',
  },
  loginFailed: {
    what: 'The login did not work: {{reason}}',
    safe: 'Nothing was changed.',
    todo: 'Try again.',
  },
  offline: {
    what: 'X cannot be reached.',
    safe: 'Everything stored is here, and answers wait until X is back.',
    todo: 'Go on working; check the network if it stays so.',
  },
  timedOut: {
    what: 'X took too long to answer.',
    safe: 'Everything stored is here.',
    todo: 'Perch tries again by itself.',
  },
  rateLimited: {
    what: 'X asks to wait until {{time}}.',
    safe: 'Nothing is lost; answers wait.',
    todo: 'Nothing: Perch goes on by itself then.',
  },
  rateLimitedUnknown: {
    what: 'X asked Perch to wait a while.',
    safe: 'Nothing is lost; answers wait.',
    todo: 'Nothing: Perch goes on by itself.',
  },
  unauthorised: {
    what: 'X no longer accepts this login.',
    safe: 'Everything stored is here; nothing more is sent.',
    todo: 'Connect the account again.',
  },
  outOfCredits: {
    what: 'The credits of your X developer account are used up.',
    safe: 'Everything stored is here; answers wait.',
    todo: 'Add credits in the X developer portal.',
  },
  replyNotAllowed: {
    what: 'X does not let this account answer that post.',
    safe: 'Nothing was sent; your text is kept.',
    todo: 'Send a private message instead.',
  },
  dmNotAllowed: {
    what: 'This person takes no private messages from this account.',
    safe: 'Nothing was sent; your text is kept.',
    todo: 'Answer in public, and ask them to write to you.',
  },
  duplicatePost: {
    what: 'X refuses the same post twice.',
    safe: 'It is not on X a second time; your text is kept.',
    todo: 'Change the wording a little.',
  },
  refusedByX: {
    what: 'X refused this ({{status}}): {{detail}}',
    safe: 'Nothing was sent; your text is kept.',
    todo: 'Change it, or try again later.',
  },
  xFailed: {
    what: 'X has a problem of its own.',
    safe: 'Everything stored is here.',
    todo: 'Try again in a while.',
  },
  outcomeUnknown: {
    what: 'The line broke while this was being sent: it may be on X, or not.',
    safe: 'It is not sent again by itself, so it cannot stand there twice.',
    todo: 'Look on X, then say here what you found.',
  },
  notSent: {
    what: 'This didn’t reach X.',
    safe: 'Your text is kept.',
    todo: 'Send it again.',
  },
  newMessage: {
    what: 'They wrote again before this went out.',
    safe: 'Nothing was sent; your text is kept.',
    todo: 'Look at the new message, then send it anyway or change it.',
  },
  answeredElsewhere: {
    what: 'Somebody else has answered here in the meantime.',
    safe: 'Nothing was sent; your text is kept.',
    todo: 'Look at that answer, then send yours anyway or change it.',
  },
  longWait: {
    what: 'This waited for a long time before it could go out.',
    safe: 'Nothing was sent; your text is kept.',
    todo: 'Look whether it still fits, then send it anyway or change it.',
  },
  budgetSpent: {
    what: 'This month has used its cap of {{limit}}.',
    safe: 'Answers still go out, and what is stored stays.',
    todo: 'Raise the cap under Costs, or wait for the new month.',
  },
  queryTooLong: {
    what: 'This search is {{over}} characters too long for X.',
    safe: 'Nothing was changed.',
    todo: 'Leave some words out; X takes {{limit}} characters.',
  },
  storeFromFuture: {
    what: 'This workspace was written by a newer Perch.',
    safe: 'Nothing in it was changed.',
    todo: 'Update Perch to open it.',
  },
  storeCorrupt: {
    what: 'The file of this workspace is damaged: {{file}}',
    safe: 'It was not changed.',
    todo: 'Put a copy of it in its place.',
  },
  storeUnwritable: {
    what: 'Perch cannot write to {{file}}',
    safe: 'What was stored before is safe.',
    todo: 'Free space on the disk and check who may write there.',
  },
  workspaceInUse: {
    what: 'Another Perch has this workspace open.',
    safe: 'Nothing was changed.',
    todo: 'Use the other window, or close it first.',
  },
  plainTextConsentNeeded: {
    what: 'This computer has no password store for your login.',
    safe: 'Nothing was saved.',
    todo: 'Choose whether to save it in a file.',
  },
  engineGone: {
    what: 'The engine of Perch is not there.',
    safe: 'Everything stored is safe.',
    todo: 'Wait a moment; it restarts automatically.',
  },
  bug: {
    what: 'Something in Perch broke.',
    safe: 'Everything stored is safe.',
    todo: 'Try again. If it stays, report it with: {{reference}}',
  },
} as const;
