/** English: what X said and what to do, for the refusals whose words Perch knows. */
export const enXSentences = {
  notPermitted: {
    what: 'X doesn’t let this account do that.',
    todo: 'Check on X whether the account is restricted.',
  },
  notMentioned: {
    what: 'X only allows a public reply to people who have mentioned or quoted you.',
    todo: 'Reply in private, or reply on X itself.',
  },
  postGone: {
    what: 'The post was deleted, or this account can’t see it.',
    todo: 'Reply to another post, or in private.',
  },
  repliesRestricted: {
    what: 'The author has restricted who can reply to this post.',
    todo: 'Reply in private instead.',
  },
  blocked: {
    what: 'One of you has blocked the other on X.',
    todo: 'Unblock them on X if the block is yours.',
  },
  protectedAccount: {
    what: 'Their posts are protected.',
    todo: 'Follow them on X first, or reply in private.',
  },
  personSuspended: {
    what: 'X has suspended this person’s account.',
    todo: 'There’s no way to reach them on X.',
  },
  suspended: {
    what: 'X has suspended your account.',
    todo: 'Log in on x.com and follow X’s instructions.',
  },
  locked: {
    what: 'X has temporarily locked your account.',
    todo: 'Log in on x.com to unlock it.',
  },
  automated: {
    what: 'X suspects automation and didn’t accept this.',
    todo: 'Wait a while, then try again.',
  },
  dailyLimit: {
    what: 'Your account has reached X’s daily limit.',
    todo: 'Try again tomorrow.',
  },
  tooLong: {
    what: 'The text is too long for X.',
    todo: 'Shorten it.',
  },
  emptyPost: {
    what: 'X doesn’t accept an empty message.',
    todo: 'Write something first.',
  },
  badMedia: {
    what: 'X doesn’t accept the attachment.',
    todo: 'Send it without the attachment.',
  },
  cashtags: {
    what: 'X accepts only one cashtag ($NAME) per post.',
    todo: 'Remove the others.',
  },
  noAccess: {
    what: 'Your X developer plan doesn’t include this.',
    todo: 'Check the plan and the app’s permissions in the X developer portal.',
  },
  badRequest: {
    what: 'X didn’t understand the request.',
    todo: 'Change it and try again; update Perch if it keeps happening.',
  },
} as const;
