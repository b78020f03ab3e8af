/** English: what went wrong with a file that was chosen, and with a picture, attached to a reply or shown. */
export const enFileErrors = {
  fileTypeNotSupported: {
    what: '“{{name}}” cannot be attached: Perch takes PNG, JPEG, WebP and GIF.',
    safe: 'Nothing was sent; your draft is kept.',
    todo: 'Choose another file, or post a video on x.com.',
  },
  fileTooLarge: {
    what: '“{{name}}” is {{over}} MB; X takes at most {{limit}} MB.',
    safe: 'Nothing was sent; your draft is kept.',
    todo: 'Make the picture smaller and attach it again.',
  },
  fileNotRead: {
    what: 'Couldn’t read the file {{file}}.',
    safe: 'Nothing was changed.',
    todo: 'Check that it is still there and that you may open it.',
  },
  copyNotOpened: {
    notPerch: {
      what: '{{file}} is not a workspace of Perch.',
      safe: 'The file was not changed.',
      todo: 'Choose the file perch.sqlite of a workspace, or a backup from its folder “copies”.',
    },
    damaged: {
      what: '{{file}} is damaged and can’t be read.',
      safe: 'The file was not changed.',
      todo: 'Choose another copy or backup.',
    },
    newer: {
      what: '{{file}} was written by a newer version of Perch.',
      safe: 'The file was not changed.',
      todo: 'Update Perch, then open it again.',
    },
    changing: {
      what: '{{file}} keeps changing: another Perch is using it.',
      safe: 'The file was not changed.',
      todo: 'Quit that Perch first, or choose a backup.',
    },
    noRoom: {
      what: 'There is no room on the disk for the private copy that reading {{file}} takes.',
      safe: 'The file was not changed.',
      todo: 'Free up disk space, then open it again.',
    },
    unreadable: {
      what: 'Couldn’t open {{file}}.',
      safe: 'The file was not changed.',
      todo: 'Check that it is still there and that you may read it.',
    },
  },
  readOnly: {
    what: 'This workspace is open read-only.',
    safe: 'Nothing was changed.',
    todo: 'To make changes, close it and open your own workspace.',
  },
  archiveNotRead: {
    notZip: {
      what: '{{file}} is not a zip file.',
      safe: 'Nothing was imported.',
      todo: 'Choose the zip file that you downloaded from X, as it is. Save a spreadsheet as CSV first.',
    },
    noArchive: {
      what: '{{file}} is not an archive of X: it names no account.',
      safe: 'Nothing was imported.',
      todo: 'Choose the zip file that X offers under “Download an archive of your data”, as it is. Save a spreadsheet as CSV first.',
    },
    damaged: {
      what: '{{file}} is damaged or incomplete.',
      safe: 'Nothing was imported.',
      todo: 'Download the archive from X again.',
    },
    tooLarge: {
      what: '{{file}} has more files than an archive of X can have.',
      safe: 'Nothing was imported.',
      todo: 'Download the archive from X again, and choose the zip file as it is.',
    },
    changed: {
      what: '{{file}} is another file than when the import began.',
      safe: 'What was imported before is kept.',
      todo: 'Import it again: nothing is stored twice.',
    },
    notText: {
      what: '{{file}} is not a table of text.',
      safe: 'Nothing was imported.',
      todo: 'Export the messages as CSV from the other tool, and choose that file as it is.',
    },
    empty: {
      what: '{{file}} has no rows below its header.',
      safe: 'Nothing was imported.',
      todo: 'Choose a table whose first row names the columns, with a message in each row below.',
    },
    tooManyColumns: {
      what: '{{file}} has more columns than a table of messages can have.',
      safe: 'Nothing was imported.',
      todo: 'Export only the columns of messages, as CSV.',
    },
    unclosedQuote: {
      what: 'In the header of {{file}} a quotation mark is not closed.',
      safe: 'Nothing was imported.',
      todo: 'Export the table again, or correct its first row.',
    },
  },
  tableNotUnderstood: {
    what: 'How {{file}} is to be read is not known yet.',
    safe: 'Nothing was imported.',
    todo: 'Drop the file on the Sync screen and say which column is which.',
  },
  backupOfOther: {
    what: '{{file}} is a backup of @{{found}}; this workspace belongs to @{{expected}}.',
    safe: 'Nothing was changed.',
    todo: 'Choose a backup of @{{expected}}, or open the workspace of @{{found}} first.',
  },
  archiveOfOther: {
    what: '{{file}} is the archive of @{{found}}; this workspace belongs to @{{expected}}.',
    safe: 'Nothing was imported.',
    todo: 'Choose the archive of @{{expected}}, or import this one into a workspace of @{{found}}.',
  },
  archiveImporting: {
    what: 'Another archive is being imported, or its import is paused: {{file}}.',
    safe: 'What was imported is kept.',
    todo: 'Let that import finish, or cancel it.',
  },
  textTooLarge: {
    what: '“{{name}}” is {{over}} MB; Perch imports at most {{limit}} MB at once.',
    safe: 'Nothing was imported.',
    todo: 'Divide it into several files, each with the header, and import them one by one.',
  },
  gifTooLarge: {
    what: '“{{name}}” has {{frames}} frames of {{width}} × {{height}} pixels, {{millions}} million in all. X takes animated GIFs of at most {{mostFrames}} frames, {{longSide}} × {{shortSide}} pixels and {{mostMillions}} million in all.',
    safe: 'Nothing was sent; your draft is kept.',
    todo: 'Make it smaller or shorter and attach it again.',
  },
  pictureNotReadable: {
    what: '“{{name}}” cannot be read as a picture, or it has too many pixels.',
    safe: 'Nothing was sent; your draft is kept.',
    todo: 'Save it again in another program, or choose another file.',
  },
  tooManyFiles: {
    what: 'Too many pictures: {{limit}} at most here, and a GIF only alone.',
    safe: 'Nothing was sent; your draft is kept.',
    todo: 'Remove some of them.',
  },
  fileRefused: {
    what: 'X did not take “{{name}}”: {{detail}}',
    safe: 'The reply was not sent; text and pictures are kept.',
    todo: 'Try it again, or attach another file.',
  },
  pictureNotLoaded: {
    what: 'Couldn’t load this picture.',
    safe: 'Nothing was saved or copied.',
    todo: 'Try again, or open the message on X.',
  },
  pictureNotCopied: {
    what: 'Couldn’t copy this picture.',
    safe: 'The clipboard is as it was.',
    todo: 'Save the picture instead.',
  },
} as const;
