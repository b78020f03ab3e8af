import type { Words } from './catalogue.ts';
import type { enReplies } from './enReplies.ts';

/** French: how replies are written. */
export const frReplies: Words<typeof enReplies> = {
  initials: {
    added: 'Se termine par vos initiales : {{mark}}',
  },
  mentions: {
    to: 'Réponse à {{names}}',
    choose: 'Choisir qui est mentionné dans cette réponse',
    left_one: '{{count}} personne retirée',
    left_other: '{{count}} personnes retirées',
    left_many: '{{count}} personnes retirées',
    always: 'toujours mentionné',
  },
  moved: {
    tooMany:
      'Passée en message privé, non envoyée : X n’y accepte qu’une image. Retirez les autres, puis envoyez.',
    undescribed:
      'Passée en message privé, non envoyée : décrivez d’abord l’image, ou envoyez-la telle quelle.',
  },
  replySettings: {
    title: 'Réponses',
    initials: 'Vos initiales',
    initialsHint: 'Chaque agent a les siennes. Laissez vide pour les tirer de votre nom.',
    initialsAdvice: '{{limit}} lettres ou chiffres au plus, sans espace',
    signPublic: 'Initiales dans les réponses publiques',
    signPublicHint: 'Chaque réponse publique se termine par {{mark}}, qui compte dans sa longueur.',
    signDm: 'Initiales dans les messages privés',
    signDmHint: 'Chaque message privé se termine par {{mark}}.',
    languages: 'Langues de vos réponses',
    languagesHint:
      'Le champ de réponse indique dans laquelle de ces langues le client écrit, et quand la réponse est dans une autre.',
  },
};
