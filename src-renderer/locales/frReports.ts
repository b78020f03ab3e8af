import type { Words } from './catalogue.ts';
import type { enReports } from './enReports.ts';

/** French: what surveys say. */
export const frReports: Words<typeof enReports> = {
  reports: {
    title: 'Rapports',
    hint: 'Ce que les clients répondent aux enquêtes, et avec quelle certitude',
    save: 'Enregistrer le rapport',
    savePdf: 'Rapport d’une page (PDF)',
    saveReport: 'Rapport dans le temps (CSV)',
    saveParts: 'Rapport en détail (CSV)',
    saveResponses: 'Chaque enquête avec sa note (CSV)',
    responsesName: 'Réponses aux enquêtes',
    failed: 'Impossible de charger le rapport',
    scales: { csat: 'CSAT', nps: 'NPS' },
    periods: {
      days7: '7 jours',
      days30: '30 jours',
      days90: '90 jours',
      days365: '365 jours',
      own: 'Autres dates',
    },
    dates: {
      from: 'Premier jour',
      to: 'Dernier jour',
      asKnownOn: 'Données connues au',
      hint: 'Un champ vide signifie maintenant. Les commentaires et le tableau de chaque enquête sont toujours ceux de maintenant.',
      problems: {
        missing: 'Saisissez un premier et un dernier jour qui existent.',
        tooEarly: 'X a commencé en 2006 : saisissez un premier jour plus tardif.',
        reversed:
          'Le dernier jour précède le premier. Saisissez-en un plus tardif, ou un premier jour plus tôt.',
        toCome: 'Cette période n’a pas encore commencé. Saisissez un premier jour plus tôt.',
        knownToCome:
          '« Données connues au » est encore à venir. Saisissez un moment plus tôt, ou rien pour maintenant.',
        knownTooEarly:
          '« Données connues au » précède le premier jour, quand rien n’était connu. Saisissez un moment plus tardif.',
      },
    },
    nothing: {
      csat: 'Aucune enquête de satisfaction sur cette période',
      nps: 'Aucune enquête de recommandation sur cette période',
    },
    nothingHint: 'Appuyez sur <k>survey.ask</k> dans une conversation pour en envoyer une.',
    main: { csat: 'Satisfaits (notes 4 et 5)', nps: 'Net Promoter Score' },
    interval: 'probablement {{interval}}',
    intervalHint: 'Intervalle de confiance à 95 %. Avec peu de notes, il est large.',
    tooFew: 'Trop peu pour conclure : {{responses}} notes sur {{minimum}} au moins',
    tooFewShort: 'Trop peu',
    verdict: {
      higher:
        'Plus haut que sur la période précédente : {{before}} alors, {{difference}} points (de {{low}} à {{high}})',
      lower:
        'Plus bas que sur la période précédente : {{before}} alors, {{difference}} points (de {{low}} à {{high}})',
      chance:
        '{{before}} sur la période précédente : la différence peut être due au hasard (de {{low}} à {{high}} points)',
      tooFew: 'Trop peu de notes pour comparer avec la période précédente',
    },
    asTable: 'Sous forme de tableau',
    responseRate: 'Taux de réponse',
    responsesOf: '{{responses}} sur {{sent}} ont donné une note',
    mean: 'Note moyenne',
    outOf: 'sur {{max}}',
    scores: 'Notes',
    scoresNamed_one: '{{count}} note ; le plus souvent {{score}}, {{times}} fois',
    scoresNamed_many: '{{count}} notes ; le plus souvent {{score}}, {{times}} fois',
    scoresNamed_other: '{{count}} notes ; le plus souvent {{score}}, {{times}} fois',
    bands: {
      detractors: 'Détracteurs, de 0 à 6',
      passives: 'Passifs, 7 et 8',
      promoters: 'Promoteurs, 9 et 10',
    },
    responses: 'Notes',
    trend: { day: 'Jour par jour', week: 'Semaine par semaine', month: 'Mois par mois' },
    trendTooFew: 'Aucune partie de cette période n’a assez de notes pour un chiffre.',
    trendNamed: 'Du {{from}} au {{to}} : {{first}} au début, {{last}} à la fin',
    by: 'En détail',
    groupBy: 'Par',
    groups: {
      day: 'Jour',
      week: 'Semaine du',
      month: 'Mois',
      agent: 'Agent',
      tag: 'Étiquette',
      channel: 'Canal',
      responseTime: 'Première réponse en',
      canned: 'Réponse type',
    },
    none: {
      agent: 'Personne',
      tag: 'Sans étiquette',
      responseTime: 'Sans réponse',
      canned: 'Sans réponse type',
    },
    unknown: 'Inconnu',
    times: { minutes15: '15 minutes', hour1: '1 heure', hours4: '4 heures', day1: '1 jour', longer: 'plus' },
    comments: 'Commentaires',
    noComments: 'Aucun commentaire de ce genre sur cette période',
    scoreOf: '{{score}}/{{max}}',
    handledBy: 'traité par {{agent}}',
    filter: {
      all: 'Toutes les notes',
      low: 'Notes basses',
      middle: 'Notes moyennes',
      high: 'Notes hautes',
      everyone: 'Tous les agents',
      anyTag: 'Toutes les étiquettes',
      words: 'Mots des commentaires',
    },
    whyNot: 'Pourquoi des enquêtes n’ont pas été envoyées',
    refusals_one: '{{formatted}} enquête n’a pas été envoyée. Il peut y avoir plusieurs raisons.',
    refusals_many:
      '{{formatted}} enquêtes n’ont pas été envoyées. Il peut y avoir plusieurs raisons pour chacune.',
    refusals_other:
      '{{formatted}} enquêtes n’ont pas été envoyées. Il peut y avoir plusieurs raisons pour chacune.',
    reason: 'Raison',
    count: 'Combien de fois',
    page: {
      name: '{{scale}} {{days}}',
      title: {
        csat: 'La satisfaction des clients (CSAT)',
        nps: 'La recommandation par les clients (NPS)',
      },
      about: '{{days}} · données connues au {{time}}',
      rest_one:
        '{{formatted}} autre figure dans le « Rapport en détail (CSV) », faute de place sur cette page.',
      rest_many:
        '{{formatted}} autres figurent dans le « Rapport en détail (CSV) », faute de place sur cette page.',
      rest_other:
        '{{formatted}} autres figurent dans le « Rapport en détail (CSV) », faute de place sur cette page.',
      means: {
        csat: 'Le CSAT est la part des notes 4 et 5 parmi toutes les notes de 1 à 5. Les intervalles sont ceux de Wilson, à 95 % : la part parmi tous les clients s’y trouve probablement.',
        nps: 'Le NPS est la part des notes 9 et 10 moins celle des notes 0 à 6, de −100 à +100. Son intervalle est celui de Wald ajusté, à 95 % (Lewis et Sauro), celui du taux de réponse est de Wilson : le chiffre pour tous les clients s’y trouve probablement.',
        minimum: 'Avec moins de {{minimum}} notes, Perch ne donne pas de chiffre.',
        compared:
          'Un chiffre n’est dit plus haut ou plus bas que sur la période précédente, de même durée, que si l’intervalle de la différence exclut zéro et qu’un test donne moins de 5 %.',
        counted:
          'Sont comptées les enquêtes que X avait durant cette période, quel que soit le moment de la réponse, sans ce qui a été envoyé, répondu ou corrigé après l’heure ci-dessus. Une enquête revient à l’agent qui a traité l’affaire, et à chaque étiquette que sa conversation porte à présent.',
      },
    },
  },
};
