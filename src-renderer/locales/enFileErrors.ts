/** English: what is wrong with a picture that somebody attaches to a reply. */
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
} as const;
