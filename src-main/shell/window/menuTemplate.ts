import type { MenuItemConstructorOptions } from 'electron';
import type { Texts } from '../locales/en.ts';

interface MenuOptions {
  readonly texts: Texts;
  readonly isMac: boolean;
  readonly hasDeveloperTools: boolean;
  /** Called with the id of the chosen command. */
  readonly onCommand: (command: string) => void;
}

type Item = MenuItemConstructorOptions;
const separator: Item = { type: 'separator' };

/** The native menu. Its commands belong to the page, which handles their keys; the menu only displays these. */
export function toMenuTemplate({ texts, isMac, hasDeveloperTools, onCommand }: MenuOptions): Item[] {
  const command = (label: string, id: string, accelerator?: string): Item => ({
    label,
    id,
    click: () => onCommand(id),
    ...(accelerator ? { accelerator, registerAccelerator: false } : {}),
  });
  const settings = command(texts.settings, 'settings.open', 'CmdOrCtrl+,');
  const quit: Item = { role: 'quit', label: texts.quit };
  const closeWorkspace = command(texts.closeWorkspace, 'workspace.close');
  return [
    ...(isMac ? [toMacMenu(settings, quit)] : []),
    {
      label: texts.file,
      submenu: isMac
        ? [closeWorkspace, { role: 'close' }]
        : [settings, separator, closeWorkspace, separator, quit],
    },
    { label: texts.edit, role: 'editMenu' },
    toViewMenu(texts, hasDeveloperTools, command),
    toConversationMenu(texts, command),
    { label: texts.windowMenu, role: 'windowMenu' },
    { label: texts.help, role: 'help', submenu: [command(texts.keys, 'help.open', '?')] },
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

function toViewMenu(texts: Texts, hasDeveloperTools: boolean, command: ToCommand): Item {
  const zoom: Item[] = [{ role: 'resetZoom' }, { role: 'zoomIn' }, { role: 'zoomOut' }];
  const developerTools: Item[] = hasDeveloperTools
    ? [separator, { role: 'reload' }, { role: 'toggleDevTools' }]
    : [];
  return {
    label: texts.view,
    submenu: [
      command(texts.palette, 'palette.open', 'CmdOrCtrl+K'),
      command(texts.search, 'search.focus', '/'),
      command(texts.queue, 'view.queue'),
      separator,
      ...zoom,
      separator,
      { role: 'togglefullscreen' },
      ...developerTools,
    ],
  };
}

function toConversationMenu(texts: Texts, command: ToCommand): Item {
  return {
    label: texts.conversation,
    submenu: [
      command(texts.reply, 'reply.public', 'R'),
      command(texts.privateMessage, 'reply.dm', 'D'),
      command(texts.resolve, 'conversation.resolve', 'E'),
      separator,
      command(texts.next, 'list.next', 'J'),
      command(texts.previous, 'list.previous', 'K'),
    ],
  };
}
