/** English: how replies are written. */
export const enReplies = {
  initials: {
    added: 'Ends with your initials: {{mark}}',
  },
  mentions: {
    to: 'Replying to {{names}}',
    choose: 'Choose who is mentioned in this reply',
    left_one: '{{count}} left out',
    left_other: '{{count}} left out',
    always: 'always mentioned',
  },
  moved: {
    tooMany:
      'Moved to the private message, not sent: X takes one picture there. Remove the others, then send.',
    undescribed: 'Moved to the private message, not sent: describe the picture first, or send it as it is.',
  },
  replySettings: {
    title: 'Replies',
    initials: 'Your initials',
    initialsHint: 'Each agent has their own. Leave it empty to take them from your name.',
    initialsAdvice: 'up to {{limit}} letters or digits, no spaces',
    signPublic: 'Initials in public replies',
    signPublicHint: 'Each public reply ends with {{mark}}, which counts towards its length.',
    signDm: 'Initials in private messages',
    signDmHint: 'Each private message ends with {{mark}}.',
    languages: 'Languages you reply in',
    languagesHint: 'The composer says which of these a customer writes in, and when a reply is in another.',
  },
} as const;
