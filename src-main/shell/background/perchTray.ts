import path from 'node:path';
import { Menu, nativeImage, Tray } from 'electron';
import { type TrayActions, type TrayState, toTrayMenu, toTrayTitle } from './trayMenu.ts';

interface PerchTrayOptions {
  readonly assets: string;
  readonly platform: NodeJS.Platform;
  readonly state: () => TrayState;
  readonly actions: TrayActions;
}

/** The icon in the tray, on macOS in the menu bar. */
export class PerchTray {
  readonly #options: PerchTrayOptions;
  #tray: Tray | null = null;

  constructor(options: PerchTrayOptions) {
    this.#options = options;
  }

  /** Shows the icon; does nothing if it is there. */
  show(): void {
    if (this.#tray) return;
    this.#tray = new Tray(this.#icon());
    if (this.#options.platform !== 'darwin') this.#tray.on('click', this.#options.actions.open);
    this.update();
  }

  /** Brings number, title and menu up to date; does nothing without an icon. */
  update(): void {
    const tray = this.#tray;
    if (!tray) return;
    const { platform, state, actions } = this.#options;
    const now = state();
    if (platform === 'darwin') tray.setTitle(now.waiting > 0 ? String(now.waiting) : '');
    else tray.setImage(this.#icon());
    tray.setToolTip(toTrayTitle(now));
    // Linux shows the menu as it was when it was set.
    tray.setContextMenu(Menu.buildFromTemplate(toTrayMenu(now, actions)));
  }

  #icon() {
    const { assets, platform, state } = this.#options;
    const { waiting } = state();
    const name = platform === 'darwin' ? 'macTemplate' : waiting > 9 ? 'many' : String(waiting);
    return nativeImage.createFromPath(path.join(assets, 'icons', 'tray', `${name}.png`));
  }
}
