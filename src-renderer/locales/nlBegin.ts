import type { Words } from './catalogue.ts';
import type { enBegin } from './enBegin.ts';

/** Dutch: what a new account costs and how far back it begins. */
export const nlBegin: Words<typeof enBegin> = {
  begin: {
    title: 'Voordat Perch @{{handle}} leest',
    intro: 'X rekent voor alles wat Perch leest. Er is nog geen bericht en geen post gelezen.',
    from: 'Vanaf wanneer moet Perch beginnen?',
    fromHint: 'Oudere berichten die meekomen blijven leesbaar, maar wachten niet in je wachtrij.',
    choice: {
      today: 'Vandaag',
      days3: 'De laatste 3 dagen',
      days7: 'De laatste 7 dagen',
      all: 'Alles wat X nog toont',
    },
    counting: 'X wordt gevraagd…',
    about: 'ongeveer {{usd}}',
    upTo: 'hooguit {{usd}}',
    between: '{{least}} tot {{most}}',
    costFrom: 'vanaf {{usd}}',
    unknownCost: 'onbekend',
    nothing: 'niets',
    mentions_one: '{{number}} vermelding',
    mentions_other: '{{number}} vermeldingen',
    dms_one: '{{number}} privébericht',
    dms_other: '{{number}} privéberichten',
    ownPosts_one: '{{number}} post van jou',
    ownPosts_other: '{{number}} posts van jou',
    dmsUnknown: 'privéberichten: onbekend',
    aboutNumber: 'ongeveer {{number}}',
    upToNumber: 'hooguit {{number}}',
    betweenNumbers: '{{least}} tot {{most}}',
    costs: 'Kosten',
    perDay: 'Daarna elke dag: {{cost}}',
    perDayAndMonth: 'Daarna elke dag: {{cost}}; per maand: {{month}}',
    checks: 'hooguit {{usd}} om verwijderde posts te vinden',
    none: 'niets',
    dmsUnknownHint:
      'X zegt niet hoeveel privéberichten er zijn. Perch kan de nieuwste 20 lezen en het daaruit berekenen; ze kosten vandaag niet nog eens geld.',
    countDms: 'Berekenen (hooguit {{price}})',
    basis: {
      unknown:
        'Vermeldingen en posts zoals X ze over de laatste 7 dagen telt. Schattingen; de factuur van X is bepalend.',
      projected:
        'Vermeldingen en posts zoals X ze over de laatste 7 dagen telt; privéberichten berekend uit de nieuwste 20. X rekent de nieuwste 20 privéberichten elke dag opnieuw. Schattingen; de factuur van X is bepalend.',
      counted:
        'Vermeldingen en posts zoals X ze over de laatste 7 dagen telt; privéberichten allemaal geteld. X rekent de nieuwste 20 privéberichten elke dag opnieuw. Schattingen; de factuur van X is bepalend.',
    },
    notCounted: 'X gaf geen telling; alleen de grenzen van X zijn bekend',
    cap: 'Maandlimiet (Amerikaanse dollar)',
    capHint:
      'Bij de limiet stopt Perch met lezen tot de volgende maand; antwoorden gaan door. Leeg: geen limiet.',
    hours: { weekdays: 'Ma–vr, 9–17', always: 'Altijd' },
    hoursHint: 'Alleen deze tellen voor de reactietijd. Wijzig ze bij Instellingen.',
    nameHint: 'Voor je collega’s op deze computer. Klanten zien hem niet.',
    start: 'Beginnen met lezen',
    starting: 'Perch begint…',
    later: 'Nu niet',
  },
};
