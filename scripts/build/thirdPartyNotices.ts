import { z } from 'zod';

/** A bundled package as Vite lists it. `text` is its licence file. */
export const BundledPackage = z.object({
  name: z.string(),
  version: z.string(),
  identifier: z.string().optional(),
  text: z.string().optional(),
});
export type BundledPackage = z.infer<typeof BundledPackage>;

/**
 * Packages that were published without a licence file, each with a package of the same authors and licence whose file is
 * used instead.
 */
const sameLicence: Readonly<Record<string, string>> = {
  'emscripten-wasm-loader': 'hunspell-asm',
  'react-remove-scroll-bar': 'react-remove-scroll',
};

/**
 * The text of THIRD-PARTY-NOTICES.txt: every package once, by name, with its licence. Throws for a package without a licence
 * text, because most licences allow to pass a package on only together with their text.
 */
export function toThirdPartyNotices(packages: readonly BundledPackage[]): string {
  const byName = new Map(packages.map((bundled) => [`${bundled.name}@${bundled.version}`, bundled]));
  const sorted = [...byName.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const sections = sorted.map(({ name, version, identifier, text }) => {
    const licence = text ?? sorted.find((other) => other.name === sameLicence[name])?.text;
    if (!licence)
      throw new Error(`${name} ${version} has no licence text; see scripts/build/thirdPartyNotices.ts`);
    return `${name} ${version}${identifier ? ` (${identifier})` : ''}\n\n${licence.trim()}\n`;
  });
  return [introduction, ...sections].join(`\n${'-'.repeat(80)}\n\n`);
}

const introduction = `Perch contains the following packages. Electron and Chromium add their own notices in LICENSE.electron.txt and
LICENSES.chromium.html.
`;

/** A package in package-lock.json. `dev` is true if it is needed for development only, so that an audit of what ships skips it. */
interface LockedPackage {
  readonly version?: string;
  readonly dev?: boolean;
}

/** The bundled packages that package-lock.json (`locked`, by path) lists for development only. */
export function findMisplaced(
  packages: readonly BundledPackage[],
  locked: Readonly<Record<string, LockedPackage>>,
): readonly string[] {
  const shipped = Object.entries(locked).filter(([, { dev }]) => !dev);
  const isShipped = ({ name, version }: BundledPackage) =>
    shipped.some(([path, found]) => path.endsWith(`node_modules/${name}`) && found.version === version);
  return [...new Set(packages.filter((bundled) => !isShipped(bundled)).map(({ name }) => name))];
}
