import type { Words } from './catalogue.ts';
import type { enEmoji } from './enEmoji.ts';

/** French: the emoji picker. */
export const frEmoji: Words<typeof enEmoji> = {
  emoji: {
    insert: 'Insérer un émoji',
    title: 'Émojis',
    search: 'Rechercher un émoji',
    none: 'Aucun émoji trouvé',
    failed: 'Impossible de charger les émojis.',
    tone: 'Couleur de peau',
    tones: {
      none: 'Sans couleur de peau',
      light: 'Claire',
      mediumLight: 'Moyennement claire',
      medium: 'Légèrement mate',
      mediumDark: 'Mate',
      dark: 'Foncée',
    },
    groups: {
      recent: 'Utilisés récemment',
      found: 'Résultats',
      smileys: 'Visages et émotions',
      people: 'Personnes',
      nature: 'Animaux et nature',
      food: 'Nourriture et boissons',
      travel: 'Voyages et lieux',
      activities: 'Activités',
      objects: 'Objets',
      symbols: 'Symboles',
      flags: 'Drapeaux',
    },
  },
};
