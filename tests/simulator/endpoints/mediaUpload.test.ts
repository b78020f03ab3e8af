import { describe, expect, it } from 'vitest';
import { toGif, toPng } from '../../support/pictures.ts';
import { startTestSimulator, type TestSimulator, toRecord } from '../startTestSimulator.ts';

const png = toPng(40, 30);

interface Upload {
  readonly file?: Buffer;
  readonly type?: string;
  readonly category?: string;
  readonly totalBytes?: number;
}

async function upload(simulator: TestSimulator, { file = png, ...facts }: Upload = {}) {
  const { type = 'image/png', category = 'tweet_image', totalBytes = file.length } = facts;
  const begun = await simulator.send('POST', '/2/media/upload/initialize', {
    media_type: type,
    media_category: category,
    total_bytes: totalBytes,
  });
  const id = String(begun.data[0]?.id);
  const half = Math.ceil(file.length / 2);
  for (const [index, part] of [file.subarray(0, half), file.subarray(half)].entries()) {
    await simulator.send('POST', `/2/media/upload/${id}/append`, {
      media: part.toString('base64'),
      segment_index: index,
    });
  }
  return { id, begun, end: await simulator.send('POST', `/2/media/upload/${id}/finalize`) };
}

const post = (simulator: TestSimulator, ids: readonly string[], text = 'See') =>
  simulator.send('POST', '/2/tweets', { text, media: { media_ids: ids } });

describe('uploading', () => {
  it('takes a picture in segments and attaches it to a post', async () => {
    const simulator = await startTestSimulator();
    const { id, begun, end } = await upload(simulator);
    expect(begun.data[0]).toMatchObject({ id, expires_after_secs: 86_400 });
    expect(end.data[0]).not.toHaveProperty('processing_info');
    await simulator.send('POST', '/2/media/metadata', { id, metadata: { alt_text: { text: 'A box' } } });
    expect((await post(simulator, [id])).data[0]?.text).toMatch(/^See https:\/\/t\.co\/\w+$/);
    const listed = await simulator.get(`/2/users/${simulator.accountId}/tweets`, {
      expansions: 'attachments.media_keys',
      'media.fields': 'url,alt_text,width,height',
    });
    const [media] = toRecord(listed.body.includes).media as Record<string, unknown>[];
    expect(media).toMatchObject({ media_key: `3_${id}`, alt_text: 'A box', width: 40, height: 30 });
    const file = await fetch(String(media?.url));
    expect(Buffer.from(await file.arrayBuffer())).toEqual(png);
  });

  it('takes a segment as a form, as most clients send it', async () => {
    const simulator = await startTestSimulator();
    const { data } = await simulator.send('POST', '/2/media/upload/initialize', {
      media_type: 'image/png',
      media_category: 'tweet_image',
      total_bytes: png.length,
    });
    const form = new FormData();
    form.set('segment_index', '0');
    form.set('media', new Blob([Uint8Array.from(png)]));
    const path = `/2/media/upload/${data[0]?.id}`;
    const headers = { authorization: 'Bearer demo-token' };
    const appended = await fetch(`${simulator.url}${path}/append`, { method: 'POST', body: form, headers });
    expect(appended.status).toBe(200);
    expect((await simulator.send('POST', `${path}/finalize`)).status).toBe(200);
  });

  it('processes a GIF for a while', async () => {
    const simulator = await startTestSimulator();
    const gif = { file: toGif([20, 10]), type: 'image/gif', category: 'tweet_gif' };
    const { id, end } = await upload(simulator, gif);
    const status = () => simulator.get('/2/media/upload', { command: 'STATUS', media_id: id });
    expect(end.data[0]?.processing_info).toMatchObject({ state: 'pending', check_after_secs: 1 });
    expect((await post(simulator, [id])).status).toBe(400);
    await simulator.clock.advance(1_000);
    expect((await status()).data[0]?.processing_info).toMatchObject({ state: 'in_progress' });
    await simulator.clock.advance(1_000);
    expect((await status()).data[0]?.processing_info).toMatchObject({ state: 'succeeded' });
    expect((await post(simulator, [id])).status).toBe(201);
  });

  it('fails to process what it was told to fail', async () => {
    const simulator = await startTestSimulator();
    await simulator.send('POST', '/_control/fail-uploads', {});
    const { id, end } = await upload(simulator);
    expect(end.data[0]?.processing_info).toMatchObject({ state: 'failed' });
    expect((await post(simulator, [id])).status).toBe(400);
    expect((await upload(simulator)).end.data[0]).not.toHaveProperty('processing_info');
  });

  it('attaches a file to a private message only if it was uploaded for one', async () => {
    const simulator = await startTestSimulator();
    const { id: person } = simulator.control.person({ handle: 'ann', receivesDms: true });
    const path = `/2/dm_conversations/with/${person}/messages`;
    const send = (id: string) => simulator.send('POST', path, { attachments: [{ media_id: id }] });
    expect((await send((await upload(simulator)).id)).status).toBe(400);
    expect((await send((await upload(simulator, { category: 'dm_image' })).id)).status).toBe(201);
    expect((await simulator.get('/2/dm_events')).data[0]?.text).toMatch(/^https:\/\/t\.co\/\w+$/);
    expect(simulator.control.state().sentDms).toMatchObject([{ pictures: [''] }]);
  });
});

describe('what X refuses', () => {
  it.each([
    ['a picture that is too large', { totalBytes: 5 * 1024 * 1024 + 1 }],
    ['a GIF as a picture', { type: 'image/gif' }],
    ['an unknown type', { type: 'image/avif' }],
  ])('is %s', async (_, facts) => {
    const simulator = await startTestSimulator();
    expect((await upload(simulator, facts)).begun.status).toBe(400);
  });

  it.each([
    ['fewer bytes than announced', { totalBytes: png.length + 1 }],
    ['bytes of another type', { file: Buffer.from('no picture at all') }],
  ])('is %s', async (_, facts) => {
    const simulator = await startTestSimulator();
    expect((await upload(simulator, facts)).end.status).toBe(400);
  });

  it('is an id that is unknown or a day old, and too many pictures', async () => {
    const simulator = await startTestSimulator();
    expect((await post(simulator, ['123'])).status).toBe(400);
    const ids = await Promise.all([1, 2, 3, 4].map(async () => (await upload(simulator)).id));
    expect((await post(simulator, ids)).status).toBe(201);
    const gif = { file: toGif([20, 10]), type: 'image/gif', category: 'tweet_gif' };
    const { id } = await upload(simulator, gif);
    await simulator.clock.advance(5_000);
    expect((await post(simulator, [id, String(ids[0])])).status).toBe(400);
    await simulator.clock.advance(86_400_000);
    expect((await post(simulator, ids)).status).toBe(400);
  });

  it('is a token without the permission', async () => {
    const simulator = await startTestSimulator();
    const { body } = await simulator.send('POST', '/_control/issue-tokens', { scopes: ['tweet.write'] });
    const token = String(body.accessToken);
    expect((await simulator.get('/2/media/upload', { media_id: '1' }, token)).status).toBe(403);
  });
});
