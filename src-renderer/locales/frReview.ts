import type { Words } from './catalogue.ts';
import type { enReview } from './enReview.ts';

/** French: reading what is old, and keeping it. */
export const frReview: Words<typeof enReview> = {
  review: {
    old: 'Clôturée depuis longtemps : ouverte en lecture',
    reply: 'Répondre…',
    open: 'Ouvrir une copie en lecture…',
    openHint:
      'Une sauvegarde, un ancien espace de travail ou la copie d’une autre personne : sans compte, et le fichier reste tel quel.',
    banner: 'Lecture seule : {{name}}, état au {{time}}',
    bannerEmpty: 'Lecture seule : {{name}}',
    close: 'Fermer cette copie',
    state: 'Lecture seule',
    stateHint: 'Un fichier seulement lu : rien n’est récupéré, envoyé ni modifié.',
  },
};
