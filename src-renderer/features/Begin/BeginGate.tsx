import { type ReactNode, useEffect, useState } from 'react';
import { useEngineQuery } from '../../engine/hooks.ts';
import { BeginScreen } from './BeginScreen.tsx';

/** How long the window stays empty for an engine that has not said yet whether the workspace has begun. */
const PATIENCE_MS = 400;

/** Asks how to begin while the engine keeps back all reading; otherwise shows the workspace. */
export function BeginGate({ children }: { readonly children: ReactNode }) {
  const { data, isPending } = useEngineQuery('capture.status', {});
  const isLate = useIsLate();
  if (data?.isHeld) return <BeginScreen />;
  return isPending && !isLate ? null : children;
}

function useIsLate(): boolean {
  const [isLate, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, []);
  return isLate;
}
