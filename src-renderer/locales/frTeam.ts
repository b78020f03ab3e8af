import type { Words } from './catalogue.ts';
import type { enTeam } from './enTeam.ts';

/** French: tags and private notes. */
export const frTeam: Words<typeof enTeam> = {
  tags: {
    title: 'Étiquettes',
    choose: 'Étiquettes',
    placeholder: 'Ajouter ou chercher une étiquette',
    none: 'Aucune étiquette. Saisissez un nom pour créer la première.',
    cannot: 'Ce nom n’est pas possible. Utilisez 60 caractères au plus.',
    create: 'Créer « {{name}} »',
    of_one: 'Étiquette : {{names}}',
    of_other: 'Étiquettes : {{names}}',
    of_many: 'Étiquettes : {{names}}',
    tagged: 'Étiquette ajoutée : {{tag}}',
    untagged: 'Étiquette retirée : {{tag}}',
    addedBy_one: '{{by}} a ajouté l’étiquette {{tags}}',
    addedBy_other: '{{by}} a ajouté les étiquettes {{tags}}',
    addedBy_many: '{{by}} a ajouté les étiquettes {{tags}}',
    removedBy_one: '{{by}} a retiré l’étiquette {{tags}}',
    removedBy_other: '{{by}} a retiré les étiquettes {{tags}}',
    removedBy_many: '{{by}} a retiré les étiquettes {{tags}}',
    settingsHint:
      'Un nouveau nom ou une nouvelle couleur s’affiche dans toutes les conversations. Appuyez sur <k>conversation.tag</k> dans une conversation pour l’étiqueter.',
    settingsNone:
      'Aucune étiquette. Appuyez sur <k>conversation.tag</k> dans une conversation pour en créer une.',
    colour: 'Couleur',
    name: 'Nom',
    nameAdvice: 'De 1 à {{limit}} caractères, et pas le nom d’une autre étiquette',
    conversations_one: '{{count}} conversation',
    conversations_other: '{{count}} conversations',
    conversations_many: '{{count}} conversations',
    delete: 'Supprimer {{name}}',
    deleteSure_zero: 'Supprimer « {{name}} » ? Aucune conversation ne la porte.',
    deleteSure_one:
      'Supprimer « {{name}} » ? Elle disparaît de {{count}} conversation, sans retour possible.',
    deleteSure_other:
      'Supprimer « {{name}} » ? Elle disparaît de {{count}} conversations, sans retour possible.',
    deleteSure_many:
      'Supprimer « {{name}} » ? Elle disparaît de {{count}} conversations, sans retour possible.',
    deleteYes: 'Supprimer',
    found: 'Avec cette étiquette',
    colours: {
      grey: 'Gris',
      brown: 'Marron',
      red: 'Rouge',
      orange: 'Orange',
      yellow: 'Jaune',
      green: 'Vert',
      teal: 'Bleu-vert',
      pink: 'Rose',
    },
  },
};
