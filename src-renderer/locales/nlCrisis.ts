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
