/** English: replies that are proposed as canned responses. */
export const enProposals = {
  proposals: {
    title: 'Proposed canned responses',
    shown_one: '{{formatted}} proposal',
    shown_other: '{{formatted}} proposals',
    hint: 'Your team has sent these replies again and again, in nearly the same words. Save one as a canned response, or dismiss it for good.',
    written_one: 'Written {{formatted}} time',
    written_other: 'Written {{formatted}} times',
    last: 'last {{when}}',
    create: 'Create canned response',
    dismiss: 'Dismiss',
    dismissed: 'Proposal dismissed',
    none: 'No proposals',
    noneHint: 'A reply that your team sends three times in nearly the same words is proposed here.',
    failed: 'Couldn’t load the proposals',
  },
};
