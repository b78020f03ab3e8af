import type { App } from 'electron';

/**
 * Keeps Chromium from downloading spelling dictionaries, which it begins with every session, also if `spellcheck` is off in all
 * windows. To be called before Electron is ready: with the first session it is too late. macOS has its own dictionaries.
 */
export function refuseDictionaries(app: Pick<App, 'on'>, platform: NodeJS.Platform): void {
  if (platform === 'darwin') return;
  app.on('session-created', (session) => session.setSpellCheckerLanguages([]));
}
