import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { measureAgainst } from './against.ts';
import { measureArchive } from './archive.ts';
import { measureImport } from './archiveImport.ts';
import { measureBackup } from './backup.ts';
import { measureBulk } from './bulk.ts';
import { measureBulkWindow } from './bulkWindow.ts';
import { measureGuards } from './guards.ts';
import { measureLibrary } from './library.ts';
import { toCell } from './measure.ts';
import { measureMigration } from './migration.ts';
import { measureBlocks } from './million/blocks.ts';
import { measureMillion } from './million/million.ts';
import { onEnd } from './onEnd.ts';
import { measurePeers } from './peers/peers.ts';
import { measurePeople } from './people.ts';
import { measureRules } from './rules.ts';
import { measureSentiments } from './sentiment.ts';
import { measureSpelling } from './spelling.ts';
import { measureSpikes } from './spikes.ts';
import { measureStart } from './start.ts';
import { measureStore } from './store.ts';
import { measureSuggestionQuality } from './suggestionQuality.ts';
import { measureSuggestionSpeed } from './suggestionSpeed.ts';
import { measureSurveyReports } from './surveyReports.ts';
import { measureSurveys } from './surveys.ts';
import { printTable, type Row } from './table.ts';
import { fillWithConversations, measureWindow } from './window.ts';
import { measureWindowAgainst } from './windowAgainst.ts';
import { measureWindowStart } from './windowStart.ts';
import { measureWorkReports } from './workReports.ts';
import { createCaptureContext, openWorkspace } from './workspace.ts';

const usage = `Measures speed. Times depend on the machine, so compare the ratios. Percentiles are p50 / p95 / p99 / max in ms.

  npm run bench -- [--rows N]           stores N messages (default 50000)
  npm run bench -- --against REV [--page N]  the same of another commit, in turn with this tree; stores N messages at a time (default 1000)
  npm run bench -- --migrate --against REV [--rows N]  opening a workspace that another commit has filled with N messages (default 1000000)
  npm run bench -- --start [--against REV]  the engine from its start to the first page of the queue, in turn with bare Node
  npm run bench -- --large [--rows N]   an archive of N messages (default 1000000); takes about ten minutes
  npm run bench -- --window [--rows N]  the real window with 3000 and with N conversations (default 50000)
  npm run bench -- --window --against REV  how fast it opens long conversations, in turn with another commit
  npm run bench -- --window --start [--against REV]  its start to the first row of the queue, in turn with an empty window
  npm run bench -- --million [--rows N] [--archived M] [--keep DIR] [--pictures DIR]  the real window with N messages (default 1000000): search, backup, erasure, import of M (default 60000)
  npm run bench -- --million --blocks [--rows N] [--keep DIR]  for how long its long works let nobody have their turn, without the window
  npm run bench -- --bulk [--rows N]    one change to 1000 of N conversations (default 50000), in the engine and in the real window
  npm run bench -- --spelling           the spell checker with each of its dictionaries
  npm run bench -- --library [--rows N] the search among N canned responses (default 20000)
  npm run bench -- --people [--rows N]  the search for people among N (default 250000)
  npm run bench -- --backup [--rows N]  a backup of N messages (default 50000), in turn with a bare copy
  npm run bench -- --import [--rows N]  an archive of X with N messages (default 250000), beside a full-text index of their texts
  npm run bench -- --guards             what the guards find in planted leaks and say of real replies; takes two minutes
  npm run bench -- --suggestions        how well earlier replies are found in real conversations; takes some minutes
  npm run bench -- --replies [--rows N] suggestions among N earlier replies (default 200000)
  npm run bench -- --surveys            how well and how fast responses to surveys are read
  npm run bench -- --sentiment          how well and how fast the sentiment of labelled texts is told
  npm run bench -- --peers [--rows N]   searches among N messages (default 100000) in Perch, SQLite alone and search libraries
  npm run bench -- --rules [--rows N]   what fifty rules cost capture, over N messages (default 50000)
  npm run bench -- --spikes [--rows N]  the watch for spikes over N messages (default 100000) and ten saved searches, a day of poll cycles
  npm run bench -- --reports [--rows N] reports over N surveys (default 100000) and ten times as many messages
  npm run bench -- --work [--rows N]    reports of the work over N messages of five years (default 1000000)
`;

const { values } = parseArgs({
  options: {
    rows: { type: 'string' },
    against: { type: 'string' },
    page: { type: 'string' },
    migrate: { type: 'boolean' },
    start: { type: 'boolean' },
    large: { type: 'boolean' },
    window: { type: 'boolean' },
    million: { type: 'boolean' },
    blocks: { type: 'boolean' },
    keep: { type: 'string' },
    archived: { type: 'string' },
    pictures: { type: 'string' },
    bulk: { type: 'boolean' },
    people: { type: 'boolean' },
    peers: { type: 'boolean' },
    backup: { type: 'boolean' },
    import: { type: 'boolean' },
    guards: { type: 'boolean' },
    spelling: { type: 'boolean' },
    library: { type: 'boolean' },
    suggestions: { type: 'boolean' },
    replies: { type: 'boolean' },
    surveys: { type: 'boolean' },
    sentiment: { type: 'boolean' },
    reports: { type: 'boolean' },
    work: { type: 'boolean' },
    rules: { type: 'boolean' },
    spikes: { type: 'boolean' },
    help: { type: 'boolean' },
  },
});

async function main(): Promise<void> {
  const dir = mkdtempSync(join(tmpdir(), 'perch-bench-'));
  const remove = onEnd(() => rmSync(dir, { recursive: true, force: true }));
  try {
    const measure = toMeasure();
    const rows = Number.parseInt(values.rows ?? toUsualRows(), 10);
    printTable(await measure(dir, rows));
  } finally {
    remove();
  }
}

function toUsualRows(): string {
  if (values.library) return '20000';
  if (values.replies) return '200000';
  if (values.people || values.import) return '250000';
  if (values.reports || values.peers || values.spikes) return '100000';
  return values.large || values.million || values.work || values.migrate ? '1000000' : '50000';
}

/** What is measured in one way only, by the option that chooses it. */
const measures = {
  bulk: measureBulkChanges,
  spelling: measureSpelling,
  library: measureLibrary,
  people: measurePeople,
  peers: measurePeers,
  backup: measureBackup,
  import: measureImport,
  guards: measureGuards,
  suggestions: measureSuggestionQuality,
  replies: measureSuggestionSpeed,
  surveys: measureSurveys,
  sentiment: measureSentiments,
  reports: measureSurveyReports,
  work: measureWorkReports,
  rules: measureRules,
  spikes: measureSpikes,
} as const;

function toMeasure(): (dir: string, total: number) => Promise<Row[]> {
  const { against } = values;
  if (values.million && values.blocks) return (dir, total) => measureBlocks(dir, total, values.keep);
  const { archived, ...kept } = values;
  if (values.million)
    return (dir, total) =>
      measureMillion(dir, total, { ...kept, ...(archived && { archived: Number(archived) }) });
  if (values.window) return toMeasureWindow(against);
  if (values.migrate) return (dir, total) => measureMigration(toRevision(against), dir, total);
  if (values.start) return (dir) => measureStart(dir, against);
  for (const [option, measure] of Object.entries(measures)) {
    if (values[option as keyof typeof measures]) return measure;
  }
  const size = Number.parseInt(values.page ?? '1000', 10);
  if (against !== undefined) return (dir, total) => measureAgainst(against, dir, { total, size });
  return values.large ? measureArchive : measureStore;
}

function toRevision(against: string | undefined): string {
  if (against === undefined)
    throw new Error('--migrate needs --against REV, the commit whose engine fills the workspace');
  return against;
}

function toMeasureWindow(against: string | undefined): (dir: string, total: number) => Promise<Row[]> {
  if (values.start) return (dir) => measureWindowStart(dir, against);
  return against === undefined ? measureWindow : (dir) => measureWindowAgainst(against, dir);
}

async function measureBulkChanges(dir: string, total: number): Promise<Row[]> {
  const workspace = join(dir, 'workspaces', 'demo');
  await fillWithConversations(workspace, total);
  const db = openWorkspace(workspace);
  const engine = measureBulk(createCaptureContext(db));
  db.close();
  const window = await measureBulkWindow(dir);
  return [
    ['conversations', String(total), ''],
    ['one change to 1000 of them', toCell(engine.change), 'p95 <= 200'],
    ['by processor time', toCell(engine.changeByProcessor), ''],
    ['its undo', toCell(engine.undo), 'p95 <= 200'],
    ['by processor time', toCell(engine.undoByProcessor), ''],
    ['Ctrl+A, to the first selected row', toCell(window.firstPicked), 'p95 <= 100'],
    ['Ctrl+A, to all 1000 selected', toCell(window.allPicked), ''],
    ['e, to the frame that says it began', toCell(window.begun), 'p95 <= 100'],
    ['e, to the toast', toCell(window.done), ''],
  ];
}

if (values.help) console.log(usage);
else await main();
