/** English: reading what is old, and keeping it. */
export const enReview = {
  review: {
    old: 'Resolved long ago: open for reading',
    reply: 'Reply…',
    export: 'Export…',
    exportName_one: 'Conversation',
    exportName_other: '{{formatted}} conversations',
    exporting: 'Exporting conversations…',
    exported: '{{done}} of {{total}}',
    missingPictures_one: '{{formatted}} picture is not stored in Perch and not in it',
    missingPictures_other: '{{formatted}} pictures are not stored in Perch and not in it',
    open: 'Open a copy to read…',
    openHint:
      'A backup, an old workspace or somebody else’s copy: no account needed, and the file stays as it is.',
    banner: 'Read only: {{name}}, as of {{time}}',
    bannerEmpty: 'Read only: {{name}}',
    close: 'Close this copy',
    state: 'Read only',
    stateHint: 'A file that is only read: nothing is fetched, sent or changed.',
  },
} as const;
