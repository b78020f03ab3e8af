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

/** English: crisis mode. */
export const enCrisis = {
  crisis: {
    command: 'Crisis mode…',
    start: 'Start crisis mode',
    effect:
      'No survey goes out and canned responses that are promises can’t be used until you end it. Nothing is sent by itself. Everyone in this workspace sees it.',
    titleField: 'What happened',
    titleHint: 'Such as “Payments fail since 14:00”',
    statement: 'Holding statement',
    statementHint:
      'What everyone who writes is told until more is known. {firstName} becomes the first name.',
    running: 'Crisis mode: {{title}}',
    banner: 'Crisis mode: {{title}}.',
    frozen: 'Surveys and promises are frozen.',
    show: 'Show the incident',
    since: 'Since {{time}}, started by {{agent}}.',
    heldBack_one: '{{count}} survey held back.',
    heldBack_other: '{{count}} surveys held back.',
    noteKind: 'Add to the log',
    note: 'Entry',
    addNote: 'Add entry',
    log: 'Log',
    more_one: '{{count}} older entry isn’t shown.',
    more_other: '{{count}} older entries aren’t shown.',
    rolesTitle: 'Roles',
    nobody: 'Nobody',
    addWording: 'Add a wording',
    saveStatement: 'Save statement',
    wording: 'Wording {{number}}',
    removeWording: 'Remove wording {{number}}',
    handBack: 'Hand-back',
    handBackHint: 'Goes into the log: what holds now, and what is left to do',
    end: 'End crisis mode',
    endQuestion: 'Surveys and promises go on as before.',
    ended: 'Crisis mode has ended',
    insert: 'Insert the holding statement',
    roles: {
      lead: 'Lead',
      communications: 'Communications',
      log: 'Keeps the log',
    },
    languages: {
      en: 'English',
      nl: 'Dutch',
      fr: 'French',
    },
    kinds: {
      fact: 'Became known',
      decision: 'Decided',
      started: 'Crisis mode started',
      statementChanged: 'Holding statement changed',
      alertSeen: 'Alert: {{posts}} posts in 10 minutes, usually {{usual}}',
      ended: 'Crisis mode ended',
    },
  },
};
