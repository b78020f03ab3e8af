import { HandoverSettings } from '#shared/domain/handover.ts';
import { standardWordings } from '#shared/domain/handoverWordings.ts';
import type { Db } from './open.ts';
import { getSetting, putSetting } from './settings.ts';

const SomeSettings = HandoverSettings.partial();

const defaults: HandoverSettings = {
  usesLink: true,
  reminder: 'ask',
  remindAfterHours: 24,
  giveUpAfterHours: 72,
  closing: false,
  wordings: standardWordings,
};

/** How the workspace hands conversations over; the default for each value that is missing or fails validation. */
export function getHandoverSettings(db: Db): HandoverSettings {
  const stored = getSetting(db, 'handover');
  if (typeof stored !== 'object' || stored === null) return defaults;
  const valid = Object.entries(stored).filter(
    ([name, value]) => SomeSettings.safeParse({ [name]: value }).success,
  );
  return { ...defaults, ...Object.fromEntries(valid) };
}

/** Stores some of the settings and leaves the others as they are. */
export function putHandoverSettings(db: Db, changed: Partial<HandoverSettings>): void {
  putSetting(db, 'handover', { ...getHandoverSettings(db), ...changed });
}
