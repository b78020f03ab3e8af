import type { Clock } from '#shared/clock.ts';
import type { EngineClient } from '#shared/rpc/client.ts';

const PATIENCE_MS = 1_000;

/**
 * Has the engine that is open write down that this backup is to be restored: it may take seconds to end, and should Perch be killed meanwhile,
 * the next start says that nothing was restored. An engine that does not respond, which may be why something is restored, does not hold that up.
 */
export async function announceRestore(
  engine: Pick<EngineClient, 'call'>,
  name: string,
  clock: Clock,
): Promise<void> {
  const isOver = new Promise<void>((resolve) => {
    clock.after(PATIENCE_MS, resolve);
  });
  await Promise.race([engine.call('backups.announceRestore', { name }), isOver]);
}
