/** English: the context menus of messages and rows. */
export const enMenus = {
  menu: {
    message: 'Message from {{name}}',
    conversation: 'Conversation with {{name}}',
    more: 'More actions',
    copySelection: 'Copy selection',
    copyText: 'Copy text',
    copyPostLink: 'Copy link to the post',
    copyPersonLink: 'Copy link to the profile',
    setPending: 'Set to “Waiting for them”',
  },
} as const;
