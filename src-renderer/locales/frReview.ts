import type { Words } from './catalogue.ts';
import type { enReview } from './enReview.ts';

/** French: reading what is old, and keeping it. */
export const frReview: Words<typeof enReview> = {
  review: {
    old: 'Clôturée depuis longtemps : ouverte en lecture',
    reply: 'Répondre…',
    export: 'Exporter…',
    exportName_one: 'Conversation',
    exportName_many: '{{formatted}} conversations',
    exportName_other: '{{formatted}} conversations',
    exporting: 'Exportation des conversations…',
    exported: '{{done}} sur {{total}}',
    missingPictures_one: '{{formatted}} image n’est pas enregistrée dans Perch et n’y figure pas',
    missingPictures_many: '{{formatted}} images ne sont pas enregistrées dans Perch et n’y figurent pas',
    missingPictures_other: '{{formatted}} images ne sont pas enregistrées dans Perch et n’y figurent pas',
    open: 'Ouvrir une copie en lecture…',
    openHint:
      'Une sauvegarde, un ancien espace de travail ou la copie d’une autre personne : sans compte, et le fichier reste tel quel.',
    banner: 'Lecture seule : {{name}}, état au {{time}}',
    bannerEmpty: 'Lecture seule : {{name}}',
    close: 'Fermer cette copie',
    state: 'Lecture seule',
    stateHint: 'Un fichier ouvert en lecture seule : rien n’est récupéré, envoyé ni modifié.',
  },
};
