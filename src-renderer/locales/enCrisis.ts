/** English: errors of crisis mode. */
export const enCrisisErrors = {
  crisisRunning: {
    what: 'Crisis mode is on already: “{{name}}”.',
    safe: 'Nothing was changed.',
    todo: 'Work on in the incident that is running.',
  },
  crisisEnded: {
    what: 'This incident has ended: “{{name}}”.',
    safe: 'Its log and statement are as they were.',
    todo: 'Start crisis mode again if it goes on.',
  },
};
