/** English: backups. */
export const enBackups = {
  backups: {
    title: 'Backups',
    daily: 'Once a day, on this computer',
    dailyHint: 'Each is checked. Perch keeps the newest three, and one of each of the four weeks before.',
    make: 'Back up now',
    making: 'Backing up…',
    restore: 'Restore…',
    restoreOf: 'Restore the backup of {{time}}',
    checking: 'Checking…',
    restoreYes: 'Restore',
    holds_one: 'This backup has {{formatted}} message, of {{newest}}.',
    holds_other: 'This backup has {{formatted}} messages, the newest of {{newest}}.',
    holdsNone_one: 'This backup has no messages.',
    holdsNone_other: 'This backup has no messages.',
    missingMessages_one: '{{formatted}} message is not in it; X can give back only recent ones.',
    missingMessages_other: '{{formatted}} messages are not in it; X can give back only recent ones.',
    missingActivities_one: '{{formatted}} thing that you did since is not in it either.',
    missingActivities_other: '{{formatted}} things that you did since are not in it either.',
    wayBack: 'The workspace as it is now becomes a backup itself.',
  },
} as const;
