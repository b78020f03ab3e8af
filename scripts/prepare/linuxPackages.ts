import { aptLine, canInstall, installPackages } from './aptPackages.ts';
import { hasProgram, outputOf } from './command.ts';
import { say } from './progress.ts';

const windowPackages = [
  'libnss3',
  'libatk1.0-0',
  'libatk-bridge2.0-0',
  'libcups2',
  'libgtk-3-0',
  'libgbm1',
  'libasound2',
];

/** Scripts that pictures must be able to show, by fontconfig's name, and a small package that draws each. */
const fontPackages = [
  { lang: 'ar', name: 'fonts-dejavu-core' },
  { lang: 'ko', name: 'fonts-wqy-zenhei' },
  { lang: 'und-zsye', name: 'fonts-noto-color-emoji' },
] as const;

/** Makes sure that `program` can open a window on Linux, on a virtual display where that is asked for. */
export async function requirePackages(program: string, onVirtualDisplay: boolean): Promise<void> {
  if (process.platform !== 'linux') return;
  const libraries = outputOf('ldd', [program]).includes('not found') ? windowPackages : [];
  const display = onVirtualDisplay && !hasProgram('Xvfb') ? ['xvfb'] : [];
  const fonts = onVirtualDisplay ? missingFonts() : [];
  const needed = [...libraries, ...display];
  if (needed.length > 0 || (fonts.length > 0 && canInstall())) {
    await installPackages([...needed, ...fonts], 'to open a window');
  } else if (fonts.length > 0) say(`some scripts have no font and show as boxes; to mend: ${aptLine(fonts)}`);
}

function missingFonts(): readonly string[] {
  return fontPackages
    .filter(({ lang }) => outputOf('fc-list', [`:lang=${lang}`]).trim() === '')
    .map(({ name }) => name);
}
