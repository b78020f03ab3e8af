import type { MenuItemConstructorOptions } from 'electron';
import type { Words } from '../words/en.ts';

interface MenuOptions {
  readonly words: Words;
  readonly isMac: boolean;
  readonly hasDeveloperTools: boolean;
  /** Called with the id of the chosen command. */
  readonly onCommand: (command: string) => void;
}

type Item = MenuItemConstructorOptions;
const separator: Item = { type: 'separator' };

/** The native menu. Its commands belong to the page, which handles their keys; the menu only displays these. */
export function toMenuTemplate({ words, isMac, hasDeveloperTools, onCommand }: MenuOptions): Item[] {
  const command = (label: string, id: string, accelerator?: string): Item => ({
    label,
    id,
    click: () => onCommand(id),
    ...(accelerator ? { accelerator, registerAccelerator: false } : {}),
  });
  const settings = command(words.settings, 'settings.open', 'CmdOrCtrl+,');
  const quit: Item = { role: 'quit', label: words.quit };
  const closeWorkspace = command(words.closeWorkspace, 'workspace.close');
  return [
    ...(isMac ? [toMacMenu(settings, quit)] : []),
    {
      label: words.file,
      submenu: isMac
        ? [closeWorkspace, { role: 'close' }]
        : [settings, separator, closeWorkspace, separator, quit],
    },
    { label: words.edit, role: 'editMenu' },
    toViewMenu(words, hasDeveloperTools, command),
    toConversationMenu(words, command),
    { label: words.windowMenu, role: 'windowMenu' },
    { label: words.help, role: 'help', submenu: [command(words.keys, 'help.open', '?')] },
  ];
}

type ToCommand = (label: string, id: string, accelerator?: string) => Item;

function toMacMenu(settings: Item, quit: Item): Item {
  const hiding: Item[] = [{ role: 'hide' }, { role: 'hideOthers' }, { role: 'unhide' }];
  return {
    role: 'appMenu',
    submenu: [{ role: 'about' }, separator, settings, separator, ...hiding, separator, quit],
  };
}

function toViewMenu(words: Words, hasDeveloperTools: boolean, command: ToCommand): Item {
  const zoom: Item[] = [{ role: 'resetZoom' }, { role: 'zoomIn' }, { role: 'zoomOut' }];
  const developerTools: Item[] = hasDeveloperTools
    ? [separator, { role: 'reload' }, { role: 'toggleDevTools' }]
    : [];
  return {
    label: words.view,
    submenu: [
      command(words.palette, 'palette.open', 'CmdOrCtrl+K'),
      command(words.search, 'search.focus', '/'),
      command(words.queue, 'view.queue'),
      separator,
      ...zoom,
      separator,
      { role: 'togglefullscreen' },
      ...developerTools,
    ],
  };
}

function toConversationMenu(words: Words, command: ToCommand): Item {
  return {
    label: words.conversation,
    submenu: [
      command(words.reply, 'reply.public', 'R'),
      command(words.privateMessage, 'reply.dm', 'D'),
      command(words.resolve, 'conversation.resolve', 'E'),
      separator,
      command(words.next, 'list.next', 'J'),
      command(words.previous, 'list.previous', 'K'),
    ],
  };
}
