import { onTestFinished } from 'vitest';
import { type SimulatorOptions, startSimulator } from '#simulator/simulator.ts';
import { fakeClock } from './fakeClock.ts';
import { xClientFor } from './xClientFor.ts';

/** A simulated X without limits, closed after the test, and a client for it. */
export async function openSimulatedX(
  options: SimulatorOptions = {},
  changed: Parameters<typeof xClientFor>[2] = {},
) {
  const clock = fakeClock();
  const simulator = await startSimulator({ clock, limits: false, ...options });
  onTestFinished(() => simulator.close());
  return { clock, simulator, control: simulator.control, x: xClientFor(simulator.url, clock, changed) };
}
