/** English: pictures in replies, and replies in several posts. */
export const enAttaching = {
  attaching: {
    sentWith: 'Sent with {{name}}',
    attach: 'Attach pictures',
    list: 'Attached pictures',
    altText: 'Description of {{name}}',
    altTextHint: 'Describe it for people who cannot see it',
    remove: 'Remove {{name}}',
    adding_one: 'Adding {{count}} picture…',
    adding_other: 'Adding {{count}} pictures…',
    ask_one: '{{count}} picture has no description. Describe it, or send again to go without.',
    ask_other: '{{count}} pictures have no description. Describe them, or send again to go without.',
  },
  thread: {
    onX_one: '{{count}} of {{all}} posts is on X.',
    onX_other: '{{count}} of {{all}} posts are on X.',
    restFollows: 'The rest follows below it by itself.',
    retrySends: 'Trying again sends only the rest, below what is there.',
    preview: 'The posts of this reply',
    goesOut_one: 'Goes out as {{count}} post',
    goesOut_other: 'Too long for one post: goes out as {{count}}, each below the one before',
    length: '{{length}} of {{limit}}',
    send_one: 'Reply in {{count}} post to {{addressee}}',
    send_other: 'Reply in {{count}} posts to {{addressee}}',
  },
} as const;
