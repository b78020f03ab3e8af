import type { Words } from './en.ts';

export const nl: Words = {
  file: 'Bestand',
  edit: 'Bewerken',
  view: 'Beeld',
  conversation: 'Gesprek',
  windowMenu: 'Venster',
  help: 'Help',
  settings: 'Instellingen…',
  palette: 'Opdrachten…',
  search: 'Zoeken',
  closeWorkspace: 'Werkruimte sluiten',
  quit: 'Perch afsluiten',
  reply: 'Openbaar antwoorden',
  privateMessage: 'Privébericht',
  resolve: 'Afronden',
  next: 'Volgend gesprek',
  previous: 'Vorig gesprek',
  queue: 'Wachtrij',
  keys: 'Sneltoetsen',
  newConversation: 'Nieuw gesprek',
  newConversations: '{count} nieuwe gesprekken',
  openPerch: 'Open Perch om ze te zien.',
  waiting: '{count} wachtend',
  loginDone: 'Je bent ingelogd',
  loginDoneBody:
    'Perch heeft het antwoord van X gekregen. Je kunt deze pagina sluiten en teruggaan naar Perch.',
};
