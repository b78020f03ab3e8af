/** Names that Windows keeps for devices, with any extension. */
const deviceNames = /^(con|prn|aux|nul|com\d|lpt\d)$/i;

/** The longest name of a suggested file, in characters. */
const MAX_LENGTH = 80;

/**
 * A name of a file, without its extension, that every system takes: no path, no control or invisible characters, and nothing that
 * turns the direction of what follows it.
 */
export function toFileName(text: string): string {
  const plain = text
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}<>:"/\\|?*]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const name = [...plain]
    .slice(0, MAX_LENGTH)
    .join('')
    .replace(/^[. ]+|[. ]+$/g, '');
  return name === '' || deviceNames.test(name) ? 'Perch' : name;
}
