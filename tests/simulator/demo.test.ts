import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { interpret } from '#engine/surveys/interpret/interpret.ts';
import { ReplyLanguage } from '#shared/domain/replyLanguage.ts';
import { standardSurveyTexts } from '#shared/domain/surveyTexts.ts';
import { HOUR_MS, MINUTE_MS } from '#shared/time.ts';
import { loadScenario } from '#simulator/scenario/loadScenario.ts';
import type { Scenario, ScenarioEvent } from '#simulator/scenario/scenario.ts';
import { findAskedScale } from '#simulator/world/surveyed.ts';
import { startTestSimulator, type TestSimulator } from './startTestSimulator.ts';

const DEMO = fileURLToPath(new URL('../../assets/demo/', import.meta.url));

function loadDemo() {
  const loaded = loadScenario(join(DEMO, 'scenario.json'));
  if (!loaded.ok) throw new Error(loaded.error.join('\n'));
  return loaded.value;
}

async function newestMention(simulator: TestSimulator) {
  const { data } = await simulator.get(`/2/users/${simulator.accountId}/mentions`, {
    'tweet.fields': 'author_id',
    max_results: '5',
  });
  return data[0];
}

/** The customer of an event, and whether the event is a message of theirs. */
function toCustomerEvent(
  event: ScenarioEvent,
  account: string,
): { person: string | undefined; isQuestion: boolean } {
  if (event.kind === 'dm') return { person: event.with, isQuestion: !event.sentByAccount };
  if (event.from !== account) {
    return { person: event.text.includes(`@${account}`) ? event.from : undefined, isQuestion: true };
  }
  return { person: /^@(\w+)/.exec(event.text)?.[1], isQuestion: false };
}

/** How many people had the last word, in the four hours before the start. */
function countWaiting({ account, events }: Scenario): number {
  const last = new Map<string, boolean>();
  for (const event of events.filter(({ afterMs }) => afterMs < 0)) {
    const { person, isQuestion } = toCustomerEvent(event, account.handle);
    if (person !== undefined) last.set(person, isQuestion && event.afterMs > -4 * HOUR_MS);
  }
  return [...last.values()].filter((isWaiting) => isWaiting).length;
}

describe('the demo', () => {
  it('mentions no real company or product, and nobody swears', () => {
    const text = readFileSync(join(DEMO, 'scenario.json'), 'utf8');
    const real =
      /\b(spotify|dropbox|hulu|adobe|amazon|ebay|zoom|yahoo|godaddy|apple|iphone|ipad|itunes|icloud|mac(os|book)?|android|google|youtube|windows|microsoft|xbox|playstation|ps[345]|psn|sony|samsung|roku|netflix|disney|hbo|facebook|instagram|twitter|tweets?|paypal|photoshop|lightroom|premiere pro|indesign|t-mobile|hp|customer\d{4})\b/gi;
    expect(text.match(real)).toBeNull();
    expect(text.match(/\b(fuck\w*|shit\w*|damn|wtf|dickheads?)\b/gi)).toBeNull();
  });

  it('has every picture it shows, each with an alt text', () => {
    const { scenario, photosDir } = loadDemo();
    const photos = scenario.events.flatMap((event) => event.photos ?? []);
    expect(photos.length).toBeGreaterThanOrEqual(10);
    for (const { file, altText } of photos) {
      expect(existsSync(join(photosDir, file)), file).toBe(true);
      expect(altText.length).toBeGreaterThan(10);
    }
  });

  it('goes back six weeks, and starts with about 25 people waiting', () => {
    const { scenario } = loadDemo();
    const oldest = Math.min(...scenario.events.map(({ afterMs }) => afterMs));
    expect(oldest).toBeLessThan(-40 * 24 * HOUR_MS);
    const waiting = countWaiting(scenario);
    expect(waiting).toBeGreaterThanOrEqual(20);
    expect(waiting).toBeLessThanOrEqual(35);
  });

  it('has nobody waiting for more than a day', () => {
    const { scenario } = loadDemo();
    const { account, events } = scenario;
    const last = new Map<string, { readonly isQuestion: boolean; readonly afterMs: number }>();
    for (const event of events.filter(({ afterMs }) => afterMs < 0)) {
      const { person, isQuestion } = toCustomerEvent(event, account.handle);
      if (person !== undefined) last.set(person, { isQuestion, afterMs: event.afterMs });
    }
    const overdue = [...last].filter(([, turn]) => turn.isQuestion && turn.afterMs < -24 * HOUR_MS);
    expect(overdue.map(([person]) => person)).toEqual([]);
  });

  it('has posts for a saved search to find, by people who do not mention the account', async () => {
    const { scenario, photosDir } = loadDemo();
    const simulator = await startTestSimulator({ scenario, photosDir });
    const { data } = await simulator.get('/2/tweets/search/recent', {
      query: 'harbour -@harbourhelp -from:harbourhelp -is:retweet',
      'tweet.fields': 'author_id',
    });
    expect(new Set(data.map((post) => post.author_id)).size).toBe(6);
    expect(data).toHaveLength(6);
  });

  it('has a new event every 40 to 120 seconds for an hour', () => {
    const { scenario } = loadDemo();
    const times = scenario.events.map(({ afterMs }) => afterMs).filter((afterMs) => afterMs > 0);
    const gaps = times.slice(1).map((afterMs, index) => afterMs - (times[index] ?? 0));
    expect(times[0]).toBe(4000);
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(40_000);
    expect(Math.max(...gaps)).toBeLessThanOrEqual(120_000);
    expect(times.at(-1)).toBeGreaterThan(55 * MINUTE_MS);
  });

  it('begins with Anna, who replies in public and in private after three seconds', async () => {
    const { scenario, photosDir } = loadDemo();
    const simulator = await startTestSimulator({ scenario, photosDir });
    simulator.clock.jump(4000);
    const question = await newestMention(simulator);
    const anna = await simulator.get('/2/users/by/username/annadv');
    expect(anna.data).toMatchObject([{ name: 'Anna de Vries', id: question?.author_id }]);
    const reply = { in_reply_to_tweet_id: String(question?.id) };
    await simulator.send('POST', '/2/tweets', { text: 'Which order?', reply });
    simulator.clock.jump(3000);
    expect(await newestMention(simulator)).toMatchObject({ author_id: question?.author_id });
    expect((await newestMention(simulator))?.id).not.toBe(question?.id);
    const path = `/2/dm_conversations/with/${question?.author_id}`;
    await simulator.send('POST', `${path}/messages`, { text: 'Your address, please?' });
    simulator.clock.jump(3000);
    const { data } = await simulator.get(`${path}/dm_events`, {
      'dm_event.fields': 'sender_id',
      max_results: '1',
    });
    expect(data).toMatchObject([{ sender_id: question?.author_id }]);
  });

  it('has scores in words that Perch reads', () => {
    const { people, surveyed } = loadDemo().scenario;
    const handles = people.map(({ handle }) => handle);
    expect(surveyed.length).toBeGreaterThanOrEqual(5);
    for (const { handle, csat, nps } of surveyed) {
      expect(handles).toContain(handle);
      for (const [scale, text] of [
        ['csat', csat],
        ['nps', nps],
      ] as const) {
        const { score, confidence } = interpret(text, scale);
        expect(score, text).not.toBeNull();
        expect(confidence, text).toBeGreaterThanOrEqual(0.8);
      }
    }
  });

  it.each(ReplyLanguage.options)('understands what surveys ask in %s', (language) => {
    const { nps, csat } = standardSurveyTexts[language];
    expect(nps.map(findAskedScale)).toEqual(nps.map(() => 'nps'));
    expect(csat.map(findAskedScale)).toEqual(csat.map(() => 'csat'));
  });

  it('serves its pictures, and nothing outside their folder', async () => {
    const { scenario, photosDir } = loadDemo();
    const simulator = await startTestSimulator({ scenario, photosDir });
    const picture = await fetch(`${simulator.url}/media/parcel-on-porch.png`);
    expect(picture.headers.get('content-type')).toBe('image/png');
    expect((await picture.arrayBuffer()).byteLength).toBeGreaterThan(1000);
    for (const name of [
      '..%2fscenario.json',
      '..%2f..%2f..%2fpackage.json',
      'none.png',
      'default_profile_normal.gif',
    ]) {
      expect((await fetch(`${simulator.url}/media/${name}`)).status).toBe(404);
    }
    expect((await fetch(`${simulator.url}/media/default_profile_normal.png`)).status).toBe(200);
  });
});
