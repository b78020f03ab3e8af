import type { Words } from './catalogue.ts';
import type { enAttaching } from './enAttaching.ts';

/** French: pictures in replies, and replies in several posts. */
export const frAttaching: Words<typeof enAttaching> = {
  attaching: {
    sentWith: 'Envoyé avec {{name}}',
    attach: 'Joindre des images',
    list: 'Images jointes',
    altText: 'Description de {{name}}',
    altTextHint: 'Décrivez l’image pour les personnes qui ne la voient pas',
    remove: 'Retirer {{name}}',
    adding_one: 'Ajout de {{count}} image…',
    adding_other: 'Ajout de {{count}} images…',
    adding_many: 'Ajout de {{count}} images…',
    ask_one:
      '{{count}} image n’a pas de description. Décrivez-la, ou envoyez de nouveau pour vous en passer.',
    ask_other:
      '{{count}} images n’ont pas de description. Décrivez-les, ou envoyez de nouveau pour vous en passer.',
    ask_many:
      '{{count}} images n’ont pas de description. Décrivez-les, ou envoyez de nouveau pour vous en passer.',
  },
  thread: {
    onX_one: '{{count}} post sur {{all}} est sur X.',
    onX_many: '{{count}} posts sur {{all}} sont sur X.',
    onX_other: '{{count}} posts sur {{all}} sont sur X.',
    restFollows: 'La suite part d’elle-même.',
    retrySends: 'Réessayer n’envoie que la suite, sous ce qui y est déjà.',
    preview: 'Les posts de cette réponse',
    goesOut_one: 'Part en {{count}} post',
    goesOut_other: 'Trop long pour un seul post : part en {{count}} posts, l’un sous l’autre',
    goesOut_many: 'Trop long pour un seul post : part en {{count}} posts, l’un sous l’autre',
    length: '{{length}} sur {{limit}}',
    send_one: 'Répondre à {{addressee}} en {{count}} post',
    send_other: 'Répondre à {{addressee}} en {{count}} posts',
    send_many: 'Répondre à {{addressee}} en {{count}} posts',
  },
};
