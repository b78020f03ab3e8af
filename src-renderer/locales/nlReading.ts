/** Dutch: finding in a conversation. */
export const nlReading = {
  find: {
    open: 'Zoeken in gesprek',
    bar: 'Zoeken in gesprek',
    placeholder: 'Zoeken in gesprek',
    older: 'Ouder resultaat',
    newer: 'Nieuwer resultaat',
    close: 'Sluiten',
    count: '{{at}} van {{of}}',
    none: 'Niets gevonden',
    noneYet: 'Nog niets',
    gone: 'Staat er niet meer',
    youTo: 'Jij aan {{name}}',
  },
} as const;
