/** English: the emoji picker. */
export const enEmoji = {
  emoji: {
    insert: 'Insert emoji',
    title: 'Emoji',
    search: 'Search emoji',
    none: 'No emoji found',
    failed: 'The emoji could not be loaded.',
    tone: 'Skin tone',
    tones: {
      none: 'No skin tone',
      light: 'Light',
      mediumLight: 'Medium-light',
      medium: 'Medium',
      mediumDark: 'Medium-dark',
      dark: 'Dark',
    },
    groups: {
      recent: 'Recently used',
      found: 'Found',
      smileys: 'Smileys and emotions',
      people: 'People',
      nature: 'Animals and nature',
      food: 'Food and drink',
      travel: 'Travel and places',
      activities: 'Activities',
      objects: 'Objects',
      symbols: 'Symbols',
      flags: 'Flags',
    },
  },
} as const;
