import type { Words } from './catalogue.ts';
import type { enEmoji } from './enEmoji.ts';

/** Dutch: the emoji picker. */
export const nlEmoji: Words<typeof enEmoji> = {
  emoji: {
    insert: 'Emoji invoegen',
    title: 'Emoji',
    search: 'Emoji zoeken',
    none: 'Geen emoji gevonden',
    failed: 'De emoji konden niet worden geladen.',
    tone: 'Huidskleur',
    tones: {
      none: 'Geen huidskleur',
      light: 'Licht',
      mediumLight: 'Lichtgetint',
      medium: 'Getint',
      mediumDark: 'Donkergetint',
      dark: 'Donker',
    },
    groups: {
      recent: 'Onlangs gebruikt',
      found: 'Gevonden',
      smileys: 'Smileys en emoties',
      people: 'Mensen',
      nature: 'Dieren en natuur',
      food: 'Eten en drinken',
      travel: 'Reizen en plaatsen',
      activities: 'Activiteiten',
      objects: 'Voorwerpen',
      symbols: 'Symbolen',
      flags: 'Vlaggen',
    },
  },
};
