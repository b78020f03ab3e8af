import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { type Baseline, SLOT_MS, toBaseline, toLevel } from '#engine/listening/spikes/baseline.ts';
import { judgeWindow, toSpikeStep } from '#engine/listening/spikes/judgeWindow.ts';
import { createLocalTime } from '#shared/domain/localTime.ts';
import { HOUR_MS, MINUTE_MS } from '#shared/time.ts';
import { createHistory, type History } from './histories.ts';

const WINDOW_MS = 10 * MINUTE_MS;
const CYCLE_MS = 2 * MINUTE_MS;
const brussels = createLocalTime('Europe/Brussels');
const table = readFileSync('docs/listening.md', 'utf8');

/** When a year raises alerts, polled every two minutes. */
function listAlerts({ startAt, endAt, count }: History): number[] {
  const countOf = (slotAt: number) => (slotAt < startAt ? undefined : count(slotAt, slotAt + SLOT_MS));
  const baselines = new Map<number, Baseline | null>();
  const baselineOf = (at: number) => {
    const hour = Math.floor(at / HOUR_MS);
    if (!baselines.has(hour)) baselines.set(hour, toBaseline(countOf, at, brussels));
    return baselines.get(hour) ?? null;
  };
  const alerts: number[] = [];
  let lastHighAt: number | null = null;
  for (let at = startAt + HOUR_MS; at <= endAt; at += CYCLE_MS) {
    const baseline = baselineOf(at - WINDOW_MS);
    if (!baseline) continue;
    const getLevel = () => toLevel(countOf, baselineOf, at);
    const verdict = judgeWindow(count(at - WINDOW_MS, at), baseline, getLevel, 'normal');
    const step = toSpikeStep(verdict, lastHighAt, at);
    if (step === 'begin') alerts.push(at);
    if (step === 'begin' || step === 'go on') lastHighAt = at;
    if (step === 'end') lastHighAt = null;
  }
  return alerts;
}

const shops = [
  { perSlot: 0.05, seed: 31 },
  { perSlot: 0.5, seed: 32 },
  { perSlot: 3, seed: 33 },
  { perSlot: 15, seed: 34 },
  { perSlot: 60, seed: 35 },
];

test.each(shops)(
  'finds every incident of a year with $perSlot posts in ten minutes, and raises few false alarms',
  ({ perSlot, seed }) => {
    const history = createHistory(seed, perSlot);
    const alerts = listAlerts(history);
    const found = history.incidents.filter(({ from }) =>
      alerts.some((at) => at >= from && at <= from + WINDOW_MS),
    ).length;
    const isOf = (at: number) => history.incidents.some(({ from, to }) => at >= from && at <= to + WINDOW_MS);
    const falseAlarms = alerts.filter((at) => !isOf(at));
    const onBusyDays = falseAlarms.filter((at) =>
      history.busyDays.some(({ from, to }) => at >= from && at <= to + WINDOW_MS),
    ).length;
    const repeated = alerts.length - falseAlarms.length - found;
    const row = [perSlot, history.incidents.length, found, history.busyDays.length, onBusyDays]
      .concat(falseAlarms.length, repeated)
      .join(' | ');
    expect(found).toBe(history.incidents.length);
    expect(falseAlarms.length).toBeLessThanOrEqual(2);
    expect(table).toContain(`| ${row} |`);
  },
);
