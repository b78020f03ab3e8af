/** French: a store that is damaged, missing or not writable, and an engine that is gone; what happened, what is safe and what to do. */
export const frStoreErrors = {
  storeCorrupt: {
    what: 'Le fichier de cet espace de travail est endommagé et ne peut pas être ouvert : {{file}}',
    safe: 'Perch n’y écrit plus rien. Il n’en existe pas encore de sauvegarde.',
    todo: 'Enregistrez ce qui est lisible dans un nouveau fichier ; le fichier endommagé est conservé.',
  },
  storeCorruptCopy: {
    what: 'Le fichier de cet espace de travail est endommagé et ne peut pas être ouvert : {{file}}',
    safe: 'Perch n’y écrit plus rien. Il en existe une sauvegarde : {{time}}.',
    todo: 'Restaurez cette sauvegarde ou enregistrez ce qui est lisible ; le fichier endommagé est conservé.',
  },
  storeCorruptReading: {
    what: 'Le fichier de cet espace de travail est endommagé : {{file}}',
    safe: 'Ce qui est lisible est affiché. Rien de nouveau n’est enregistré, récupéré ni envoyé. Il n’en existe pas encore de sauvegarde.',
    todo: 'Enregistrez ce qui est lisible dans un nouveau fichier ; le fichier endommagé est conservé.',
  },
  storeCorruptReadingCopy: {
    what: 'Le fichier de cet espace de travail est endommagé : {{file}}',
    safe: 'Ce qui est lisible est affiché. Rien de nouveau n’est enregistré, récupéré ni envoyé. Il en existe une sauvegarde : {{time}}.',
    todo: 'Enregistrez ce qui est lisible dans un nouveau fichier ou restaurez cette sauvegarde ; le fichier endommagé est conservé.',
  },
  storeForeign: {
    what: 'Ce fichier n’est pas un espace de travail de Perch : {{file}}',
    safe: 'Il n’a pas été modifié.',
    todo: 'Sortez-le du dossier, puis rouvrez l’espace de travail.',
  },
  storeMissing: {
    what: 'Le fichier de cet espace de travail est absent ou vide : {{file}}',
    safe: 'Perch n’en crée pas un nouveau de lui-même. Il n’a pas de sauvegarde de l’ancien.',
    todo: 'Remettez le fichier à sa place et rouvrez l’espace de travail, ou repartez de zéro.',
  },
  storeMissingCopy: {
    what: 'Le fichier de cet espace de travail est absent ou vide : {{file}}',
    safe: 'Perch n’en crée pas un nouveau de lui-même. Il en existe une sauvegarde : {{time}}.',
    todo: 'Remettez le fichier à sa place et rouvrez l’espace de travail, ou restaurez la sauvegarde.',
  },
  rowDamaged: {
    what: 'Une partie de ce qui est enregistré ici est endommagée.',
    safe: 'Tout le reste est encore lisible.',
    todo: 'Vous pouvez continuer avec tout le reste.',
  },
  noCopy: {
    what: 'Aucune sauvegarde ne peut être restaurée.',
    safe: 'Rien n’a été modifié.',
    todo: 'Enregistrez ce qui est lisible ou repartez de zéro ; l’ancien fichier est conservé.',
  },
  notRestored: {
    what: 'La sauvegarde {{name}} est endommagée ou introuvable.',
    safe: 'Rien n’a été modifié.',
    todo: 'Choisissez une autre sauvegarde.',
  },
  notSalvaged: {
    what: 'Rien n’est lisible dans le fichier endommagé.',
    safe: 'Rien n’a été modifié.',
    todo: 'Restaurez une sauvegarde s’il y en a une, ou repartez de zéro ; l’ancien fichier est conservé.',
  },
  storeChecking: {
    what: 'Perch n’a pas été fermé correctement : cet espace de travail est en cours de vérification',
    safe: 'Vous pouvez tout lire.',
    todo: 'Ce que vous faites maintenant sera exécuté dès que la vérification sera terminée.',
  },
  storeUnwritable: {
    what: 'Perch ne peut pas écrire dans {{file}}',
    safe: 'Ce qui était déjà enregistré est en sécurité.',
    todo: 'Libérez de l’espace disque et vérifiez les droits du dossier.',
  },
  storeUnwritableReading: {
    what: 'Perch ne peut pas écrire dans {{file}}',
    safe: 'Tout ce qui est enregistré est affiché. Rien de nouveau n’est enregistré, récupéré ni envoyé.',
    todo: 'Vérifiez le disque et les droits du dossier, puis rouvrez l’espace de travail.',
  },
  storeFull: {
    what: 'Votre disque est plein',
    safe: 'Ce qui était déjà enregistré est en sécurité.',
    todo: 'Libérez de l’espace disque ; Perch reprend ensuite automatiquement.',
  },
  storeFullReading: {
    what: 'Votre disque est plein',
    safe: 'Tout ce qui est enregistré est affiché. Rien de nouveau n’est enregistré, récupéré ni envoyé.',
    todo: 'Libérez de l’espace disque, puis rouvrez l’espace de travail.',
  },
  storeReadOnly: {
    what: 'Le disque ou le dossier est en lecture seule : Perch ne peut pas écrire dans {{file}}',
    safe: 'Ce qui était déjà enregistré est en sécurité.',
    todo: 'Vérifiez les droits du dossier et si le disque est protégé en écriture.',
  },
  storeReadOnlyReading: {
    what: 'Le disque ou le dossier est en lecture seule : Perch ne peut pas écrire dans {{file}}',
    safe: 'Tout ce qui est enregistré est affiché. Rien de nouveau n’est enregistré, récupéré ni envoyé.',
    todo: 'Rendez-le accessible en écriture, puis rouvrez l’espace de travail.',
  },
  engineGone: {
    what: 'Le service d’arrière-plan de Perch ne tourne pas.',
    safe: 'Tout ce qui est enregistré est en sécurité.',
    todo: 'Attendez un instant ; il redémarre automatiquement.',
  },
  engineStopped: {
    what: 'Le service d’arrière-plan de Perch s’est arrêté.',
    safe: 'Tout ce qui est enregistré est en sécurité.',
    todo: 'Redémarrez-le ; s’il s’arrête encore, redémarrez l’ordinateur.',
  },
  engineBack: {
    what: 'Le service d’arrière-plan de Perch a redémarré.',
    safe: 'Tout ce qui est enregistré est en sécurité.',
    todo: 'Votre dernière action n’a peut-être pas abouti : vérifiez, et refaites-la si besoin.',
  },
} as const;
