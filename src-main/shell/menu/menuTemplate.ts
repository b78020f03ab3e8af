import type { MenuItemConstructorOptions } from 'electron';
import type { Words } from '../words/en.ts';

interface MenuFacts {
  readonly words: Words;
  readonly isMac: boolean;
  /** Whether the menu has developers' tools. */
  readonly isDeveloped: boolean;
  /** Carries a command to the window by its id. */
  readonly onCommand: (command: string) => void;
}

type Item = MenuItemConstructorOptions;
const separator: Item = { type: 'separator' };

/** Makes an item of a role of Electron, whose own labels are always English. */
type ToRole = (role: keyof Words & NonNullable<Item['role']>) => Item;

/** The native menu. Its commands are the window's own: it shows their shortcuts, and the window handles them. */
export function toMenuTemplate({ words, isMac, isDeveloped, onCommand }: MenuFacts): Item[] {
  const command = (label: string, id: string, accelerator?: string): Item => ({
    label,
    id,
    click: () => onCommand(id),
    ...(accelerator ? { accelerator, registerAccelerator: false } : {}),
  });
  const role: ToRole = (name) => ({ role: name, label: words[name] });
  const settings = command(words.settings, 'settings.open', 'CmdOrCtrl+,');
  const quit = role('quit');
  const closeWorkspace = command(words.closeWorkspace, 'workspace.close');
  return [
    ...(isMac ? [toMacMenu(role, settings, quit)] : []),
    {
      label: words.file,
      submenu: isMac
        ? [closeWorkspace, role('close')]
        : [settings, separator, closeWorkspace, separator, quit],
    },
    { label: words.edit, role: 'editMenu', submenu: toEditItems(words, role, isMac) },
    toViewMenu(words, isDeveloped, command, role),
    toConversationMenu(words, command),
    { label: words.windowMenu, role: 'windowMenu', submenu: toWindowItems(role, isMac) },
    { label: words.help, role: 'help', submenu: [command(words.keys, 'help.open', '?')] },
  ];
}

type ToCommand = (label: string, id: string, accelerator?: string) => Item;

function toMacMenu(role: ToRole, settings: Item, quit: Item): Item {
  const hiding = [role('hide'), role('hideOthers'), role('unhide')];
  return {
    role: 'appMenu',
    submenu: [role('about'), separator, settings, separator, ...hiding, separator, quit],
  };
}

function toEditItems(words: Words, role: ToRole, isMac: boolean): Item[] {
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
  const speech: Item = { label: words.speech, submenu: [role('startSpeaking'), role('stopSpeaking')] };
  return isMac ? [...items, separator, speech] : items;
}

function toWindowItems(role: ToRole, isMac: boolean): Item[] {
  return [role('minimize'), role('zoom'), ...(isMac ? [separator, role('front')] : [role('close')])];
}

function toViewMenu(words: Words, isDeveloped: boolean, command: ToCommand, role: ToRole): Item {
  const zoom = [role('resetZoom'), role('zoomIn'), role('zoomOut')];
  const developers: Item[] = isDeveloped ? [separator, { role: 'reload' }, { role: 'toggleDevTools' }] : [];
  return {
    label: words.view,
    submenu: [
      command(words.palette, 'palette.open', 'CmdOrCtrl+K'),
      command(words.search, 'search.focus', '/'),
      command(words.queue, 'view.queue'),
      separator,
      ...zoom,
      separator,
      role('togglefullscreen'),
      ...developers,
    ],
  };
}

function toConversationMenu(words: Words, command: ToCommand): Item {
  return {
    label: words.conversation,
    submenu: [
      command(words.reply, 'answer.public', 'R'),
      command(words.privateMessage, 'answer.dm', 'D'),
      command(words.resolve, 'conversation.resolve', 'E'),
      separator,
      command(words.next, 'list.next', 'J'),
      command(words.previous, 'list.previous', 'K'),
    ],
  };
}
