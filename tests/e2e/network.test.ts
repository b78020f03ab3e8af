import { createSocket } from 'node:dgram';
import type { ElectronApplication } from 'playwright-core';
import { expect, onTestFinished, test } from 'vitest';
import { askEngine } from './support/engineInPage.ts';
import { openPerch } from './support/openPerch.ts';
import { patiently } from './support/theWindow.ts';

test('gives the page no network', async () => {
  const { app, page } = await openPerch();
  await watchRequests(app);
  const outcome = await page.evaluate(async () => {
    const refused = (promise: Promise<unknown>) =>
      promise.then(
        () => false,
        () => true,
      );
    const socket = new Promise((resolve, reject) => {
      const tried = new WebSocket('wss://example.com/');
      tried.onopen = resolve;
      tried.onerror = reject;
    });
    const image = new Promise((resolve, reject) => {
      const picture = new Image();
      picture.onload = resolve;
      picture.onerror = reject;
      picture.src = 'https://pbs.twimg.com/a.png';
    });
    return Promise.all([
      refused(fetch('https://example.com/')),
      refused(fetch('http://127.0.0.1:1/')),
      refused(socket),
      refused(image),
    ]);
  });
  expect(outcome).toEqual([true, true, true, true]);
  expect(await seenRequests(app)).toEqual([]);
});

test('sends no packet through WebRTC', async () => {
  const { page } = await openPerch();
  const socket = createSocket('udp4');
  onTestFinished(() => void socket.close());
  let packets = 0;
  socket.on('message', () => {
    packets += 1;
  });
  await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', resolve));
  await page
    .evaluate(async (stun) => {
      const connection = new RTCPeerConnection({ iceServers: [{ urls: stun }] });
      connection.createDataChannel('channel');
      const gathered = new Promise<void>((resolve) => {
        connection.onicegatheringstatechange = () => connection.iceGatheringState === 'complete' && resolve();
      });
      await connection.setLocalDescription(await connection.createOffer());
      await gathered;
      connection.close();
    }, `stun:127.0.0.1:${socket.address().port}`)
    .catch(() => null);
  expect(packets).toBe(0);
});

test('requests nothing from outside during use', async () => {
  const { app, page } = await openPerch({ args: ['--demo'] });
  await watchRequests(app);
  await page.reload();
  await askEngine(page, 'conversations.list', { view: 'queue' });
  await page.getByRole('option').first().waitFor(patiently);
  // A picture that is requested later than what the page requests at its start.
  await page.evaluate(() => {
    const last = new Image();
    const failed = new Promise((resolve) => last.addEventListener('error', resolve));
    last.src = 'last.png';
    return failed;
  });
  expect(await seenRequests(app)).toEqual([]);
});

/** Records every request of the page other than for the application itself or media through the shell. */
async function watchRequests(app: ElectronApplication): Promise<void> {
  await app.evaluate(({ session }) => {
    const seen: string[] = [];
    Object.assign(globalThis, { seen });
    const note = ({ url }: { url: string }) => {
      if (!/^(app|media|data|devtools):/.test(url)) seen.push(url);
    };
    session.defaultSession.webRequest.onSendHeaders(note);
    session.defaultSession.webRequest.onCompleted(note);
  });
}

function seenRequests(app: ElectronApplication): Promise<string[]> {
  return app.evaluate(() => (globalThis as unknown as { seen: string[] }).seen);
}
