import type { MenuItemConstructorOptions } from 'electron';
import { type ChosenKeys, isShortcutId, keysOf } from '#shared/domain/shortcuts.ts';
import type { Texts } from '../locales/en.ts';

interface MenuOptions {
  readonly texts: Texts;
  readonly isMac: boolean;
  readonly hasDeveloperTools: boolean;
  /** The shortcuts that were chosen instead of the standard ones. */
  readonly shortcuts: ChosenKeys;
  /** Called with the id of the chosen command. */
  readonly onCommand: (command: string) => void;
}

type Item = MenuItemConstructorOptions;
const separator: Item = { type: 'separator' };

/** Makes an item of a role of Electron, whose own labels are always English. */
type ToRole = (role: keyof Texts & NonNullable<Item['role']>) => Item;

/** The native menu. Its commands belong to the page, which handles their keys; the menu only displays these. */
export function toMenuTemplate({
  texts,
  isMac,
  hasDeveloperTools,
  shortcuts,
  onCommand,
}: MenuOptions): Item[] {
  const command: ToCommand = (label, id) => {
    const accelerator = toAccelerator(id, shortcuts);
    return {
      label,
      id,
      click: () => onCommand(id),
      ...(accelerator ? { accelerator, registerAccelerator: false } : {}),
    };
  };
  const role: ToRole = (name) => ({ role: name, label: texts[name] });
  return [
    ...(isMac ? [toMacMenu(role, command(texts.settings, 'settings.open'))] : []),
    toFileMenu(texts, isMac, command, role),
    { label: texts.edit, role: 'editMenu', submenu: toEditItems(texts, role, isMac) },
    toViewMenu(texts, hasDeveloperTools, command, role),
    toConversationMenu(texts, command),
    { label: texts.windowMenu, role: 'windowMenu', submenu: toWindowItems(role, isMac) },
    {
      label: texts.help,
      role: 'help',
      submenu: [command(texts.keys, 'help.open'), command(texts.network, 'network.open')],
    },
  ];
}

type ToCommand = (label: string, id: string) => Item;

function toFileMenu(texts: Texts, isMac: boolean, command: ToCommand, role: ToRole): Item {
  const settings = command(texts.settings, 'settings.open');
  const account = [
    command(texts.openToRead, 'workspace.openToRead'),
    command(texts.closeWorkspace, 'workspace.close'),
    command(texts.logOut, 'account.logOut'),
    command(texts.removeAccount, 'account.remove'),
  ];
  const submenu = isMac
    ? [...account, separator, role('close')]
    : [settings, separator, ...account, separator, role('quit')];
  return { label: texts.file, submenu };
}

/** The first shortcut of a command in Electron's notation; undefined for none, and for a sequence, which it cannot show. */
function toAccelerator(id: string, chosen: ChosenKeys): string | undefined {
  const keys = isShortcutId(id) ? keysOf(id, chosen)[0] : undefined;
  if (keys === undefined || keys.includes(' ')) return undefined;
  return keys.replace(/^Mod\+/, 'CmdOrCtrl+').replace(/(?<=^|\+)[a-z]$/, (letter) => letter.toUpperCase());
}

function toMacMenu(role: ToRole, settings: Item): Item {
  const hiding = [role('hide'), role('hideOthers'), role('unhide')];
  return {
    role: 'appMenu',
    submenu: [role('about'), separator, settings, separator, ...hiding, separator, role('quit')],
  };
}

function toEditItems(texts: Texts, role: ToRole, isMac: boolean): Item[] {
  const clipboard = [
    role('cut'),
    role('copy'),
    role('paste'),
    ...(isMac ? [role('pasteAndMatchStyle')] : []),
  ];
  const items = [
    role('undo'),
    role('redo'),
    separator,
    ...clipboard,
    role('delete'),
    separator,
    role('selectAll'),
  ];
  const speech: Item = { label: texts.speech, submenu: [role('startSpeaking'), role('stopSpeaking')] };
  return isMac ? [...items, separator, speech] : items;
}

function toWindowItems(role: ToRole, isMac: boolean): Item[] {
  return [role('minimize'), role('zoom'), ...(isMac ? [separator, role('front')] : [role('close')])];
}

function toViewMenu(texts: Texts, hasDeveloperTools: boolean, command: ToCommand, role: ToRole): Item {
  const zoom = [role('resetZoom'), role('zoomIn'), role('zoomOut')];
  const developerTools: Item[] = hasDeveloperTools
    ? [separator, { role: 'reload' }, { role: 'toggleDevTools' }]
    : [];
  return {
    label: texts.view,
    submenu: [
      command(texts.palette, 'palette.open'),
      command(texts.search, 'search.focus'),
      command(texts.queue, 'view.queue'),
      command(texts.crisis, 'crisis.open'),
      separator,
      ...zoom,
      separator,
      role('togglefullscreen'),
      ...developerTools,
    ],
  };
}

function toConversationMenu(texts: Texts, command: ToCommand): Item {
  return {
    label: texts.conversation,
    submenu: [
      command(texts.reply, 'reply.public'),
      command(texts.privateMessage, 'reply.dm'),
      command(texts.resolve, 'conversation.resolve'),
      separator,
      command(texts.next, 'list.next'),
      command(texts.previous, 'list.previous'),
    ],
  };
}
