import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useEngineQuery } from '../../engine/hooks.ts';
import { useUi } from '../../state/ui.ts';
import { Avatar } from '../../ui/Avatar.tsx';
import shared from '../../ui/shared.module.css';
import { toShownName } from '../../ui/shownName.ts';
import { RailItem } from './RailItem.tsx';

/**
 * Who works here, where several agents share the workspace; a click opens the settings, where one switches. Also tells screen
 * readers of a switch.
 */
export function AgentItem({ folded }: { readonly folded: boolean }) {
  const { t } = useTranslation();
  const agents = useEngineQuery('agents.list', {}).data?.agents ?? [];
  const [me] = agents;
  const isSwitched = useIsSwitched(me?.id);
  const words = me ? t('frame.workingAs', { agent: toShownName(me.name) }) : '';
  return (
    <>
      {me && agents.length > 1 && (
        <RailItem
          label={toShownName(me.name)}
          title={words}
          icon={<Avatar id={me.name} name={me.name} size={18} />}
          command="settings.open"
          folded={folded}
          onPress={() => useUi.getState().show('settings')}
        />
      )}
      <span role="status" className={shared.spoken}>
        {isSwitched && words}
      </span>
    </>
  );
}

/** Whether the agent is another one than at first. */
function useIsSwitched(id: string | undefined): boolean {
  const first = useRef(id);
  const [isSwitched, setSwitched] = useState(false);
  useEffect(() => {
    first.current ??= id;
    if (first.current !== id) setSwitched(true);
  }, [id]);
  return isSwitched;
}
