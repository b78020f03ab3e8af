import type { Page } from 'playwright-core';
import type { EngineInput, EngineMethod, EngineOutput } from '#shared/contract/engine.ts';
import type { ShellInput, ShellMethod, ShellOutput } from '#shared/contract/shell.ts';

/** What a test installs in the page to share the application's port. */
interface ReceivedByPage {
  port: MessagePort | null;
  ports: number;
  events: unknown[];
}

declare global {
  interface Window {
    received?: ReceivedByPage;
  }
}

/** Lets a test call the engine from inside the page, over the page's own port. Reloads the page. */
export async function listenForEngine(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const received: ReceivedByPage = { port: null, ports: 0, events: [] };
    window.received = received;
    window.addEventListener('message', ({ data, ports, origin }) => {
      if (data?.type !== 'perch:engine-port' || origin !== window.location.origin) return;
      received.port = ports[0] ?? null;
      received.ports += 1;
    });
    document.addEventListener('DOMContentLoaded', () => {
      window.perch?.onEvent((event) => received.events.push(event));
    });
  });
  await page.reload();
}

/** Calls the engine as the page would; waits for a port if there is none yet. */
export async function askEngine<M extends EngineMethod>(
  page: Page,
  method: M,
  params: EngineInput<M>,
): Promise<EngineOutput<M>> {
  await page.waitForFunction(() => (window.received?.port ?? null) !== null, null, { timeout: 30_000 });
  return page.evaluate(
    ({ method, params }) =>
      new Promise<EngineOutput<M>>((resolve, reject) => {
        const port = window.received?.port;
        const id = `test-${Math.random()}`;
        port?.addEventListener('message', ({ data }) => {
          if (data.id !== id) return;
          if (data.error) reject(new Error(JSON.stringify(data.error)));
          else resolve(data.result);
        });
        port?.start();
        port?.postMessage({ jsonrpc: '2.0', id, method, params });
      }),
    { method: method as string, params: params as unknown },
  );
}

/** Calls the shell over the preload bridge. */
export function askShell<M extends ShellMethod>(
  page: Page,
  method: M,
  input: ShellInput<M>,
): Promise<ShellOutput<M>> {
  return page.evaluate(({ method, input }) => window.perch?.call(method, input), {
    method,
    input: input as unknown,
  }) as Promise<ShellOutput<M>>;
}

/** How many ports the page has received since it was loaded. */
export function portsOf(page: Page): Promise<number> {
  return page.evaluate(() => window.received?.ports ?? 0);
}

/** Waits until the page has received `count` ports. */
export async function waitForPorts(page: Page, count: number): Promise<void> {
  await page.waitForFunction((wanted) => (window.received?.ports ?? 0) >= wanted, count, { timeout: 30_000 });
}

/** Waits for a shell event with this name. Returns the event. */
export async function waitForShellEvent(page: Page, name: string): Promise<unknown> {
  const found = await page.waitForFunction(
    (wanted) =>
      window.received?.events.find((event) => (event as { name?: unknown }).name === wanted) ?? null,
    name,
    { timeout: 30_000 },
  );
  return found.jsonValue();
}
