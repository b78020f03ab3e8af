/** French: errors of crisis mode. */
export const frCrisisErrors = {
  crisisRunning: {
    what: 'Le mode crise est déjà activé : « {{name}} ».',
    safe: 'Rien n’a été modifié.',
    todo: 'Continuez dans l’incident en cours.',
  },
  crisisEnded: {
    what: 'Cet incident est clos : « {{name}} ».',
    safe: 'Son journal et sa déclaration restent tels quels.',
    todo: 'Relancez le mode crise s’il se poursuit.',
  },
};

/** French: crisis mode. */
export const frCrisis = {
  crisis: {
    command: 'Mode crise…',
    start: 'Lancer le mode crise',
    effect:
      'Jusqu’à ce que vous y mettiez fin, aucune enquête n’est envoyée et les réponses types qui sont des promesses sont inutilisables. Rien n’est envoyé tout seul. Tous ceux qui utilisent cet espace le voient.',
    titleField: 'Ce qui se passe',
    titleHint: 'Par exemple « Les paiements échouent depuis 14 h »',
    statement: 'Déclaration d’attente',
    statementHint:
      'Ce que l’on répond à tous ceux qui écrivent tant que l’on n’en sait pas plus. {firstName} devient le prénom.',
    running: 'Mode crise : {{title}}',
    banner: 'Mode crise : {{title}}.',
    frozen: 'Enquêtes et promesses sont suspendues.',
    show: 'Afficher l’incident',
    since: 'Depuis {{time}}, lancé par {{agent}}.',
    heldBack_one: '{{count}} enquête retenue.',
    heldBack_many: '{{count}} enquêtes retenues.',
    heldBack_other: '{{count}} enquêtes retenues.',
    noteKind: 'Ajouter au journal',
    note: 'Note',
    addNote: 'Ajouter',
    log: 'Journal',
    more_one: '{{count}} note plus ancienne n’est pas affichée.',
    more_many: '{{count}} notes plus anciennes ne sont pas affichées.',
    more_other: '{{count}} notes plus anciennes ne sont pas affichées.',
    rolesTitle: 'Rôles',
    nobody: 'Personne',
    addWording: 'Ajouter une formulation',
    saveStatement: 'Enregistrer la déclaration',
    wording: 'Formulation {{number}}',
    removeWording: 'Supprimer la formulation {{number}}',
    handBack: 'Passation',
    handBackHint: 'Inscrit au journal : ce qui vaut désormais et ce qu’il reste à faire',
    end: 'Mettre fin au mode crise',
    endQuestion: 'Enquêtes et promesses reprennent comme avant.',
    ended: 'Le mode crise est terminé',
    insert: 'Insérer la déclaration d’attente',
    roles: {
      lead: 'Direction',
      communications: 'Communication',
      log: 'Tient le journal',
    },
    languages: {
      en: 'Anglais',
      nl: 'Néerlandais',
      fr: 'Français',
    },
    kinds: {
      fact: 'Appris',
      decision: 'Décidé',
      started: 'Mode crise lancé',
      statementChanged: 'Déclaration d’attente modifiée',
      alertSeen: 'Alerte : {{posts}} posts en 10 minutes, {{usual}} d’habitude',
      ended: 'Mode crise terminé',
    },
  },
};
