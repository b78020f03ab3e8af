import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { EngineOutput } from '#shared/contract/engine.ts';
import { DAY_MS } from '#shared/time.ts';
import type { StateDump } from '#simulator/control/stateDump.ts';
import { findAskedScale } from '#simulator/world/surveyed.ts';
import { openShop, type Shop } from '../../../scripts/year/openShop.ts';
import { planYear } from '../../../scripts/year/plan.ts';
import { type Entry, type PlayedYear, playYear } from '../../../scripts/year/playYear.ts';
import { newNameOfJonas, ruleWords } from '../../../scripts/year/shop.ts';
import { type Counted, countHours, countMonths, countWork } from './countWork.ts';
import { readStory, type Story } from './readBook.ts';

type Work = EngineOutput<'reports.work'>;

/** A winter half-year with both changes of the clocks, at a tenth of the shop's business. */
const plan = planYear({ seed: 7, from: Date.UTC(2025, 9, 20, 6), days: 172, perDay: 0.45 });
const middle = (plan.from + plan.to) / 2;
const all = { from: plan.from, to: plan.to };

let shop: Shop;
let year: PlayedYear;
let xAtEnd: StateDump;
/** What the reports said before something changed, by what changed then. */
const before = new Map<string, Work>();
const ruleRunsBefore: string[] = [];

beforeAll(async () => {
  const dataDir = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'perch-year-'));
  shop = await openShop(plan, { dataDir });
  afterAll(async () => {
    await shop.close();
    rmSync(dataDir, { recursive: true, force: true });
  });
  year = await playYear(shop, plan, async ({ at, what }, played) => {
    if (at >= middle && !before.has('middle'))
      before.set('middle', await report({ from: plan.from, to: at }));
    if (what === 'renameJonas' || what === 'changeRule' || what === 'erase') {
      before.set(what, await report({ from: plan.from, to: at }));
      if (what === 'changeRule') ruleRunsBefore.push(...(await listRefunds(played)));
    }
  });
  xAtEnd = shop.control.state();
}, 120_000);

const report = (period: { readonly from: number; readonly to: number; readonly asKnownOn?: number }) =>
  shop.call('reports.work', { ...period, step: 'month' });

/** The conversations that the rule for refunds has tagged. */
async function listRefunds({ team }: PlayedYear): Promise<string[]> {
  const { items } = await shop.call('rules.runs', { id: team.refundRuleId, limit: 500 });
  return items.flatMap(({ conversationId }) => conversationId ?? []).toSorted();
}

const handleOf = (matter: number) => plan.matters[matter]?.customer.handle ?? '';

/** The stories of the book until a time, without those of whoever is left out. */
function readStories(until = plan.to, without: string | null = plan.erased): Story[] {
  const entries = year.entries.filter(({ at }) => at < until);
  const timeOf = (what: string) => plan.moments.find((moment) => moment.what === what)?.at ?? 0;
  const times = { targetsChangedAt: timeOf('changeTargets'), vipSince: timeOf('makeVip'), until };
  return [...new Set(entries.map(({ matter }) => matter))]
    .filter((matter) => handleOf(matter) !== without)
    .map((matter) =>
      readStory({
        ...times,
        handle: handleOf(matter),
        entries: entries.filter((entry) => entry.matter === matter),
      }),
    );
}

/** When people responded to surveys, as only X knows. */
const listResponses = (without: string | null = plan.erased) =>
  xAtEnd.sentDms.flatMap(({ to, text, at }) => {
    const score = plan.scores.get(to);
    return score && to !== without && findAskedScale(text) ? [at + score.delayMs] : [];
  });

/** The figures of a report that the book can count. */
const toCounted = ({ opened, reopened, received, replies, ...figures }: Work['figures']): Counted => {
  const toTimes = ({ cases, medianMs, p90Ms }: Work['figures']['resolved']) => ({
    cases,
    medianMs: medianMs?.value ?? null,
    p90Ms: p90Ms?.value ?? null,
  });
  const toReplies = (times: Work['figures']['firstReply']) => ({
    ...toTimes(times),
    met: times.inTarget.hits,
    targets: times.inTarget.cases,
  });
  const volume = { opened, reopened, received, replies };
  return {
    ...volume,
    firstReply: toReplies(figures.firstReply),
    nextReply: toReplies(figures.nextReply),
    resolved: toTimes(figures.resolved),
  };
};

test('the figures of the year are those of the book', async () => {
  const { figures, erasures, gaps } = await report(all);
  expect(toCounted(figures)).toEqual(countWork(readStories(), listResponses(), all));
  expect(figures.firstReply.withoutTarget).toBe(0);
  expect(erasures.count).toBe(1);
  expect(gaps).toEqual([]);
  // So that the year tests something.
  expect(figures.firstReply.inTarget.hits).toBeLessThan(figures.firstReply.inTarget.cases);
  expect(figures.nextReply.inTarget.hits).toBeLessThan(figures.nextReply.inTarget.cases);
  expect(figures.reopened).toBeGreaterThan(0);
  expect(year.entries.filter(({ what }) => what === 'snooze').length).toBeGreaterThan(0);
  expect(listResponses().length).toBeGreaterThan(0);
});

test('so are those of the weeks around the crisis, in which targets pass that began to count before', async () => {
  const at = plan.moments.find(({ what }) => what === 'startCrisis')?.at ?? 0;
  for (const days of [3, 15]) {
    const period = { from: at - days * DAY_MS, to: at + days * DAY_MS };
    const { figures } = await report(period);
    expect(toCounted(figures), `${days} days`).toEqual(countWork(readStories(), listResponses(), period));
    expect(figures.firstReply.inTarget.cases, `${days} days`).toBeGreaterThan(30);
  }
});

test('so is the backlog at the end of each month', async () => {
  const { steps } = await report(all);
  const pick = ({ key, opened, unresolved, waiting }: Work['steps'][number]) => ({
    key,
    opened,
    unresolved,
    waiting,
  });
  expect(steps.map(pick)).toEqual(countMonths(readStories(), all));
});

test('so are the hours of the week', async () => {
  const { hours } = await report(all);
  const stories = readStories();
  const received = [...stories.flatMap((story) => story.received), ...listResponses()];
  expect(hours.received).toEqual(countHours(received.filter((at) => at < plan.to)));
  expect(hours.replies).toEqual(countHours(stories.flatMap(({ replies }) => replies.map(({ at }) => at))));
});

test('each agent has done what the book says, under the name of now', async () => {
  const { groups } = await shop.call('reports.workGroups', { ...all, groupBy: 'agent' });
  for (const agent of ['mia', 'jonas'] as const) {
    const group = groups.find(({ key }) => key === year.team.agentIds[agent]);
    const counted = countWork(readStories(), [], all, agent);
    expect(group?.figures.replies, agent).toBe(counted.replies);
    expect(group?.figures.resolved.cases, agent).toBe(counted.resolved.cases);
    expect(group?.figures.firstReply.medianMs?.value, agent).toBe(counted.firstReply.medianMs);
  }
  expect(groups.map(({ label }) => label)).toContain(newNameOfJonas);
});

test('a new name, a changed rule and a changed target leave the past as it was', async () => {
  for (const what of ['renameJonas', 'changeRule', 'middle']) {
    const then = before.get(what);
    const { asKnownOn = 0 } = then ?? {};
    const now = await report({ from: plan.from, to: asKnownOn, asKnownOn });
    expect(now.figures, what).toEqual(then?.figures);
    expect(now.steps, what).toEqual(then?.steps);
    expect(now.hours, what).toEqual(then?.hours);
    expect(then?.figures.replies, what).toBeGreaterThan(10);
  }
});

test('an erasure takes exactly one person out of the figures', async () => {
  const then = before.get('erase');
  const { asKnownOn = 0 } = then ?? {};
  const period = { from: plan.from, to: asKnownOn };
  const now = await report({ ...period, asKnownOn });
  expect(toCounted(then?.figures ?? now.figures)).toEqual(
    countWork(readStories(asKnownOn, null), listResponses(null), period),
  );
  expect(toCounted(now.figures)).toEqual(countWork(readStories(asKnownOn), listResponses(), period));
  expect(now.figures.received).toBeLessThan(then?.figures.received ?? 0);
});

test('a rule tags by the words of its time', async () => {
  const changedAt = plan.moments.find(({ what }) => what === 'changeRule')?.at ?? 0;
  const expected = [...year.conversationIds].filter(([matter]) => {
    const first = plan.moments.find((moment) => moment.what === 'write' && moment.matter === matter);
    if (first?.what !== 'write' || handleOf(matter) === plan.erased) return false;
    const words = first.at < changedAt ? ruleWords.refund : ruleWords.refundLater;
    return words.some((word) => first.text.toLowerCase().includes(word));
  });
  const runs = await listRefunds(year);
  expect(runs).toEqual(expected.map(([, id]) => id).toSorted());
  expect(runs.filter((id) => ruleRunsBefore.includes(id))).toEqual(ruleRunsBefore);
  expect(runs.length).toBeGreaterThan(ruleRunsBefore.length);
});

test('the crisis has a spike with its hashtag, a reply for each and a hand-back', async () => {
  const [spike] = (await shop.call('spikes.list', {})).items;
  expect(spike?.hashtag?.name).toBe('harbourdown');
  const [incident] = (await shop.call('crisis.list', {})).items;
  const result = await shop.call('crisis.report', { id: incident?.id ?? '' });
  const [from, to] = [incident?.startedAt ?? 0, incident?.endedAt ?? 0];
  const isIn = ({ at }: Entry) => at >= from && at <= to;
  const replies = year.entries.filter((entry) => entry.what === 'reply' && isIn(entry));
  expect(result.replies).toBe(replies.length);
  expect(replies.length).toBeGreaterThan(20);
});
