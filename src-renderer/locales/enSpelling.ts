/** English: spelling. */
export const enSpelling = {
  spelling: {
    check: 'Check spelling',
    checkHint:
      'Underlines misspelled words: in replies in the customer’s language, in notes in yours. Right-click one for suggestions. Works offline, in English, Dutch and French.',
    checkHintMac: 'macOS underlines misspelled words in replies and notes.',
    unreadable: 'Off for {{languages}}: its dictionary couldn’t be read. Reinstalling Perch may help.',
    words: 'Your words',
    wordsHint: 'Words you added to the dictionary are never underlined on this computer.',
    remove: 'Remove “{{word}}”',
  },
} as const;
