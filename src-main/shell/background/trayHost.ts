import { type BusProperty, readBooleanProperty } from './dBus.ts';

const TIMEOUT_MS = 1_000;

/** True while something shows the icons of status notifier items, by the specification of freedesktop.org. */
const isHostRegistered: BusProperty = {
  destination: 'org.kde.StatusNotifierWatcher',
  path: '/StatusNotifierWatcher',
  interface: 'org.kde.StatusNotifierWatcher',
  name: 'IsStatusNotifierHostRegistered',
};

/**
 * Whether the system shows tray icons: always on Windows and macOS; on Linux if its desktop has a host for status notifier items,
 * which GNOME has only with an extension.
 */
export async function hasTrayHost(
  platform: NodeJS.Platform,
  env: Readonly<Record<string, string | undefined>>,
): Promise<boolean> {
  if (platform !== 'linux') return platform === 'win32' || platform === 'darwin';
  const address = env.DBUS_SESSION_BUS_ADDRESS || `unix:path=${env.XDG_RUNTIME_DIR ?? ''}/bus`;
  return (await readBooleanProperty(address, isHostRegistered, TIMEOUT_MS)) === true;
}
