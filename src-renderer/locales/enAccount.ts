/** English: logging out and removing an account. */
export const enAccount = {
  account: {
    title: 'Account',
    menu: 'Account menu',
    add: 'Add account',
    openDemo: 'Open the demo',
    logOut: 'Log out',
    logOutTitle: 'Log out of @{{handle}}?',
    logOutHint:
      'Perch forgets the login of this account. Everything stored on this computer stays and opens without a login; nothing is read or sent until you log in again.',
    remove: 'Remove this account',
    removeTitle: 'Remove @{{handle}} from this computer?',
    deletes: {
      workspace: 'Conversations, drafts, notes and settings, with their copies: {{size}}',
      login: 'The login',
      cache: 'The picture cache of all accounts, which fills again by itself: {{size}}',
      unsent_one: '{{count}} reply that X doesn’t have yet',
      unsent_other: '{{count}} replies that X doesn’t have yet',
    },
    removeHint: 'All of this is deleted and can’t be brought back. Nothing is deleted on X.',
    typeHandle: 'Type {{handle}} to confirm:',
    removeForGood: 'Delete for good',
    removing: 'Deleting…',
  },
} as const;
