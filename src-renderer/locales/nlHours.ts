import type { Words } from './catalogue.ts';
import type { enHours } from './enHours.ts';

/** Dutch: office hours, snoozes and what a check of X found. */
export const nlHours: Words<typeof enHours> = {
  officeHours: {
    title: 'Openingsuren',
    counts: 'Alleen openingsuren tellen',
    countsHint: 'Nachten, weekends en feestdagen tellen niet mee voor de antwoordtijd.',
    week: 'Week',
    weekHint: 'Bijvoorbeeld 9–12:30, 13:30–17. Laat een dag leeg als je gesloten bent.',
    emptyWeek: 'Zonder uren ben je de klok rond open.',
    closed: 'Gesloten',
    notUnderstood: 'Schrijf de uren als 9:00–17:00',
    overlaps: 'Deze uren overlappen',
    copyMonday: 'Zelfde uren van maandag tot vrijdag',
    timeZone: 'Tijdzone',
    timeZoneHint: 'Met zomer- en wintertijd wordt rekening gehouden.',
    ownZone: 'Deze computer: {{zone}}',
    unknownZone: 'Deze computer kent {{zone}} niet en gebruikt zijn eigen tijdzone.',
    holidays: 'Feestdagen',
    holidaysHint: 'De hele dag gesloten.',
    everyYear: 'elk jaar',
    addHoliday: 'Toevoegen',
    removeHoliday: '{{day}} verwijderen',
  },
  check: {
    checking: 'X wordt bekeken…',
    found_one: 'Net bekeken · {{count}} nieuw',
    found_other: 'Net bekeken · {{count}} nieuw',
    nothing: 'Net bekeken · Niets nieuws',
  },
  snooze: {
    untilReply: 'Tot ze antwoorden',
    either: 'Komt terug zodra ze schrijven, en anders op dat moment.',
    endedWithoutReply: 'Uitstel voorbij: geen antwoord',
    noReply: 'nog geen antwoord',
  },
};
