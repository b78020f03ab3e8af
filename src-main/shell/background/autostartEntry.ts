/** What starts Perch. */
export interface StartCommand {
  readonly program: string;
  readonly args: readonly string[];
}

/** The desktop entry that starts Perch when somebody logs in, by the Autostart specification of freedesktop.org. */
export function toAutostartEntry({ program, args }: StartCommand): string {
  return [
    '[Desktop Entry]',
    'Type=Application',
    'Version=1.5',
    'Name=Perch',
    `Exec=${[program, ...args].map(toExecArgument).join(' ')}`,
    'Terminal=false',
    'X-GNOME-Autostart-enabled=true',
    '',
  ].join('\n');
}

/**
 * An argument of an Exec key: quoted, with the characters escaped that are special within quotes, then again as in any text of a
 * desktop entry. A percent sign would begin a field code.
 */
function toExecArgument(argument: string): string {
  if (/^[\w./=:@+-]+$/.test(argument)) return argument;
  const quoted = argument.replace(/["`$\\]/g, (special) => `\\${special}`);
  return `"${quoted.replaceAll('%', '%%').replaceAll('\\', '\\\\')}"`;
}
