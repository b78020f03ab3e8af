/** English: what is promised to whom. */
export const enServiceLevels = {
  serviceLevels: {
    title: 'Service levels',
    hint: 'The first that fits a conversation counts, else the standard: “Reply within”, under Workspace.',
    sentence: '{{name}} ({{who}}): first reply within {{first}}, next within {{next}}',
    standardNext: 'Standard: next reply within',
    name: 'Name',
    channel: 'Channel',
    anyChannel: 'Any',
    tag: 'Tags',
    tagHint: 'With one of them; with none chosen, tags make no difference.',
    vip: 'Only VIPs',
    first: 'First reply within, in minutes',
    next: 'Next reply within, in minutes',
    new: 'New level',
    incomplete:
      'Needs a name that no other level has, a channel, a tag or VIPs, and minutes from 1 to 10,080.',
    add: 'Add level',
    change: 'Save level',
    giveUp: 'Cancel',
    edit: 'Edit {{name}}',
    up: 'Move {{name}} up',
    remove: 'Remove {{name}}',
    standard: 'Standard',
    due: { first: '{{level}}: first reply within {{time}}', next: '{{level}}: next reply within {{time}}' },
  },
} as const;
