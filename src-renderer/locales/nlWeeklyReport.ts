import type { Words } from './catalogue.ts';
import type { enWeeklyReport } from './enWeeklyReport.ts';

/** Dutch: the report that is written every week by itself. */
export const nlWeeklyReport: Words<typeof enWeeklyReport> = {
  weeklyReport: {
    title: 'Weekrapport',
    folder: 'Map',
    none: 'Kies een map; daar wordt elke week het werkrapport opgeslagen, als pdf en als tabel (csv). Zonder map staat dit uit.',
    waits: '{{folder}}: nog niets opgeslagen.',
    written: '{{folder}}: {{name}} is opgeslagen, {{time}}.',
    failed:
      '{{folder}}: het rapport kon niet worden opgeslagen ({{time}}). Perch probeert het elk uur opnieuw.',
    day: 'Dag',
    dayHint:
      'Het rapport gaat over de laatste volledige week, van maandag tot en met zondag. Een gemist rapport wordt na de volgende start opgeslagen.',
    hour: 'Tijdstip',
    hourHint: 'In de tijdzone van de openingsuren.',
    notSaved: 'Het weekrapport is niet opgeslagen.',
    triedAgain: 'Perch probeert het elk uur opnieuw.',
    retry: 'Nu opnieuw proberen',
  },
};
