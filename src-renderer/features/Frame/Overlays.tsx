import { useUi } from '../../state/ui.ts';
import { HelpDialog } from '../Help/HelpDialog.tsx';
import { Palette } from '../Palette/Palette.tsx';
import { SettingsDialog } from '../Settings/SettingsDialog.tsx';
import { ConnectDialog } from '../Welcome/ConnectDialog.tsx';

/** The dialogs that stand over the panes, at most one at a time. */
export function Overlays() {
  const overlay = useUi((state) => state.overlay);
  const show = useUi((state) => state.show);
  const close = () => show('none');
  return (
    <>
      <Palette open={overlay === 'palette'} onClose={close} />
      <HelpDialog open={overlay === 'help'} onClose={close} />
      <SettingsDialog open={overlay === 'settings'} onClose={close} />
      <ConnectDialog open={overlay === 'connect'} onClose={close} />
    </>
  );
}
