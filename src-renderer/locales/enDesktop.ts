/** English: Perch on the desktop. */
export const enDesktop = {
  desktop: {
    sound: 'Sound',
    soundHint: 'A short sound when customers write.',
    quiet: 'Do not disturb',
    quietHint: 'Holds notifications and the sound; a summary follows.',
    quietOff: 'Off',
    hour: 'For 1 hour',
    untilTomorrow: 'Until tomorrow',
    until: 'Until {{time}}',
    quietFor: { hour: 'Do not disturb for 1 hour', untilTomorrow: 'Do not disturb until tomorrow' },
    quietEnd: 'Turn off do not disturb',
    rail: 'Quiet until {{time}}',
    railHint: 'Quiet until {{time}}: turn off do not disturb',
    keepRunning: 'Keep running in the background',
    keepRunningHint: 'When you close the window, Perch stays in the tray and keeps checking X.',
    noTrayHint: 'Not possible here: this desktop shows no tray icon. Perch quits with its window.',
    startAtLogin: 'Start at login',
    startHiddenHint: 'Perch starts in the tray when you log in to this computer.',
    startHint: 'Perch opens when you log in to this computer.',
  },
} as const;
