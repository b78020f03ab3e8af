import type { Words } from './catalogue.ts';
import type { enBackups } from './enBackups.ts';

/** Dutch: backups. */
export const nlBackups: Words<typeof enBackups> = {
  backups: {
    title: 'Back-ups',
    daily: 'Eén keer per dag, op deze computer',
    dailyHint:
      'Elke back-up wordt gecontroleerd. Perch bewaart de nieuwste drie, en één van elk van de vier weken daarvoor.',
    make: 'Nu een back-up maken',
    making: 'Bezig met de back-up…',
    restore: 'Terugzetten…',
    restoreOf: 'De back-up van {{time}} terugzetten',
    checking: 'Controleren…',
    restoreYes: 'Terugzetten',
    holds_one: 'In deze back-up zit {{formatted}} bericht, van {{newest}}.',
    holds_other: 'In deze back-up zitten {{formatted}} berichten, het nieuwste van {{newest}}.',
    holdsNone_one: 'In deze back-up zitten geen berichten.',
    holdsNone_other: 'In deze back-up zitten geen berichten.',
    missingMessages_one: '{{formatted}} bericht zit er niet in; X kan alleen recente teruggeven.',
    missingMessages_other: '{{formatted}} berichten zitten er niet in; X kan alleen recente teruggeven.',
    missingActivities_one: 'Ook {{formatted}} handeling van jullie van daarna zit er niet in.',
    missingActivities_other: 'Ook {{formatted}} handelingen van jullie van daarna zitten er niet in.',
    wayBack: 'De werkruimte zoals die nu is, wordt zelf een back-up.',
  },
};
