import type { Words } from './catalogue.ts';
import type { enWorkReport } from './enWorkReport.ts';

/** Dutch: the report on the work. */
export const nlWorkReport: Words<typeof enWorkReport> = {
  workReport: {
    part: 'Rapport over',
    parts: { work: 'Werk', surveys: 'Enquêtes' },
    name: 'Werkrapport',
    hint: 'Hoeveel er binnenkwam, hoe snel jullie antwoordden en wat nog openstaat',
    datesHint: 'Leeg betekent nu. Labels en talen zijn altijd die van nu.',
    nothing: 'Geen berichten, antwoorden of afgeronde gesprekken in deze periode',
    nothingHint: 'Kies een langere periode, of druk op <k>view.queue</k> om naar de wachtrij te gaan.',
    showCases: '{{label}}: {{value}}. Gesprekken tonen',
    someCases: '{{shown}} van {{total}} staan hier.',
    missed: 'gemist',
    volume: 'Volume',
    before: '{{value}} in de periode ervoor',
    figures: {
      opened: 'Nieuwe gesprekken',
      reopened: 'Heropend',
      received: 'Ontvangen berichten',
      replies: 'Antwoorden',
      firstReply: 'Eerste antwoorden',
      nextReply: 'Volgende antwoorden',
      firstTarget: 'Streeftijden voor eerste antwoorden',
      nextTarget: 'Streeftijden voor volgende antwoorden',
      resolved: 'Afgerond',
      fromLibrary: 'Antwoorden uit de bibliotheek',
      fromReplies: 'Antwoorden op basis van eerdere',
      reused: 'Antwoorden met hergebruikte tekst',
    },
    number: 'Aantal',
    medianBefore: 'Ervoor',
    sheet: {
      gaps_one: '{{formatted}} gat kan deze cijfers veranderen',
      gaps_other: '{{formatted}} gaten kunnen deze cijfers veranderen',
      changes_one: '{{formatted}} wijziging van instellingen in deze periode',
      changes_other: '{{formatted}} wijzigingen van instellingen in deze periode',
    },
    times: {
      title: 'Tijden',
      firstReply: 'Eerste antwoord',
      nextReply: 'Volgend antwoord',
      resolved: 'Tijd tot afronding',
    },
    cases: { firstReply: 'Eerste antwoorden', nextReply: 'Volgende antwoorden', resolved: 'Afgerond' },
    median: 'Mediaan',
    p90: '90 % binnen',
    noInterval: 'Te weinig voor een interval',
    inTarget: 'Op tijd',
    targetsMet: '{{hits}} van {{cases}} streeftijden gehaald',
    verdict: {
      time: {
        higher: 'Langer dan in de periode ervoor: toen {{before}}',
        lower: 'Korter dan in de periode ervoor: toen {{before}}',
        chance: '{{before}} in de periode ervoor: het verschil kan toeval zijn',
        tooFew: '{{before}} in de periode ervoor: te weinig om te vergelijken',
      },
      share: {
        higher: 'Hoger dan in de periode ervoor: toen {{before}}',
        lower: 'Lager dan in de periode ervoor: toen {{before}}',
        chance: '{{before}} in de periode ervoor: het verschil kan toeval zijn',
        tooFew: '{{before}} in de periode ervoor: te weinig om te vergelijken',
      },
    },
    doubts: {
      gaps_one: '{{formatted}} gat kan dit veranderen',
      gaps_other: '{{formatted}} gaten kunnen dit veranderen',
      officeHours: 'De openingsuren zijn in deze periode veranderd',
      targets: 'De streeftijden zijn in deze periode veranderd',
      withoutTarget_one: '{{formatted}} antwoord zonder vastgelegde streeftijd telt niet mee',
      withoutTarget_other: '{{formatted}} antwoorden zonder vastgelegde streeftijd tellen niet mee',
    },
    overTime: {
      backlog: 'Openstaand werk in de tijd',
      messages: 'Berichten in de tijd',
      conversations: 'Gesprekken in de tijd',
    },
    counts: {
      unresolved: 'Niet afgerond',
      waiting: 'Wacht op jullie',
      received: 'Ontvangen',
      replies: 'Antwoorden',
      opened: 'Nieuw',
      resolved: 'Afgerond',
    },
    linesNamed: 'Van {{from}} tot {{to}}; aan het einde: {{first}}, {{second}}',
    hours: 'Drukste uren',
    hour: 'Uur',
    hoursNamed: 'Drukst: {{day}} {{hour}}, {{number}}',
    noHours: 'In geen enkel uur',
    groups: { agent: 'Medewerker', tag: 'Label', channel: 'Kanaal', language: 'Taal', rule: 'Regel' },
    none: {
      agent: 'Niemand, of buiten Perch',
      tag: 'Geen label',
      channel: 'Onbekend',
      language: 'Onbekend',
      rule: 'Geen regel',
    },
    around: 'Kosten, hergebruik en overstappen',
    costs: 'Uitgegeven aan X',
    perResolved: '{{sum}} per afgerond gesprek',
    reuse: 'Hergebruik',
    reusedFrom: { fromLibrary: 'Uit de bibliotheek', fromReplies: 'Uit eerdere antwoorden' },
    ofReplies: '{{hits}} van {{cases}} antwoorden',
    handovers: 'Gelukte overstappen',
    unknown: {
      title: 'Wat deze cijfers niet weten',
      couldChange: 'Dit kan veranderen: {{figures}}.',
      officeHours: 'De openingsuren zijn veranderd op {{time}}. Tijden tellen in de openingsuren van toen.',
      targets: 'De streeftijden zijn veranderd op {{time}}. Voor elk antwoord geldt de streeftijd van toen.',
      both: 'De openingsuren en streeftijden zijn veranderd op {{time}}. Voor elk antwoord gelden die van toen.',
      erasures_one:
        '{{formatted}} keer gewist sinds de eerste dag: wat gewist is, zit in geen enkel cijfer meer.',
      erasures_other:
        '{{formatted}} keer gewist sinds de eerste dag: wat gewist is, zit in geen enkel cijfer meer.',
    },
    means: {
      title: 'Wat de cijfers betekenen',
      names: {
        opened: 'Gesprekken',
        firstReply: 'Eerste antwoord',
        nextReply: 'Volgend antwoord',
        inTarget: 'Op tijd',
        resolved: 'Afgerond',
        backlog: 'Openstaand werk',
        reuse: 'Hergebruik',
        around: 'Kosten en overstappen',
        compared: 'Periode ervoor',
        intervals: 'Intervallen',
      },
      opened:
        'Een nieuw gesprek begint met zijn eerste bericht, van wie het ook is. Heropend zijn afgeronde gesprekken die weer opengingen. Antwoorden zijn van jullie team, in Perch of elders; enquêtes tellen niet.',
      firstReply:
        'Van het eerste bericht zonder antwoord tot het antwoord, in de openingsuren van toen. Is er een streeftijd vastgelegd, dan zonder de tijd waarin het gesprek uitgesteld was of op de klant wachtte.',
      nextReply:
        'Hetzelfde voor elk later antwoord waarop iemand wachtte. Wachten dat zonder antwoord is afgehandeld, telt nergens.',
      inTarget:
        'Vastgelegd zodra een antwoord zijn streeftijd haalde, of de streeftijd zonder antwoord voorbijging, volgens het serviceniveau en de openingsuren van toen. Het telt in de periode waarin dat vaststond.',
      resolved:
        'Van de opening, of de laatste heropening, tot de afronding, in de openingsuren van toen. Wat ongedaan is gemaakt, of al voorbij was voor Perch, telt niet.',
      backlog:
        'Aan het einde van elke dag, week of maand: gesprekken die niet zijn afgerond, en die waarin iemand op jullie wacht.',
      reuse:
        'Antwoorden waarin een standaardantwoord is ingevoegd of een eerder antwoord dat Perch voorstelde, hoeveel er daarna ook aan is veranderd.',
      around:
        'Kosten zijn schattingen met de prijzen van toen. Een overstap is gelukt als er een privébericht volgde.',
      compared:
        'Evenveel dagen net ervoor. “Kan toeval zijn” betekent dat de intervallen van twee medianen elkaar overlappen, of dat een toets van twee aandelen 5 % of meer geeft.',
      intervals:
        '95 %: van medianen tussen twee rangnummers, van aandelen volgens Wilson. Delen overlappen elkaar als een gesprek meerdere labels of regels heeft.',
    },
  },
};
