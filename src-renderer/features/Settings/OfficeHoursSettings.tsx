import { engineKey, useEngineCommand, useEngineQuery, useSave } from '../../engine/hooks.ts';
import { OfficeHoursEditor } from '../../officeHours/OfficeHoursEditor.tsx';

/** The office hours of this workspace. */
export function OfficeHoursSettings() {
  const { data: settings } = useEngineQuery('settings.get', {});
  const save = useSave(engineKey('settings.get', {}), useEngineCommand('settings.set'));
  if (!settings) return null;
  return <OfficeHoursEditor hours={settings.officeHours} onSave={(officeHours) => save({ officeHours })} />;
}
