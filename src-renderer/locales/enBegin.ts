/** English: what a new account costs and how far back it begins. */
export const enBegin = {
  begin: {
    title: 'Before Perch reads @{{handle}}',
    intro: 'X bills you for what Perch reads. No message and no post has been read yet.',
    from: 'How far back should Perch begin?',
    fromHint: 'Older messages that come along stay readable, but don’t wait in your queue.',
    choice: {
      today: 'Today',
      days3: 'The last 3 days',
      days7: 'The last 7 days',
      all: 'Everything X still shows',
    },
    counting: 'Asking X…',
    about: 'about {{usd}}',
    upTo: 'up to {{usd}}',
    between: '{{least}} to {{most}}',
    costFrom: 'from {{usd}}',
    unknownCost: 'not known',
    nothing: 'nothing',
    mentions_one: '{{number}} mention',
    mentions_other: '{{number}} mentions',
    dms_one: '{{number}} private message',
    dms_other: '{{number}} private messages',
    ownPosts_one: '{{number}} post of yours',
    ownPosts_other: '{{number}} posts of yours',
    dmsUnknown: 'private messages: not known',
    aboutNumber: 'about {{number}}',
    upToNumber: 'up to {{number}}',
    betweenNumbers: '{{least}} to {{most}}',
    costs: 'Costs',
    perDay: 'After that, each day: {{cost}}',
    perDayAndMonth: 'After that, each day: {{cost}}; a month: {{month}}',
    checks: 'up to {{usd}} to look for deleted posts',
    none: 'nothing',
    dmsUnknownHint:
      'X doesn’t say how many private messages there are. Perch can read the newest 20 and work it out; they aren’t charged again today.',
    countDms: 'Work it out (up to {{price}})',
    basis: {
      unknown:
        'Mentions and posts as X counts them over the last 7 days. Estimates; your X bill is what counts.',
      projected:
        'Mentions and posts as X counts them over the last 7 days; private messages projected from the newest 20. X charges the newest 20 private messages anew each day. Estimates; your X bill is what counts.',
      counted:
        'Mentions and posts as X counts them over the last 7 days; private messages all counted. X charges the newest 20 private messages anew each day. Estimates; your X bill is what counts.',
    },
    notCounted: 'X gave no count, so only the limits of X are known',
    cap: 'Monthly cap (US dollars)',
    capHint:
      'At the cap Perch stops reading until next month; replies still go out. You can change it in Costs. Empty means no cap.',
    nameHint: 'For your colleagues on this computer. Customers don’t see it.',
    start: 'Start reading',
    starting: 'Starting…',
    later: 'Not now',
  },
} as const;
