/** French: reading a conversation and finding in it. */
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
  lost: {
    sentence: 'Il manque {{what}} du {{when}}. X ne les montre plus.',
    sentenceWhy: 'Il manque {{what}} du {{when}} ({{why}}). X ne les montre plus.',
    what: {
      mentions: 'les mentions',
      dms: 'les messages privés',
      ownPosts: 'vos posts',
      search: 'les posts trouvés par recherche',
    },
  },
  lightbox: {
    previous: 'Image précédente',
    next: 'Image suivante',
    smaller: 'Zoom arrière',
    larger: 'Zoom avant',
    whole: 'Ajuster à la fenêtre',
    save: 'Enregistrer l’image…',
    copy: 'Copier l’image',
    open: 'Ouvrir',
    saved: 'Enregistré sous {{name}}',
    copied: 'Image copiée',
  },
} as const;
