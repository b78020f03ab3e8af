/** French: errors of crisis mode. */
export const frCrisisErrors = {
  crisisRunning: {
    what: 'Le mode crise est déjà activé : « {{name}} ».',
    safe: 'Rien n’a été modifié.',
    todo: 'Continuez dans l’incident en cours.',
  },
  crisisEnded: {
    what: 'Cet incident est clos : « {{name}} ».',
    safe: 'Son journal et sa déclaration restent tels quels.',
    todo: 'Relancez le mode crise s’il se poursuit.',
  },
};
