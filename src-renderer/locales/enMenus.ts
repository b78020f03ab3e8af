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
    delete: 'Delete post…',
    hide: 'Hide reply…',
    unhide: 'Show reply again…',
    mute: 'Mute {{name}}…',
    unmute: 'Unmute {{name}}…',
    blockDms: 'Block private messages…',
    unblockDms: 'Allow private messages again…',
    hidden: 'hidden on X',
  },
  moderation: {
    price: 'X charges about {{price}} for this.',
    busy: 'Asking X…',
    delete: {
      title: 'Delete this post on X?',
      effect: 'It disappears on X for everyone and its text is erased here. This can’t be undone.',
      doIt: 'Delete post',
    },
    hide: {
      title: 'Hide this reply on X?',
      effect: 'On X it moves behind “hidden replies” below your post. It stays here.',
      doIt: 'Hide reply',
    },
    unhide: {
      title: 'Show this reply on X again?',
      effect: 'Everyone sees it below your post again.',
      doIt: 'Show reply',
    },
    mute: {
      title: 'Mute {{name}}?',
      effect:
        'On X you no longer see their posts and get no notifications about them; they don’t learn of it. Perch keeps showing what they write to you.',
      doIt: 'Mute',
    },
    unmute: { title: 'Unmute {{name}}?', effect: 'You see their posts on X again.', doIt: 'Unmute' },
    blockDms: {
      title: 'Block private messages from {{name}}?',
      effect:
        'They can no longer message you in private; in public they still can. X lets no app block people entirely: for that, open their profile on X.',
      doIt: 'Block messages',
    },
    unblockDms: {
      title: 'Allow private messages from {{name}} again?',
      effect: 'They can message you in private again.',
      doIt: 'Allow messages',
    },
  },
  print: {
    print: 'Print conversation',
    savePdf: 'Save conversation as PDF…',
    title: 'Conversation with {{name}}',
    with: 'With {{name}} (@{{handle}})',
    range_one: '{{formatted}} message, {{from}} – {{to}}',
    range_other: '{{formatted}} messages, {{from}} – {{to}}',
    by: 'Printed by {{agent}} with Perch, {{time}}',
    state: {
      held: 'not sent yet',
      queued: 'not sent yet',
      waiting: 'not sent yet',
      sending: 'being sent',
      refused: 'not sent',
      unknown: 'may have been sent',
      stopped: 'held',
    },
  },
} as const;
