import type { Words } from './catalogue.ts';
import type { enGuardErrors, enGuards } from './enGuards.ts';

/** Dutch: errors of the guards. */
export const nlGuardErrors: Words<typeof enGuardErrors> = {
  guardRefused: {
    what: 'Dit openbare antwoord hoort eerder in een privébericht.',
    safe: 'Er is niets verstuurd; je tekst is bewaard.',
    todo: 'Pas het aan, verstuur het privé, of sta het toe.',
  },
  privateData: {
    what: 'Dit openbare antwoord lijkt {{found}} te bevatten.',
    safe: 'Er is niets verstuurd; je tekst is bewaard.',
    todo: 'Haal het weg, verstuur het privé, of sta het toe.',
  },
};

/** Dutch: what the guards say about a reply. */
export const nlGuards: Words<typeof enGuards> = {
  guards: {
    overrule: 'Toch toestaan',
    overruled: 'Toegestaan: je kunt dit antwoord versturen. Het wordt vastgelegd.',
    showAgain: 'Opnieuw tonen',
    sendPrivately: 'Privé versturen',
    stopped: 'Niet verstuurd. Sta het toe onder het veld, of verstuur het privé.',
    wrongChannel: {
      refersToPrivate: 'Dit verwijst naar een privébericht, maar iedereen kan het zien.',
      quotesPrivate: '“{{words}}” staat alleen in privéberichten, maar dit kan iedereen zien.',
      asksForData: 'Dit vraagt {{name}} om persoonsgegevens te plaatsen waar iedereen ze kan zien.',
    },
    nearDuplicate: {
      person: '{{name}} kreeg al bijna hetzelfde antwoord: {{time}}.',
      public: 'Bijna hetzelfde antwoord werd al openbaar geplaatst: {{time}}. X kan dat als spam zien.',
    },
    unseenMessage_one: '{{name}} schreef een bericht dat je nog niet hebt gezien.',
    unseenMessage_other: '{{name}} schreef {{count}} berichten die je nog niet hebt gezien.',
    foreignLink_one: '{{links}} is geen site van je bedrijf.',
    foreignLink_other: '{{links}} zijn geen sites van je bedrijf.',
  },
};
