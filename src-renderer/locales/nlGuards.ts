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

/** Dutch: what the guards say about a reply, and their settings. */
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
  guardSettings: {
    title: 'Bewaking',
    add: 'Toevoegen',
    remove: '{{entry}} verwijderen',
    codes: {
      personalData: 'Persoonsgegevens',
      wrongChannel: 'Verkeerd kanaal',
      nearDuplicate: 'Herhaalde antwoorden',
      unseenMessage: 'Ongeziene berichten',
      foreignLink: 'Vreemde links',
      price: 'Prijs van links',
    },
    hints: {
      personalData:
        'Houdt een openbaar antwoord tegen met een telefoonnummer, adres, rekening, kaart of klantnummer.',
      wrongChannel:
        'Houdt een openbaar antwoord tegen dat een privébericht herhaalt of om persoonsgegevens vraagt.',
      nearDuplicate:
        'Waarschuwt als deze persoon hetzelfde kreeg in de laatste 30 dagen, of iedereen in de laatste tien minuten.',
      unseenMessage: 'Waarschuwt als de ander iets schreef dat je nog niet hebt gezien.',
      foreignLink: 'Waarschuwt voor links naar sites die niet van je bedrijf zijn.',
      price: 'Vertelt scripts wat een link met de prijs doet. Onder het antwoordveld staat het altijd.',
    },
    figures: {
      title: 'In de laatste 30 dagen',
      refused: 'Tegengehouden',
      heeded: 'Opgevolgd',
      overruled: 'Toch toegestaan',
      hint: 'Opgevolgd: het antwoord is aangepast, verplaatst of nagekeken tot er niets meer tegen was. Wat vaak toch wordt toegestaan, is vals alarm: geef hieronder meer aan, of schakel die bewaking uit.',
      none: 'In de laatste 30 dagen kreeg geen verstuurd antwoord een waarschuwing.',
    },
    countries: 'Landen van je klanten',
    countriesHint:
      'Van welke landen Perch telefoonnummers kent, als twee letters. Zonder landen beslist je tijdzone.',
    patterns: 'Je eigen nummers',
    patternsHint: '# is een cijfer, ? een letter, * allebei, + herhaalt: KL-#### vindt KL-4711 en kl4711.',
    patternName: 'Naam',
    pattern: 'Patroon',
    test: 'Probeer de patronen op een tekst',
    found: 'Gevonden: {{list}}',
    foundNothing: 'Niets gevonden',
    links: 'Sites van je bedrijf',
    linksHint: 'Alles eronder telt ook. Perch leert ook van je eigen posts.',
    publicData: 'Je openbare contactgegevens',
    publicDataHint:
      'Telefoonnummers en adressen die iedereen mag zien; @example.com staat voor alle e-mailadressen daar.',
  },
};
