/** English: erasing a person for good. */
export const enErasing = {
  erasing: {
    command: 'Erase this person…',
    button: 'Erase…',
    title: 'Erase {{name}} for good?',
    conversations_one: '{{formatted}} conversation',
    conversations_other: '{{formatted}} conversations',
    messages_one: '{{formatted}} message, with the replies of your team',
    messages_other: '{{formatted}} messages, with the replies of your team',
    notes_one: '{{formatted}} note',
    notes_other: '{{formatted}} notes',
    drafts_one: '{{formatted}} draft',
    drafts_other: '{{formatted}} drafts',
    replies_one: '{{formatted}} reply that X doesn’t have yet',
    replies_other: '{{formatted}} replies that X doesn’t have yet',
    surveys_one: '{{formatted}} survey',
    surveys_other: '{{formatted}} surveys',
    files_one: '{{formatted}} picture, video or recording of a private message',
    files_other: '{{formatted}} pictures, videos and recordings of private messages',
    rest: 'Their profile, what your team did, searches for them, and the picture cache, which fills again by itself',
    figures: 'Reports about surveys, handovers and canned responses change with it. Costs stay as they are.',
    stays:
      'What others wrote stays, even where it names them, and nothing is deleted on X. If they write again, that counts as new.',
    onItsWay:
      'A reply to them is on its way to X or may have arrived there. Nobody can be erased until that is settled in the outbox.',
    backups_one:
      '{{formatted}} backup still has them. If it is restored, they are erased again. Copies that you made yourself stay as they are.',
    backups_other:
      '{{formatted}} backups still have them. If one is restored, they are erased again. Copies that you made yourself stay as they are.',
    deleteBackups: 'Delete these backups too, once there is a new one',
    final: 'This can’t be undone.',
    doIt: 'Erase for good',
    busy: 'Erasing…',
    goOn: 'Continue in the background',
    cannotStop: 'It can’t be stopped any more, and you can go on working.',
    rewriting: 'The search index is being written anew: {{percent}}.',
    doneTitle: 'Erased',
    done_one: 'Everything is gone, {{formatted}} message with it.',
    done_other: 'Everything is gone, {{formatted}} messages with it.',
    proof: 'Perch then asked {{tables}} tables, and the search index for {{words}} words.',
    nothingFound: 'Nothing was found.',
    found_one: '{{formatted}} trace was found. Please report that.',
    found_other: '{{formatted}} traces were found. Please report that.',
    unproven:
      'Everything is gone. Perch’s engine stopped on the way and finished this when it started again, so there is no proof this time.',
    backupsMay: 'Backups may still have them. If one is restored, they are erased again.',
    compacted: 'The file was then written anew without them.',
    notCompacted: 'In the file, what was erased is overwritten.',
    backupsRenewed: 'The earlier backups are deleted, and there is a new one.',
    ledgerDamaged:
      'Perch’s record of who was erased is damaged, so an archive or an older backup could bring them back. Put an intact erasures.json back into the workspace’s folder, or erase them again if they appear; then delete erasures.json.damaged.',
  },
} as const;
