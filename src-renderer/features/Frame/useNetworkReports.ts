import { useEffect } from 'react';
import { useEngineCommand } from '../../engine/hooks.ts';

/** Reports to the engine when the system goes offline or comes back online. */
export function useNetworkReports(): void {
  const report = useEngineCommand('capture.networkChanged', { quiet: true });
  useEffect(() => {
    const onOnline = () => void report({ isOnline: true });
    const onOffline = () => void report({ isOnline: false });
    window.addEventListener('online', onOnline);
    window.addEventListener('offline', onOffline);
    return () => {
      window.removeEventListener('online', onOnline);
      window.removeEventListener('offline', onOffline);
    };
  }, [report]);
}
