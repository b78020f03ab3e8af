/** English: errors of the guards. */
export const enGuardErrors = {
  guardRefused: {
    what: 'This public reply looks like a private one.',
    safe: 'Nothing was sent; your text is kept.',
    todo: 'Change it, send it privately, or allow it anyway.',
  },
  privateData: {
    what: 'This public reply seems to contain {{found}}.',
    safe: 'Nothing was sent; your text is kept.',
    todo: 'Remove it, send it privately, or allow it anyway.',
  },
};

/** English: what the guards say about a reply, and their settings. */
export const enGuards = {
  guards: {
    overrule: 'Allow anyway',
    overruled: 'Allowed: you can send this reply. It will be recorded.',
    showAgain: 'Show again',
    sendPrivately: 'Send privately',
    stopped: 'Not sent. Allow it below the field, or send it privately.',
    wrongChannel: {
      refersToPrivate: 'This refers to a private message, but everyone can see it.',
      quotesPrivate: '“{{words}}” is only in private messages, but everyone can see this.',
      asksForData: 'This asks {{name}} to post personal data where everyone can see it.',
    },
    nearDuplicate: {
      person: '{{name}} already got nearly the same reply: {{time}}.',
      public: 'Nearly the same reply went out in public: {{time}}. X can take that for spam.',
    },
    unseenMessage_one: '{{name}} wrote a message that you haven’t seen yet.',
    unseenMessage_other: '{{name}} wrote {{count}} messages that you haven’t seen yet.',
    foreignLink_one: '{{links}} isn’t one of your company’s sites.',
    foreignLink_other: '{{links}} aren’t your company’s sites.',
  },
  guardSettings: {
    title: 'Guards',
    add: 'Add',
    remove: 'Remove {{entry}}',
    codes: {
      personalData: 'Personal data',
      wrongChannel: 'Wrong channel',
      nearDuplicate: 'Repeated replies',
      unseenMessage: 'Unseen messages',
      foreignLink: 'Foreign links',
      price: 'Price of links',
    },
    hints: {
      personalData:
        'Holds back a public reply with a phone number, address, account, card or customer number.',
      wrongChannel: 'Holds back a public reply that repeats a private message or asks for personal data.',
      nearDuplicate: 'Warns if this person got the same within 30 days, or everyone within ten minutes.',
      unseenMessage: 'Warns if they wrote something that you haven’t seen.',
      foreignLink: 'Warns of links to sites that aren’t your company’s.',
      price: 'Tells scripts what a link makes of the price. The composer always shows it.',
    },
    figures: {
      title: 'In the last 30 days',
      refused: 'Held back',
      heeded: 'Heeded',
      overruled: 'Allowed anyway',
      hint: 'Heeded: the reply was changed, moved or checked until nothing spoke against it. A guard that is often allowed anyway raises false alarms: tell it more below, or switch it off.',
      none: 'No guard has warned of a reply that was sent in the last 30 days.',
    },
    countries: 'Countries you serve',
    countriesHint: 'Whose phone numbers Perch knows, as two letters. Without any, your time zone decides.',
    patterns: 'Your own numbers',
    patternsHint: '# is a digit, ? a letter, * either, + repeats: KL-#### finds KL-4711 and kl4711.',
    patternName: 'Name',
    pattern: 'Pattern',
    test: 'Try the patterns on a text',
    found: 'Found: {{list}}',
    foundNothing: 'Nothing found',
    links: 'Your company’s sites',
    linksHint: 'Everything below them counts too. Perch also learns from your own posts.',
    publicData: 'Your public contact details',
    publicDataHint:
      'Phone numbers and addresses that everyone may see; @example.com stands for all email addresses there.',
  },
};
