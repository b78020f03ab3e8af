/*
 * Loaded into Electron's main process before the application: prints a line of JSON when the page shows what the environment variable
 * PERCH_BENCH_AWAITED selects, with the time of that frame and the processor time of all processes until then, and quits.
 */
const { app } = require('electron');

const untilShown = (selector) => `new Promise((resolve) => {
  const isShown = () => document.querySelector(${JSON.stringify(selector)}) !== null;
  const painted = new MessageChannel();
  painted.port1.onmessage = () => resolve(performance.timeOrigin + performance.now());
  const awaitFrame = () => requestAnimationFrame(() => painted.port2.postMessage(null));
  if (isShown()) return awaitFrame();
  const observer = new MutationObserver(() => {
    if (!isShown()) return;
    observer.disconnect();
    awaitFrame();
  });
  observer.observe(document, { childList: true, subtree: true });
})`;

app.once('web-contents-created', (_, contents) => {
  contents.once('dom-ready', async () => {
    const shownAt = await contents.executeJavaScript(untilShown(process.env.PERCH_BENCH_AWAITED));
    const seconds = app.getAppMetrics().map(({ cpu }) => cpu.cumulativeCPUUsage ?? Number.NaN);
    const processorMs = 1_000 * seconds.reduce((total, each) => total + each, 0);
    process.stdout.write(`${JSON.stringify({ shownAt, processorMs })}\n`, () => app.quit());
  });
});
