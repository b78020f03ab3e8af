/** The texts of the shell: menu, notifications, the dialog after repeated crashes, the page at the end of a login. */
export const en = {
  file: 'File',
  edit: 'Edit',
  view: 'View',
  conversation: 'Conversation',
  windowMenu: 'Window',
  help: 'Help',
  settings: 'Settings…',
  palette: 'Command palette…',
  search: 'Search',
  closeWorkspace: 'Close workspace',
  quit: 'Quit Perch',
  reply: 'Reply in public',
  privateMessage: 'Private message',
  resolve: 'Resolve',
  next: 'Next conversation',
  previous: 'Previous conversation',
  queue: 'Queue',
  keys: 'Keyboard shortcuts',
  newConversation: 'New conversation',
  /** `{count}` stands for how many. */
  newConversations: '{count} new conversations',
  openPerch: 'Open Perch to see them.',
  /** `{count}` stands for how many. */
  waiting: '{count} waiting',
  pageFell: 'The window of Perch keeps failing. Everything stored is safe.',
  tryAgain: 'Try again',
  leaveIt: 'Not now',
  loginDone: 'You are logged in',
  loginDoneBody: 'Perch has got the answer from X. You can close this page and go back to Perch.',
};

export type Texts = Readonly<typeof en>;
