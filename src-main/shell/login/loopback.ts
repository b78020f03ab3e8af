import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { parseUrl } from '../base/urls.ts';

const HOST = '127.0.0.1';
const CALLBACK_PATH = '/callback';

/** The ports for the login. X accepts only redirect URIs that were registered, so they are fixed. */
export const loginPorts = [47_811, 47_812, 47_813] as const;

/** The redirect URI for a port. */
export function toRedirectUri(port: number): string {
  return `http://${HOST}:${port}${CALLBACK_PATH}`;
}

/** A server on this machine that receives the redirect at the end of a login. */
export interface Loopback {
  readonly redirectUri: string;
  /**
   * Resolves with the full URL of the first `GET` of the redirect URI with this `state`; the browser gets the page. All
   * other requests get 404. Never rejects, and stays pending if the server is closed first.
   */
  waitFor(state: string): Promise<string>;
  close(): void;
}

/**
 * Listens on the first free port; null if all are taken. `page` is the HTML that the browser shows after the
 * redirect.
 */
export async function openLoopback(ports: readonly number[], page: string): Promise<Loopback | null> {
  for (const port of ports) {
    const server = createServer();
    if (await listen(server, port)) return toLoopback(server, portOf(server), page);
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
      let isDone = false;
      server.on('request', (request, response) => {
        const callback = isDone ? null : toCallback(request, port, state);
        if (!callback) return sendNotFound(response);
        isDone = true;
        response.once('finish', () => resolve(callback));
        sendPage(response, page);
      });
    });
  return { redirectUri: toRedirectUri(port), waitFor, close };
}

/** The URL of the expected redirect; null for any other request. The Host header guards against DNS rebinding. */
function toCallback(request: IncomingMessage, port: number, state: string): string | null {
  if (request.method !== 'GET' || request.headers.host !== `${HOST}:${port}`) return null;
  const url = parseUrl(`http://${HOST}:${port}${request.url ?? ''}`);
  const isExpected = url?.pathname === CALLBACK_PATH && url.searchParams.get('state') === state;
  return url && isExpected ? url.href : null;
}

function sendPage(response: ServerResponse, page: string): void {
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

function sendNotFound(response: ServerResponse): void {
  response.writeHead(404, { 'Content-Type': 'text/plain', Connection: 'close' });
  response.end('Not found');
}

function listen(server: Server, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    server.once('error', () => resolve(false));
    server.listen({ host: HOST, port, exclusive: true }, () => resolve(true));
  });
}

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === 'object' && address ? address.port : 0;
}
