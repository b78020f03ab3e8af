/** English: errors of the guards. */
export const enGuardErrors = {
  guardRefused: {
    what: 'This public reply looks like a private one.',
    safe: 'Nothing was sent; your text is kept.',
    todo: 'Change it, send it privately, or overrule the warning.',
  },
  privateData: {
    what: 'This public reply seems to contain {{found}}.',
    safe: 'Nothing was sent; your text is kept.',
    todo: 'Remove it, send it privately, or overrule the warning.',
  },
};
