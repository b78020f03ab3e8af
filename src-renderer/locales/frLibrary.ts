import type { Words } from './catalogue.ts';
import type { enLibrary } from './enLibrary.ts';

/** French: canned responses. */
export const frLibrary: Words<typeof enLibrary> = {
  library: {
    title: 'Réponses types',
    found_one: '{{count}} réponse type',
    found_many: '{{count}} réponses types',
    found_other: '{{count}} réponses types',
    insert: 'Insérer',
    close: 'Fermer',
    pickerEmpty: 'Pas encore de réponse type.',
    fillIn: 'Complétez {{names}} avant d’envoyer.',
    nextVariable: 'Suivant',
  },
};
