import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Delivery, deliver } from './faults/delivery.ts';
import { plainProblem } from './http/problems.ts';
import { type ApiRequest, readRequest } from './http/request.ts';
import { type HttpResponse, toBytes } from './http/response.ts';

/** A server that only this machine can reach. */
export interface LocalServer {
  readonly url: string;
  /** Closes all connections and resolves once the port is free. */
  close(): Promise<void>;
}

/**
 * Listens on 127.0.0.1 (port 0 picks a free one) and delivers what `handle` returns for each request; if it throws, a
 * 500. The `date` header follows `now`. Rejects if the port is taken.
 */
export async function listen(
  port: number,
  handle: (request: ApiRequest) => Delivery,
  now: () => number,
): Promise<LocalServer> {
  const server = createServer((incoming, outgoing) => {
    readRequest(incoming).then(
      (request) => {
        outgoing.setHeader('date', new Date(now()).toUTCString());
        send(outgoing, handleSafely(handle, request));
      },
      () => outgoing.destroy(),
    );
  });
  const address = await new Promise<AddressInfo | string | null>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve(server.address()));
  });
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return { url: `http://127.0.0.1:${address.port}`, close: () => close(server) };
}

function handleSafely(handle: (request: ApiRequest) => Delivery, request: ApiRequest): Delivery {
  try {
    return handle(request);
  } catch (cause) {
    const detail = cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
    process.stderr.write(`simulator: ${request.method} ${request.path}: ${detail}\n`);
    return deliver(plainProblem(500, 'Internal Server Error', 'The simulator has a bug; see its log.'));
  }
}

function send(outgoing: ServerResponse, delivery: Delivery): void {
  switch (delivery.kind) {
    case 'silence':
      return;
    case 'reset':
      outgoing.socket?.resetAndDestroy();
      return;
    case 'truncated':
      sendTruncated(outgoing, delivery.response);
      return;
    case 'endless':
      sendEndless(outgoing, delivery.response);
      return;
    case 'complete':
      if (delivery.delayMs === 0) sendComplete(outgoing, delivery.response);
      // Real time, not the simulator's clock: a client's timeout runs in real time too.
      else setTimeout(() => sendComplete(outgoing, delivery.response), delivery.delayMs).unref();
  }
}

function sendComplete(outgoing: ServerResponse, response: HttpResponse): void {
  const bytes = toBytes(response.body);
  outgoing.writeHead(response.status, { ...response.headers, 'content-length': bytes.length });
  outgoing.end(bytes);
}

function sendTruncated(outgoing: ServerResponse, response: HttpResponse): void {
  const bytes = toBytes(response.body);
  outgoing.writeHead(response.status, { ...response.headers, 'content-length': bytes.length });
  outgoing.write(bytes.subarray(0, Math.floor(bytes.length / 2)), () => outgoing.socket?.destroySoon());
}

/** The first half of the body, and then blanks, which JSON allows, as fast as the client reads until it hangs up. */
function sendEndless(outgoing: ServerResponse, response: HttpResponse): void {
  const bytes = toBytes(response.body);
  const blanks = Buffer.alloc(65_536, ' ');
  const sendOn = () => {
    while (!outgoing.destroyed && outgoing.write(blanks));
  };
  outgoing.on('drain', sendOn);
  outgoing.writeHead(response.status, response.headers);
  outgoing.write(bytes.subarray(0, Math.floor(bytes.length / 2)));
  sendOn();
}

async function close(server: Server): Promise<void> {
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
