/** English: the report that is written every week by itself. */
export const enWeeklyReport = {
  weeklyReport: {
    title: 'Weekly report',
    folder: 'Folder',
    none: 'Choose a folder, and each week’s work report is saved there, as a PDF and as a table (CSV). Off without one.',
    waits: '{{folder}}: nothing saved yet.',
    written: '{{folder}}: {{name}} saved {{time}}.',
    failed: '{{folder}}: the report couldn’t be saved at {{time}}. Perch tries again every hour.',
    day: 'Day',
    dayHint:
      'The report covers the last full week, Monday to Sunday. A report that was missed is saved after the next start.',
    hour: 'Time',
    hourHint: 'In the time zone of the office hours.',
    notSaved: 'The weekly report isn’t saved.',
    triedAgain: 'Perch tries again every hour.',
    retry: 'Try again now',
  },
} as const;
