import type { SurveySettings } from './surveySettings.ts';

/** What surveys say until a workspace has texts of its own. */
export const standardSurveyTexts: SurveySettings['texts'] = {
  en: {
    introduction: 'Thanks for getting in touch with {company}. We’d love to know how we did.',
    nps: [
      'How likely are you to recommend {company} to a friend, from 0 (not at all likely) to 10 (very likely)? Just reply with a number.',
    ],
    csat: [
      'How satisfied are you with {company}, from 1 (very dissatisfied) to 5 (very satisfied)? Just reply with a number.',
      'How would you rate the help you got from {company} here, from 1 (very poor) to 5 (excellent)? Just reply with a number.',
    ],
    reminder: 'A quick reminder: we’d still love to know how we did.',
    privacy: 'How we use your answer:',
    optOut: 'Don’t want questions like this? Reply STOP.',
    thanks: {
      low: 'Thank you for your honest answer. We’re sorry it wasn’t better.',
      middle: 'Thank you for your answer. It helps us do better.',
      high: 'Thank you! That’s great to hear.',
    },
    freeText: 'What could we do better?',
    optOutConfirmation: 'Understood. We won’t send you questions like this again.',
  },
  nl: {
    introduction: 'Bedankt voor je bericht aan {company}. We horen graag hoe je het vond.',
    nps: [
      'Hoe waarschijnlijk is het dat je {company} aanbeveelt aan een vriend, van 0 (heel onwaarschijnlijk) tot 10 (heel waarschijnlijk)? Antwoord gewoon met een cijfer.',
    ],
    csat: [
      'Hoe tevreden ben je over {company}, van 1 (heel ontevreden) tot 5 (heel tevreden)? Antwoord gewoon met een cijfer.',
      'Wat vond je van de hulp die je hier van {company} kreeg, van 1 (heel slecht) tot 5 (uitstekend)? Antwoord gewoon met een cijfer.',
    ],
    reminder: 'Nog even dit: we horen nog altijd graag hoe je het vond.',
    privacy: 'Zo gaan we met je antwoord om:',
    optOut: 'Liever geen vragen zoals deze? Antwoord STOP.',
    thanks: {
      low: 'Bedankt voor je eerlijke antwoord. Het spijt ons dat het niet beter was.',
      middle: 'Bedankt voor je antwoord. Daar leren we van.',
      high: 'Dank je wel! Fijn om te horen.',
    },
    freeText: 'Wat kunnen we beter doen?',
    optOutConfirmation: 'Begrepen. Je krijgt geen vragen zoals deze meer van ons.',
  },
  fr: {
    introduction: 'Merci d’avoir contacté {company}. Votre avis nous intéresse.',
    nps: [
      'Recommanderiez-vous {company} à un proche, de 0 (pas du tout probable) à 10 (très probable) ? Répondez simplement par un chiffre.',
    ],
    csat: [
      'Êtes-vous satisfait de {company}, de 1 (pas du tout) à 5 (tout à fait) ? Répondez simplement par un chiffre.',
      'Comment évaluez-vous l’aide que {company} vous a apportée ici, de 1 (très mauvaise) à 5 (excellente) ? Répondez simplement par un chiffre.',
    ],
    reminder: 'Petit rappel : votre avis nous intéresse toujours.',
    privacy: 'L’usage que nous faisons de votre réponse :',
    optOut: 'Vous ne souhaitez plus recevoir ces questions ? Répondez STOP.',
    thanks: {
      low: 'Merci pour votre franchise. Nous sommes désolés de ne pas avoir fait mieux.',
      middle: 'Merci pour votre réponse. Elle nous aide à progresser.',
      high: 'Merci beaucoup ! Cela nous fait très plaisir.',
    },
    freeText: 'Que pourrions-nous améliorer ?',
    optOutConfirmation: 'C’est noté. Vous ne recevrez plus ces questions.',
  },
};
