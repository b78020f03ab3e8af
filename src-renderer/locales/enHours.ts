/** English: office hours. */
export const enHours = {
  officeHours: {
    title: 'Office hours',
    counts: 'Count office hours only',
    countsHint: 'Nights, weekends and holidays don’t count towards the time to reply.',
    week: 'Week',
    weekHint: 'Such as 9–12:30, 13:30–17. Leave a day empty if you are closed.',
    emptyWeek: 'Without hours, you are open around the clock.',
    closed: 'Closed',
    notUnderstood: 'Write hours like 9:00–17:00',
    overlaps: 'These hours overlap',
    copyMonday: 'Same hours Monday to Friday',
    timeZone: 'Time zone',
    timeZoneHint: 'Clock changes are taken into account.',
    ownZone: 'This computer: {{zone}}',
    unknownZone: 'This computer doesn’t know {{zone}}, so its own time zone applies.',
    holidays: 'Holidays',
    holidaysHint: 'Closed all day.',
    everyYear: 'every year',
    addHoliday: 'Add',
    removeHoliday: 'Remove {{day}}',
  },
} as const;
