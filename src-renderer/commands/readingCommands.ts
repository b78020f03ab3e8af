/** How the ids of commands begin that change nothing in the workspace. */
const beginnings = [
  'list.',
  'search.focus',
  'find.',
  'view.',
  'screen.',
  'message.copyLink',
  'message.openOnX',
  'hit.openOnX',
  'person.toggle',
  'conversation.print',
  'conversation.export',
  'conversation.savePdf',
  'library.export',
  'reports.',
  'palette.',
  'help.',
  'settings.',
  'network.',
  'rail.',
  'theme.',
  'density.',
  'quiet.',
  'account.open',
  'workspace.',
];

/** Whether a command is there while a workspace is only read; one that is new is not, until it is named here. */
export const isOfReading = (id: string): boolean => beginnings.some((beginning) => id.startsWith(beginning));
