import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Delivery, whole } from './faults/spoil.ts';
import { plainProblem } from './http/problems.ts';
import { type ApiRequest, readRequest } from './http/request.ts';
import { type Answer, toBytes } from './http/response.ts';

/** A server that listens on this machine only. */
export interface LocalServer {
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Listens on 127.0.0.1 (port 0 picks a free one) and lets `answer` decide what becomes of each request. The answers are
 * dated by `now`.
 */
export async function listen(
  port: number,
  answer: (request: ApiRequest) => Delivery,
  now: () => number,
): Promise<LocalServer> {
  const server = createServer((incoming, response) => {
    readRequest(incoming).then(
      (request) => {
        response.setHeader('date', new Date(now()).toUTCString());
        send(response, answerSafely(answer, request));
      },
      () => response.destroy(),
    );
  });
  const address = await new Promise<AddressInfo | string | null>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve(server.address()));
  });
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return { url: `http://127.0.0.1:${address.port}`, close: () => close(server) };
}

function answerSafely(answer: (request: ApiRequest) => Delivery, request: ApiRequest): Delivery {
  try {
    return answer(request);
  } catch (cause) {
    const detail = cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
    process.stderr.write(`simulator: ${request.method} ${request.path}: ${detail}\n`);
    return whole(plainProblem(500, 'Internal Server Error', 'The simulator has a bug; see its log.'));
  }
}

function send(response: ServerResponse, delivery: Delivery): void {
  switch (delivery.kind) {
    case 'silence':
      return;
    case 'reset':
      response.socket?.resetAndDestroy();
      return;
    case 'cut':
      cutOff(response, delivery.answer);
      return;
    case 'whole':
      if (delivery.delayMs === 0) sendWhole(response, delivery.answer);
      // Real time, not the world's clock: a client's time-out runs in real time too.
      else setTimeout(() => sendWhole(response, delivery.answer), delivery.delayMs).unref();
  }
}

function sendWhole(response: ServerResponse, answer: Answer): void {
  const bytes = toBytes(answer.body);
  response.writeHead(answer.status, { ...answer.headers, 'content-length': bytes.length });
  response.end(bytes);
}

function cutOff(response: ServerResponse, answer: Answer): void {
  const bytes = toBytes(answer.body);
  response.writeHead(answer.status, { ...answer.headers, 'content-length': bytes.length });
  response.write(bytes.subarray(0, Math.floor(bytes.length / 2)), () => response.socket?.destroySoon());
}

async function close(server: Server): Promise<void> {
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
