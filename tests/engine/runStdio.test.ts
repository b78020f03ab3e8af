import { expect, test } from 'vitest';
import { toStartSentence } from '#engine/runStdio.ts';
import type { AppError } from '#shared/errors.ts';

const cases: [AppError, string[]][] = [
  [{ code: 'workspaceInUse', dir: '/data/w', pid: 42 }, ['/data/w', 'process 42', '--data']],
  [{ code: 'workspaceInUse', dir: '/data/w', pid: null }, ['/data/w', '--data']],
  [
    { code: 'storeFromFuture', file: '/w/perch.sqlite', found: 9, known: 1 },
    ['/w/perch.sqlite', '9', 'Update'],
  ],
  [{ code: 'storeOnNetwork', dir: '/mnt/care', drive: 'nfs4' }, ['/mnt/care', 'nfs4', '--data']],
  [{ code: 'storeCorrupt', file: '/w/perch.sqlite', detail: 'SQLITE_NOTADB' }, ['/w/perch.sqlite', 'NOTADB']],
  [
    { code: 'storeCorrupt', file: '/w/perch.sqlite', detail: 'NOTADB', copyAt: 1_764_000_000_000 },
    ['--recover salvage', '2025-11-24T16:00:00', '--recover copy'],
  ],
  [{ code: 'storeMissing', file: '/w/perch.sqlite', copyAt: null }, ['/w/perch.sqlite', '--recover new']],
  [
    { code: 'storeMissing', file: '/w/perch.sqlite', copyAt: 1_764_000_000_000 },
    ['2025-11-24T16:00:00', '--recover copy'],
  ],
  [{ code: 'notRecovered', file: '/w/perch.sqlite', how: 'copy' }, ['/w/perch.sqlite', '--recover salvage']],
  [{ code: 'notRecovered', file: '/w/perch.sqlite', how: 'salvage' }, ['/w/perch.sqlite', '--recover copy']],
  [{ code: 'notRestored', name: 'perch-1.sqlite' }, ['perch-1.sqlite', '--restore']],
  [{ code: 'storeUnwritable', file: '/w/perch.sqlite', detail: 'EACCES' }, ['/w/perch.sqlite', 'EACCES']],
  [
    { code: 'copyNotOpened', file: '/b/a.sqlite', reason: 'newer', detail: '45 > 44' },
    ['/b/a.sqlite', '45', 'Update'],
  ],
  [{ code: 'notConnected' }, ['PERCH_X_TOKEN']],
  [{ code: 'invalid', path: 'xUrl', reason: 'no address' }, ['xUrl', 'no address']],
  [{ code: 'offline' }, ['offline']],
];

test.each(cases)('%o becomes one line with its value and its remedy', (error, named) => {
  const sentence = toStartSentence(error);
  for (const part of named) expect(sentence).toContain(part);
  expect(sentence).toMatch(/^[^\n]+\.$/);
});
