import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../../scripts/projectFolder.ts';
import { toCell } from '../measure.ts';
import { engineLimits, startSide } from '../sideProcess.ts';
import { type Row, ratio, toMb } from '../table.ts';
import type { PeerResult, PeerStep } from './peerSide.ts';
import { type PeerName, peerNames } from './searchers.ts';

/** Search libraries that Perch does not use, at the versions that are measured. */
const packages = ['flexsearch@0.8.212', '@orama/orama@3.1.18'];

/**
 * Stores `total` messages in Perch, in SQLite alone and in search libraries, and asks each the same 1,000 searches as they are typed, for 50
 * results; each in a process of its own. Installs the libraries from npm into `dir`.
 */
export async function measurePeers(dir: string, total: number): Promise<Row[]> {
  const installed = join(dir, 'packages');
  mkdirSync(installed);
  writeFileSync(join(installed, 'package.json'), '{"private": true}');
  execFileSync('npm', ['install', '--silent', '--no-audit', '--no-fund', ...packages], {
    cwd: installed,
    shell: process.platform === 'win32',
  });
  const results: [PeerName, PeerResult][] = [];
  for (const name of peerNames) {
    const side = startSide<PeerStep, PeerResult>(projectFolder, 'bench/peers/peerSide.ts', engineLimits);
    results.push([name, await side.take({ name, dir: join(dir, name), installed, total })]);
    side.end();
    console.error(name);
  }
  const ofIndex = results.find(([name]) => name === 'fts5')?.[1];
  return [
    [`${total} messages`, 'stored in µs each | search | memory, without garbage', 'search p95 to FTS5 alone'],
    ...results.map(
      ([name, { storedMs, search, bytes, keptBytes }]): Row => [
        name,
        `${((storedMs * 1_000) / total).toFixed(1)} | ${toCell(search)} | ${toMb(bytes)}, ${toMb(keptBytes)}`,
        ratio(search.p95, ofIndex?.search.p95),
      ],
    ),
  ];
}
