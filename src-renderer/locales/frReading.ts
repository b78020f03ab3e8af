/** French: finding in a conversation. */
export const frReading = {
  find: {
    open: 'Rechercher dans la conversation',
    bar: 'Rechercher dans la conversation',
    placeholder: 'Rechercher dans la conversation',
    older: 'Résultat précédent (plus ancien)',
    newer: 'Résultat suivant (plus récent)',
    close: 'Fermer',
    count: '{{at}} sur {{of}}',
    none: 'Aucun résultat',
    noneYet: 'Rien pour l’instant',
    gone: 'N’y est plus',
    youTo: 'Vous à {{name}}',
  },
} as const;
