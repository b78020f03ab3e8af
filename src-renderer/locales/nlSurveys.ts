import type { Words } from './catalogue.ts';
import type { enSurveys } from './enSurveys.ts';

/** Dutch: asking people how they found the help they got. */
export const nlSurveys: Words<typeof enSurveys> = {
  surveys: {
    ask: 'Enquête versturen',
    title: 'Enquête versturen',
    scale: 'Vraag',
    scales: { csat: 'Tevredenheid (1–5)', nps: 'Aanbeveling (0–10)' },
    wording: 'Formulering',
    preview: 'Wat de klant ziet, in een privébericht',
    price: 'X rekent er {{price}} voor.',
    send: 'Enquête versturen',
    resolveAndSend: 'Afronden en enquête versturen',
    notNow: 'Nu niet:',
    possibleFrom: 'Kan vanaf {{time}}.',
    onlyOpen: 'Het gesprek wordt eerst afgerond.',
    reasons: {
      noPrivateChannel: 'De klant heeft je nog geen privébericht gestuurd, of kan er van jou geen krijgen.',
      askedRecently: 'De klant kreeg nog niet zo lang geleden een enquête.',
      openMatter: 'Een gesprek met de klant is nog niet afgerond.',
      angryEnding: 'De laatste woorden van de klant waren boos.',
      optedOut: 'De klant wil geen enquêtes.',
      night: 'Waar de klant woont, is het nu geen tijd voor enquêtes.',
      capReached: 'Dat kost meer dan er van je maandlimiet over is.',
      replyLimit: 'X laat nu nog maar weinig privéberichten toe; die blijven voor antwoorden.',
      unsentReply: 'Een antwoord aan de klant is nog niet verstuurd.',
      refusedByX: 'X heeft de enquête niet aangenomen.',
    },
    system: {
      surveySent: 'Enquête verstuurd',
      surveyCancelled: 'Enquête geannuleerd',
      surveyRefused: 'Enquête niet verstuurd',
      surveyOptedOut: 'Wil geen enquêtes meer',
      surveyOptedIn: 'Wil weer enquêtes',
      lowScore: 'Terug in de wachtrij: lage score, {{score}} van {{of}}',
      lowScoreNot: 'Terug in de wachtrij voor een collega van {{agent}}: lage score, {{score}} van {{of}}',
    },
  },
};
