import type { Words } from './catalogue.ts';
import type { enSurveySettings } from './enSurveySettings.ts';

/** French: how surveys ask. */
export const frSurveySettings: Words<typeof enSurveySettings> = {
  surveySettings: {
    title: 'Enquêtes',
    hint: '<k>survey.ask</k> demande au client ce qu’il a pensé de votre aide. Ces réglages valent pour tout le monde.',
    days: 'jours',
    scores: 'notes',
    periodDays: 'Ne redemander à personne avant',
    expiryDays: 'Une note compte pendant',
    minimumForFigures: 'Afficher les chiffres à partir de',
    quietFrom: 'Ne demander à personne à partir de',
    quietTo: 'Demander de nouveau à partir de',
    reminds: 'Rappeler une fois',
    remindAfterDays: 'Rappeler après',
    followUpLowScores: 'Donner suite aux notes basses',
    commentAfter: {
      low: 'Demander un commentaire après une note basse',
      middle: 'Demander un commentaire après une note moyenne',
      high: 'Demander un commentaire après une note haute',
    },
    bands: {
      low: 'NPS de 0 à 6, CSAT 1 ou 2',
      middle: 'NPS 7 ou 8, CSAT 3',
      high: 'NPS 9 ou 10, CSAT 4 ou 5',
    },
    privacyLink: 'Lien vers votre politique de confidentialité',
    linkAdvice: 'Une adresse qui commence par https:// ou http://',
    hints: {
      periodDays: 'À partir de la dernière enquête',
      expiryDays: 'À partir de la question',
      minimumForFigures: 'En dessous, les rapports disent « trop peu pour conclure »',
      quiet: 'À l’heure du lieu où vit le client ; deux fois la même heure demande à tout moment',
      reminds: 'Si aucune réponse n’est arrivée ; jamais après une réponse',
      remindAfterDays: 'À partir de la question ; moins longtemps qu’une note ne compte',
      followUpLowScores: 'La conversation revient à traiter, par quelqu’un d’autre s’il y a un collègue',
      privacyLink: 'X le demande quand on recueille des avis ; vide pour aucun',
      texts: 'Comme dans la bibliothèque : {company}, {firstName} et d’autres',
    },
    language: 'Textes en',
    short: { csat: 'Satisfaction {{number}}', nps: 'Recommandation {{number}}' },
    questions: { csat: 'Question de satisfaction {{number}}', nps: 'Question de recommandation {{number}}' },
    another: { csat: 'Une autre question de satisfaction', nps: 'Une autre question de recommandation' },
    texts: {
      introduction: 'Introduction',
      reminder: 'Introduction du rappel',
      privacy: 'Avant le lien vers la politique de confidentialité',
      optOut: 'Comment ne plus recevoir d’enquêtes',
      freeText: 'Demande de commentaire, sous le remerciement',
      optOutConfirmation: 'Après la demande de ne plus en recevoir',
    },
    thanks: {
      low: 'Merci pour une note basse',
      middle: 'Merci pour une note moyenne',
      high: 'Merci pour une note haute',
    },
    textAdvice: '500 caractères au plus ; une question ne peut pas être vide',
  },
};
