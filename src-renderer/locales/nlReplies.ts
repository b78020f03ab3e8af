import type { Words } from './catalogue.ts';
import type { enReplies } from './enReplies.ts';

/** Dutch: how replies are written. */
export const nlReplies: Words<typeof enReplies> = {
  initials: {
    added: 'Eindigt met je initialen: {{mark}}',
  },
  mentions: {
    to: 'Antwoord aan {{names}}',
    choose: 'Kies wie in dit antwoord wordt vermeld',
    left_one: '{{count}} weggelaten',
    left_other: '{{count}} weggelaten',
    always: 'altijd vermeld',
  },
  moved: {
    tooMany:
      'Verplaatst naar het privébericht, niet verstuurd: X neemt daar één afbeelding aan. Verwijder de andere en verstuur dan.',
    undescribed:
      'Verplaatst naar het privébericht, niet verstuurd: beschrijf eerst de afbeelding, of verstuur haar zoals ze is.',
  },
  replySettings: {
    title: 'Antwoorden',
    initials: 'Je initialen',
    initialsHint: 'Iedere medewerker heeft eigen initialen. Laat leeg om ze van je naam te nemen.',
    initialsAdvice: 'hoogstens {{limit}} letters of cijfers, zonder spaties',
    signPublic: 'Initialen onder openbare antwoorden',
    signPublicHint: 'Elk openbaar antwoord eindigt met {{mark}}; dat telt mee voor de lengte.',
    signDm: 'Initialen onder privéberichten',
    signDmHint: 'Elk privébericht eindigt met {{mark}}.',
    languages: 'Talen waarin je antwoordt',
    languagesHint:
      'Bij het antwoordveld staat in welke van deze talen een klant schrijft, en wanneer je antwoord in een andere is.',
  },
};
