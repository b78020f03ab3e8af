import { useEffect } from 'react';
import { useEngineQuery } from '../../engine/hooks.ts';

/** Keeps the number of waiting conversations and the account in the title of the window. */
export function useWindowTitle(): void {
  const { data: counted } = useEngineQuery('conversations.counts', {});
  const { data: info } = useEngineQuery('system.info', {});
  const waiting = counted?.counts.queue ?? 0;
  const name = info?.account?.name;
  useEffect(() => {
    document.title = `${waiting > 0 ? `(${waiting}) ` : ''}${name ? `${name} · ` : ''}Perch`;
  }, [waiting, name]);
}
