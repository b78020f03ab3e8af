/** Dutch: errors of crisis mode. */
export const nlCrisisErrors = {
  crisisRunning: {
    what: 'De crisismodus staat al aan: “{{name}}”.',
    safe: 'Er is niets gewijzigd.',
    todo: 'Werk verder in het lopende incident.',
  },
  crisisEnded: {
    what: 'Dit incident is afgesloten: “{{name}}”.',
    safe: 'Logboek en verklaring zijn ongewijzigd.',
    todo: 'Start de crisismodus opnieuw als het verdergaat.',
  },
};

/** Dutch: crisis mode. */
export const nlCrisis = {
  crisis: {
    command: 'Crisismodus…',
    start: 'Crisismodus starten',
    effect:
      'Tot u de crisismodus beëindigt, gaat er geen enquête uit en kan niemand standaardantwoorden gebruiken die een toezegging zijn. Er wordt niets vanzelf verstuurd. Iedereen in deze werkruimte ziet het.',
    titleField: 'Wat er aan de hand is',
    titleHint: 'Bijvoorbeeld “Betalen lukt niet sinds 14.00 uur”',
    statement: 'Voorlopige verklaring',
    statementHint:
      'Wat iedereen die schrijft te horen krijgt tot er meer bekend is. {firstName} wordt de voornaam.',
    running: 'Crisismodus: {{title}}',
    banner: 'Crisismodus: {{title}}.',
    frozen: 'Enquêtes en toezeggingen liggen stil.',
    show: 'Incident tonen',
    since: 'Sinds {{time}}, gestart door {{agent}}.',
    heldBack_one: '{{count}} enquête tegengehouden.',
    heldBack_other: '{{count}} enquêtes tegengehouden.',
    noteKind: 'Aan het logboek toevoegen',
    note: 'Notitie',
    addNote: 'Toevoegen',
    log: 'Logboek',
    more_one: '{{count}} oudere notitie wordt niet getoond.',
    more_other: '{{count}} oudere notities worden niet getoond.',
    rolesTitle: 'Rollen',
    nobody: 'Niemand',
    addWording: 'Formulering toevoegen',
    saveStatement: 'Verklaring opslaan',
    wording: 'Formulering {{number}}',
    removeWording: 'Formulering {{number}} verwijderen',
    handBack: 'Overdracht',
    handBackHint: 'Komt in het logboek: wat nu geldt en wat er nog te doen is',
    end: 'Crisismodus beëindigen',
    endQuestion: 'Enquêtes en toezeggingen gaan weer verder zoals voorheen.',
    ended: 'De crisismodus is beëindigd',
    insert: 'Voorlopige verklaring invoegen',
    roles: {
      lead: 'Leiding',
      communications: 'Communicatie',
      log: 'Houdt het logboek bij',
    },
    languages: {
      en: 'Engels',
      nl: 'Nederlands',
      fr: 'Frans',
    },
    kinds: {
      fact: 'Bekend geworden',
      decision: 'Besloten',
      started: 'Crisismodus gestart',
      statementChanged: 'Voorlopige verklaring gewijzigd',
      alertSeen: 'Waarschuwing: {{posts}} berichten in 10 minuten, normaal {{usual}}',
      ended: 'Crisismodus beëindigd',
    },
  },
};
