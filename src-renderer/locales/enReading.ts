/** English: finding in a conversation. */
export const enReading = {
  find: {
    open: 'Find in conversation',
    bar: 'Find in conversation',
    placeholder: 'Find in conversation',
    older: 'Older match',
    newer: 'Newer match',
    close: 'Close',
    count: '{{at}} of {{of}}',
    none: 'No matches',
    noneYet: 'None yet',
    gone: 'No longer here',
    youTo: 'You to {{name}}',
  },
} as const;
