/** Dutch: reading a conversation and finding in it. */
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
  lost: {
    sentence: 'Ontbreekt van {{when}}: {{what}}. X toont ze niet meer.',
    sentenceWhy: 'Ontbreekt van {{when}}: {{what}} ({{why}}). X toont ze niet meer.',
    what: {
      mentions: 'vermeldingen',
      dms: 'privéberichten',
      ownPosts: 'je eigen posts',
      search: 'gevonden posts',
    },
  },
  lightbox: {
    previous: 'Vorige afbeelding',
    next: 'Volgende afbeelding',
    smaller: 'Uitzoomen',
    larger: 'Inzoomen',
    whole: 'Passend maken',
    save: 'Afbeelding opslaan…',
    copy: 'Afbeelding kopiëren',
    open: 'Openen',
    saved: 'Opgeslagen als {{name}}',
    copied: 'Afbeelding gekopieerd',
  },
} as const;
