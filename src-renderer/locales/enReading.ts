/** English: reading a conversation and finding in it. */
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
  lost: {
    sentence: 'Missing from {{when}}: {{what}}. X no longer shows them.',
    sentenceWhy: 'Missing from {{when}}: {{what}} ({{why}}). X no longer shows them.',
    what: {
      mentions: 'mentions',
      dms: 'private messages',
      ownPosts: 'your posts',
      search: 'posts found by search',
    },
  },
  lightbox: {
    previous: 'Previous picture',
    next: 'Next picture',
    smaller: 'Zoom out',
    larger: 'Zoom in',
    whole: 'Fit to window',
    save: 'Save picture…',
    copy: 'Copy picture',
    open: 'Open',
    saved: 'Saved as {{name}}',
    copied: 'Picture copied',
  },
} as const;
