import type { Words } from './catalogue.ts';
import type { enWeeklyReport } from './enWeeklyReport.ts';

/** Dutch: the report that is written every week by itself. */
export const nlWeeklyReport: Words<typeof enWeeklyReport> = {
  weeklyReport: {
    title: 'Weekrapport',
    folder: 'Map',
    none: 'Kies een map; daar wordt elke week het werkrapport bewaard, als pdf en als tabel (csv). Zonder map staat dit uit.',
    waits: '{{folder}}: nog niets bewaard.',
    written: '{{folder}}: {{name}} is bewaard, {{time}}.',
    failed: '{{folder}}: het rapport kon niet worden bewaard ({{time}}). Perch probeert het elk uur opnieuw.',
    day: 'Dag',
    dayHint:
      'Het rapport gaat over de laatste volledige week, van maandag tot en met zondag. Een gemist rapport wordt na de volgende start bewaard.',
    hour: 'Tijdstip',
    hourHint: 'In de tijdzone van de openingsuren.',
    notSaved: 'Het weekrapport is niet bewaard.',
    triedAgain: 'Perch probeert het elk uur opnieuw.',
    retry: 'Nu opnieuw proberen',
  },
};
