import type { Words } from './catalogue.ts';
import type { enViews } from './enViews.ts';

/** French: filters, sorting and saved views. */
export const frViews: Words<typeof enViews> = {
  lists: {
    any: 'Indifférent',
    activeFilters: 'Filtres actifs',
    remove: 'Retirer le filtre : {{filter}}',
    clear: 'Effacer',
    revert: 'Annuler les modifications',
    nothing: 'Aucune conversation ne correspond à ces filtres',
    filters: { unread: 'Non lues', draft: 'Avec brouillon', failedReply: 'Réponse à vérifier' },
    choices: {
      channel: 'Canal',
      assignee: 'Attribuée à',
      lang: 'Langue',
      waitingMinutes: 'En attente depuis plus de',
      tag: 'Étiquette',
    },
    assignedToMe: 'Attribuées à vous',
    unassigned: 'Non attribuées',
    assignedTo: 'Attribuées à {{agent}}',
    waitingOver: 'En attente depuis plus de {{time}}',
    tagged: 'Étiquette : {{tag}}',
    tagGone: 'Étiquette supprimée',
    sort: 'Trier',
    sorts: {
      urgent: 'Les plus urgentes d’abord',
      waiting: 'Les plus longues attentes d’abord',
      newest: 'Les plus récentes d’abord',
      oldest: 'Les plus anciennes d’abord',
    },
    saveAs: 'Enregistrer comme vue…',
    saveTitle: 'Enregistrer comme vue',
    save: 'Enregistrer la vue',
    update: 'Mettre à jour la vue',
    name: 'Nom',
    savedViews: 'Vues enregistrées',
    noViews: 'Aucune vue enregistrée. Filtrez une liste et choisissez « Enregistrer comme vue… ».',
    goToSaved: 'Aller à la vue enregistrée 1 à 9',
    manage: 'Gérer les vues…',
    nameOf: 'Nom de {{name}}',
    moveUp: 'Monter {{name}}',
    moveDown: 'Descendre {{name}}',
    delete: 'Supprimer {{name}}',
    deleteYes: 'Supprimer la vue',
  },
};
