/** English: a store that is damaged, missing or not writable, and an engine that is gone; what happened, what is safe and what to do. */
export const enStoreErrors = {
  storeCorrupt: {
    what: 'This workspace’s file is damaged and can’t be opened: {{file}}',
    safe: 'Perch writes nothing more to it. There is no backup of it yet.',
    todo: 'Save what is readable into a new file; the damaged one is kept.',
  },
  storeCorruptCopy: {
    what: 'This workspace’s file is damaged and can’t be opened: {{file}}',
    safe: 'Perch writes nothing more to it. A backup of {{time}} is there.',
    todo: 'Restore that backup, or save what is readable; the damaged file is kept.',
  },
  storeCorruptReading: {
    what: 'This workspace’s file is damaged: {{file}}',
    safe: 'What is readable is shown. Nothing new is stored, fetched or sent. There is no backup of it yet.',
    todo: 'Save what is readable into a new file; the damaged one is kept.',
  },
  storeCorruptReadingCopy: {
    what: 'This workspace’s file is damaged: {{file}}',
    safe: 'What is readable is shown. Nothing new is stored, fetched or sent. A backup of {{time}} is there.',
    todo: 'Save what is readable into a new file, or restore that backup; the damaged file is kept.',
  },
  storeForeign: {
    what: 'This file is not a workspace of Perch: {{file}}',
    safe: 'It was not changed.',
    todo: 'Move it out of the folder, then open the workspace again.',
  },
  storeMissing: {
    what: 'This workspace’s file is missing or empty: {{file}}',
    safe: 'Perch doesn’t start a new one in its place by itself. It has no backup of the old one.',
    todo: 'Put the file back and open the workspace again, or start anew.',
  },
  storeMissingCopy: {
    what: 'This workspace’s file is missing or empty: {{file}}',
    safe: 'Perch doesn’t start a new one in its place by itself. A backup of {{time}} is there.',
    todo: 'Put the file back and open the workspace again, or restore the backup.',
  },
  rowDamaged: {
    what: 'Part of what is stored here is damaged.',
    safe: 'Everything else can still be read.',
    todo: 'You can go on with everything else.',
  },
  noCopy: {
    what: 'There is no backup that could be restored.',
    safe: 'Nothing was changed.',
    todo: 'Save what is readable, or start anew; the old file is kept.',
  },
  notRestored: {
    what: 'The backup {{name}} is damaged or gone.',
    safe: 'Nothing was changed.',
    todo: 'Choose another backup.',
  },
  notSalvaged: {
    what: 'Nothing in the damaged file is readable.',
    safe: 'Nothing was changed.',
    todo: 'Restore a backup if there is one, or start anew; the old file is kept.',
  },
  storeChecking: {
    what: 'Perch was not closed properly, so this workspace is being checked',
    safe: 'You can read everything.',
    todo: 'What you do now is carried out as soon as the check is done.',
  },
  storeUnwritable: {
    what: 'Perch can’t write to {{file}}',
    safe: 'What was stored before is safe.',
    todo: 'Free up disk space and check the folder’s permissions.',
  },
  storeUnwritableReading: {
    what: 'Perch can’t write to {{file}}',
    safe: 'Everything stored is shown. Nothing new is stored, fetched or sent.',
    todo: 'Check the disk and the folder’s permissions, then open the workspace again.',
  },
  storeFull: {
    what: 'Your disk is full',
    safe: 'What was stored before is safe.',
    todo: 'Free up disk space; Perch then carries on by itself.',
  },
  storeFullReading: {
    what: 'Your disk is full',
    safe: 'Everything stored is shown. Nothing new is stored, fetched or sent.',
    todo: 'Free up disk space, then open the workspace again.',
  },
  storeReadOnly: {
    what: 'The disk or the folder is read-only: Perch can’t write to {{file}}',
    safe: 'What was stored before is safe.',
    todo: 'Check the folder’s permissions and whether the disk is write-protected.',
  },
  storeReadOnlyReading: {
    what: 'The disk or the folder is read-only: Perch can’t write to {{file}}',
    safe: 'Everything stored is shown. Nothing new is stored, fetched or sent.',
    todo: 'Make it writable, then open the workspace again.',
  },
  engineGone: {
    what: 'Perch’s engine is not running.',
    safe: 'Everything stored is safe.',
    todo: 'Wait a moment; it restarts automatically.',
  },
  /** `engineGone` where nothing starts it again by itself. */
  engineStopped: {
    what: 'Perch’s engine has stopped.',
    safe: 'Everything stored is safe.',
    todo: 'Restart it; if it stops again, restart the computer.',
  },
  /** `engineGone` once the next engine runs. */
  engineBack: {
    what: 'Perch’s engine had to restart.',
    safe: 'Everything stored is safe.',
    todo: 'What you did just before may not have been done: look, and do it again if it wasn’t.',
  },
} as const;
