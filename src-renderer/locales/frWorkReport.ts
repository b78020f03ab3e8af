import type { Words } from './catalogue.ts';
import type { enWorkReport } from './enWorkReport.ts';

/** French: the report on the work. */
export const frWorkReport: Words<typeof enWorkReport> = {
  workReport: {
    part: 'Rapport sur',
    parts: { work: 'Travail', surveys: 'Enquêtes' },
    name: 'Rapport sur le travail',
    hint: 'Ce qui est arrivé, à quelle vitesse vous avez répondu et ce qui reste ouvert',
    datesHint:
      'Un champ vide signifie maintenant. Les étiquettes et les langues sont toujours celles de maintenant.',
    nothing: 'Aucun message, aucune réponse ni clôture sur cette période',
    nothingHint: 'Choisissez une période plus longue, ou appuyez sur <k>view.queue</k> pour aller à la file.',
    showCases: '{{label}} : {{value}}. Afficher les conversations',
    someCases: '{{shown}} sur {{total}} figurent ici.',
    missed: 'manqué',
    volume: 'Volume',
    before: '{{value}} sur la période précédente',
    figures: {
      opened: 'Nouvelles conversations',
      reopened: 'Rouvertes',
      received: 'Messages reçus',
      replies: 'Réponses',
      firstReply: 'Premières réponses',
      nextReply: 'Réponses suivantes',
      firstTarget: 'Objectifs des premières réponses',
      nextTarget: 'Objectifs des réponses suivantes',
      resolved: 'Clôturées',
      fromLibrary: 'Réponses de la bibliothèque',
      fromReplies: 'Réponses tirées de précédentes',
      reused: 'Réponses qui réutilisent un texte',
    },
    number: 'Nombre',
    medianBefore: 'Avant',
    sheet: {
      gaps_one: '{{formatted}} lacune pourrait changer ces chiffres',
      gaps_many: '{{formatted}} lacunes pourraient changer ces chiffres',
      gaps_other: '{{formatted}} lacunes pourraient changer ces chiffres',
      changes_one: '{{formatted}} changement de réglages sur cette période',
      changes_many: '{{formatted}} changements de réglages sur cette période',
      changes_other: '{{formatted}} changements de réglages sur cette période',
    },
    times: {
      title: 'Délais',
      firstReply: 'Première réponse',
      nextReply: 'Réponse suivante',
      resolved: 'Délai de clôture',
    },
    cases: { firstReply: 'Premières réponses', nextReply: 'Réponses suivantes', resolved: 'Clôturées' },
    median: 'Médiane',
    p90: '90 % en moins de',
    noInterval: 'Trop peu pour un intervalle',
    inTarget: 'Dans l’objectif',
    targetsMet: '{{hits}} objectifs atteints sur {{cases}}',
    verdict: {
      time: {
        higher: 'Plus long que sur la période précédente : {{before}} alors',
        lower: 'Plus court que sur la période précédente : {{before}} alors',
        chance: '{{before}} sur la période précédente : la différence peut être due au hasard',
        tooFew: '{{before}} sur la période précédente : trop peu pour comparer',
      },
      share: {
        higher: 'Plus haut que sur la période précédente : {{before}} alors',
        lower: 'Plus bas que sur la période précédente : {{before}} alors',
        chance: '{{before}} sur la période précédente : la différence peut être due au hasard',
        tooFew: '{{before}} sur la période précédente : trop peu pour comparer',
      },
    },
    doubts: {
      gaps_one: '{{formatted}} lacune pourrait changer ce chiffre',
      gaps_many: '{{formatted}} lacunes pourraient changer ce chiffre',
      gaps_other: '{{formatted}} lacunes pourraient changer ce chiffre',
      officeHours: 'Les heures d’ouverture ont changé sur cette période',
      targets: 'Les objectifs ont changé sur cette période',
      withoutTarget_one: '{{formatted}} réponse sans objectif enregistré n’est pas comptée',
      withoutTarget_many: '{{formatted}} réponses sans objectif enregistré ne sont pas comptées',
      withoutTarget_other: '{{formatted}} réponses sans objectif enregistré ne sont pas comptées',
    },
    overTime: {
      backlog: 'Travail en cours dans le temps',
      messages: 'Messages dans le temps',
      conversations: 'Conversations dans le temps',
    },
    counts: {
      unresolved: 'Non clôturées',
      waiting: 'Vous attendent',
      received: 'Reçus',
      replies: 'Réponses',
      opened: 'Nouvelles',
      resolved: 'Clôturées',
    },
    linesNamed: 'Du {{from}} au {{to}} ; à la fin : {{first}}, {{second}}',
    hours: 'Heures les plus chargées',
    hour: 'Heure',
    hoursNamed: 'Maximum : {{day}} {{hour}}, {{number}}',
    noHours: 'Aucune heure',
    groups: { agent: 'Agent', tag: 'Étiquette', channel: 'Canal', language: 'Langue', rule: 'Règle' },
    none: {
      agent: 'Personne, ou hors de Perch',
      tag: 'Sans étiquette',
      channel: 'Inconnu',
      language: 'Inconnue',
      rule: 'Aucune règle',
    },
    around: 'Coûts, réutilisation et passages en privé',
    costs: 'Dépensé sur X',
    perResolved: '{{sum}} par conversation clôturée',
    reuse: 'Réutilisation',
    reusedFrom: { fromLibrary: 'De la bibliothèque', fromReplies: 'De réponses précédentes' },
    ofReplies: '{{hits}} réponses sur {{cases}}',
    handovers: 'Passages en privé aboutis',
    unknown: {
      title: 'Ce que ces chiffres ne savent pas',
      couldChange: 'Pourraient changer : {{figures}}.',
      officeHours:
        'Les heures d’ouverture ont changé le {{time}}. Les délais sont comptés dans celles de l’époque.',
      targets: 'Les objectifs ont changé le {{time}}. À chaque réponse s’applique celui de l’époque.',
      both: 'Les heures d’ouverture et les objectifs ont changé le {{time}}. À chaque réponse s’appliquent ceux de l’époque.',
      erasures_one:
        '{{formatted}} effacement depuis le premier jour : ce qui est effacé ne figure dans aucun chiffre.',
      erasures_many:
        '{{formatted}} effacements depuis le premier jour : ce qui est effacé ne figure dans aucun chiffre.',
      erasures_other:
        '{{formatted}} effacements depuis le premier jour : ce qui est effacé ne figure dans aucun chiffre.',
    },
    means: {
      title: 'Ce que signifient les chiffres',
      names: {
        opened: 'Conversations',
        firstReply: 'Première réponse',
        nextReply: 'Réponse suivante',
        inTarget: 'Dans l’objectif',
        resolved: 'Clôturées',
        backlog: 'Travail en cours',
        reuse: 'Réutilisation',
        around: 'Coûts et passages en privé',
        compared: 'Période précédente',
        intervals: 'Intervalles',
      },
      opened:
        'Une nouvelle conversation commence avec son premier message, quel qu’en soit l’auteur. Rouvertes : celles qui étaient clôturées. Les réponses viennent de votre équipe, dans Perch ou ailleurs ; les enquêtes n’en sont pas.',
      firstReply:
        'Du premier message sans réponse à la réponse, dans les heures d’ouverture de l’époque. Si un objectif est enregistré, sans le temps où la conversation était reportée ou en attente du client.',
      nextReply:
        'De même pour chaque réponse ultérieure qui a mis fin à une attente. Une attente close sans réponse ne compte nulle part.',
      inTarget:
        'Enregistré quand une réponse a atteint son objectif, ou quand le délai est passé sans réponse, selon le niveau de service et les heures d’ouverture de l’époque. Compté dans la période où cela s’est décidé.',
      resolved:
        'De l’ouverture, ou de la dernière réouverture, à la clôture, dans les heures d’ouverture de l’époque. Ce qui est annulé, ou terminé avant Perch, ne compte pas.',
      backlog:
        'À la fin de chaque jour, semaine ou mois : les conversations non clôturées, et celles où une personne vous attend.',
      reuse:
        'Réponses dans lesquelles a été insérée une réponse type ou une réponse précédente suggérée par Perch, même très modifiée ensuite.',
      around:
        'Les coûts sont estimés aux prix de l’époque. Un passage en privé a abouti si un message privé a suivi.',
      compared:
        'Autant de jours juste avant. « Peut être due au hasard » : les intervalles de deux médianes se recouvrent, ou un test de deux proportions donne 5 % ou plus.',
      intervals:
        '95 % : pour les médianes entre deux statistiques d’ordre, pour les proportions selon Wilson. Les groupes se recouvrent quand une conversation a plusieurs étiquettes ou règles.',
    },
  },
};
