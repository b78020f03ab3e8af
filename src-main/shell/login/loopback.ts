import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { parseUrl } from '../base/urls.ts';

const HOST = '127.0.0.1';
const CALLBACK_PATH = '/callback';

/** The ports that may be used; X wants the exact addresses to be registered before. */
export const loginPorts = [47_811, 47_812, 47_813] as const;

/** The address to which X sends the browser, for one of the ports. */
export function toRedirectUri(port: number): string {
  return `http://${HOST}:${port}${CALLBACK_PATH}`;
}

/** A door on this machine that is open during one login. */
export interface Loopback {
  readonly redirectUri: string;
  /** Resolves with the whole address of the one request that carries `state`; rejects never, waits until `close`. */
  waitFor(state: string): Promise<string>;
  close(): void;
}

/** Opens the first free of the ports; null when all are taken. `page` is the HTML that ends the login in the browser. */
export async function openLoopback(ports: readonly number[], page: string): Promise<Loopback | null> {
  for (const port of ports) {
    const server = createServer();
    if (await listens(server, port)) return toLoopback(server, portOf(server), page);
  }
  return null;
}

function toLoopback(server: Server, port: number, page: string): Loopback {
  const close = () => {
    server.close();
    server.closeAllConnections();
  };
  const waitFor = (state: string) =>
    new Promise<string>((resolve) => {
      let taken = false;
      server.on('request', (request, response) => {
        const callback = taken ? null : toCallback(request, port, state);
        if (!callback) return refuse(response);
        taken = true;
        response.once('finish', () => resolve(callback));
        answer(response, page);
      });
    });
  return { redirectUri: toRedirectUri(port), waitFor, close };
}

/** The address of a request that is the awaited answer; null for every other request. */
function toCallback(request: IncomingMessage, port: number, state: string): string | null {
  if (request.method !== 'GET' || request.headers.host !== `${HOST}:${port}`) return null;
  const url = parseUrl(`http://${HOST}:${port}${request.url ?? ''}`);
  const expected = url?.pathname === CALLBACK_PATH && url.searchParams.get('state') === state;
  return url && expected ? url.href : null;
}

function answer(response: ServerResponse, page: string): void {
  response.writeHead(200, {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cache-Control': 'no-store',
    Connection: 'close',
  });
  response.end(page);
}

function refuse(response: ServerResponse): void {
  response.writeHead(404, { 'Content-Type': 'text/plain', Connection: 'close' });
  response.end('Not found');
}

function listens(server: Server, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    server.once('error', () => resolve(false));
    server.listen({ host: HOST, port, exclusive: true }, () => resolve(true));
  });
}

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === 'object' && address ? address.port : 0;
}
