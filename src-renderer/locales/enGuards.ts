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

/** English: what the guards say about a reply. */
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
};
