import { aptCommand, canInstall, installPackages } from './aptPackages.ts';
import { hasProgram, readOutput } from './command.ts';
import { print } from './progress.ts';

const windowPackages = [
  'libnss3',
  'libatk1.0-0',
  'libatk-bridge2.0-0',
  'libcups2',
  'libgtk-3-0',
  'libgbm1',
  'libasound2',
];

/** Scripts that screenshots must show, by fontconfig's language tag, each with a small font package for it. */
const fontPackages = [
  { lang: 'ar', name: 'fonts-dejavu-core' },
  { lang: 'ko', name: 'fonts-wqy-zenhei' },
  { lang: 'und-zsye', name: 'fonts-noto-color-emoji' },
] as const;

/**
 * Ensures on Linux that the Electron `program` finds its shared libraries and, for a virtual display, Xvfb and fonts. Missing
 * fonts alone are installed as root and otherwise only reported.
 */
export async function requireWindowPackages(program: string, onVirtualDisplay: boolean): Promise<void> {
  if (process.platform !== 'linux') return;
  const libraries = readOutput('ldd', [program]).includes('not found') ? windowPackages : [];
  const display = onVirtualDisplay && !hasProgram('Xvfb') ? ['xvfb'] : [];
  const fonts = onVirtualDisplay ? missingFonts() : [];
  const needed = [...libraries, ...display];
  if (needed.length > 0 || (fonts.length > 0 && canInstall())) {
    await installPackages([...needed, ...fonts], 'to open a window');
  } else if (fonts.length > 0)
    print(`fonts are missing, so some scripts show as boxes. To fix: ${aptCommand(fonts)}`);
}

function missingFonts(): readonly string[] {
  return fontPackages
    .filter(({ lang }) => readOutput('fc-list', [`:lang=${lang}`]).trim() === '')
    .map(({ name }) => name);
}
