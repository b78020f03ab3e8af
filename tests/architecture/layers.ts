/** An area of the program whose folders import each other in one direction only. */
interface Area {
  readonly root: string;
  /**
   * The folders below `root` from the top layer down; `.` is its top level. A folder imports from lower layers only: not
   * from higher ones, and not from another folder of its own layer. It stands for its subfolders too, unless one of them
   * has a place of its own; `features/*` stands for each folder in `features` apart.
   */
  readonly layers: readonly (readonly string[])[];
  /** Wanted imports within one layer, as `importer -> imported`. */
  readonly allowed?: readonly string[];
}

/** The layers of each area; docs/architecture.md explains them. */
export const areas: readonly Area[] = [
  {
    root: 'shared',
    layers: [['rpc'], ['contract'], ['contract/methods'], ['domain'], ['.']],
  },
  {
    root: 'src-main/engine',
    layers: [
      ['.'],
      ['transports'],
      ['handlers'],
      ['crisis', 'reports', 'rules'],
      ['approvals', 'export', 'handover', 'macros', 'surveys'],
      ['account', 'archive', 'capture', 'library', 'listening', 'outbox', 'search'],
      ['guards', 'surveys/etiquette', 'surveys/figures'],
      ['conversations'],
      ['budget', 'erasure'],
      ['context'],
      ['store', 'x/client'],
      ['sentiment', 'statistics', 'store/migrations', 'surveys/interpret', 'x'],
    ],
    // Saved searches register their feed with capture; an archive brings what capture would have.
    allowed: ['archive -> capture', 'listening -> capture'],
  },
  {
    root: 'src-main/simulator',
    layers: [
      ['.'],
      ['control', 'endpoints', 'scenario'],
      ['state'],
      ['faults', 'query', 'render'],
      ['http', 'world'],
      ['base'],
    ],
  },
  {
    root: 'src-main/shell',
    layers: [
      ['.'],
      ['background', 'leaving', 'login', 'notifications', 'printing', 'protocols', 'window', 'workspaces'],
      ['files', 'ipc', 'locales', 'media', 'preferences', 'processes', 'secrets', 'security', 'spelling'],
      ['base'],
    ],
  },
  {
    root: 'src-renderer',
    layers: [
      ['.'],
      ['features/Frame'],
      ['features/*'],
      ['attaching', 'dueTime', 'emoji', 'messages', 'officeHours', 'replies', 'steps', 'tagging'],
      ['commands', 'errors', 'workspace'],
      ['engine', 'i18n'],
      ['shell'],
      ['state'],
      ['ui'],
      ['locales'],
    ],
  },
];

/** Packages that only one folder may import. */
export const confined = [
  { name: 'twitter-api-v2', folder: 'src-main/engine/x/client/' },
  { name: 'better-sqlite3', folder: 'src-main/engine/store/' },
  { name: 'yauzl', folder: 'src-main/engine/archive/zip/' },
  { name: 'hunspell-asm', folder: 'src-main/shell/spelling/' },
];
