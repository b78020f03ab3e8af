import type { Words } from './catalogue.ts';
import type { enSurveys } from './enSurveys.ts';

/** French: asking people how they found the help they got. */
export const frSurveys: Words<typeof enSurveys> = {
  surveys: {
    ask: 'Envoyer une enquête',
    title: 'Envoyer une enquête',
    scale: 'Question',
    scales: { csat: 'Satisfaction (1–5)', nps: 'Recommandation (0–10)' },
    wording: 'Formulation',
    preview: 'Ce que verra le client, en message privé',
    price: 'X la facture {{price}}.',
    send: 'Envoyer l’enquête',
    resolveAndSend: 'Clôturer et envoyer l’enquête',
    notNow: 'Pas maintenant :',
    possibleFrom: 'Possible à partir de : {{time}}.',
    onlyOpen: 'La conversation sera d’abord clôturée.',
    reasons: {
      noPrivateChannel:
        'Le client ne vous a pas écrit en privé, ou ne peut pas recevoir vos messages privés.',
      askedRecently: 'Le client a reçu une enquête il y a peu.',
      openMatter: 'Une conversation avec le client n’est pas encore clôturée.',
      angryEnding: 'Les derniers mots du client étaient en colère.',
      optedOut: 'Le client ne veut pas d’enquêtes.',
      night: 'Là où vit le client, ce n’est pas l’heure des enquêtes.',
      capReached: 'Elle coûterait plus que ce qui reste de votre plafond mensuel.',
      replyLimit: 'X n’autorise plus que peu de messages privés : ils sont gardés pour les réponses.',
      unsentReply: 'Une réponse au client n’est pas encore envoyée.',
      refusedByX: 'X n’a pas accepté l’enquête.',
    },
    system: {
      surveySent: 'Enquête envoyée',
      surveyCancelled: 'Enquête annulée',
      surveyRefused: 'Enquête non envoyée',
      surveyOptedOut: 'Ne veut plus d’enquêtes',
      surveyOptedIn: 'Accepte à nouveau les enquêtes',
      lowScore: 'De nouveau à traiter : note basse, {{score}} sur {{of}}',
      lowScoreNot: 'De nouveau à traiter, par un collègue de {{agent}} : note basse, {{score}} sur {{of}}',
    },
  },
};
