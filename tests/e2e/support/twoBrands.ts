import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Simulator, startSimulator } from '#simulator/simulator.ts';

/** One X with the accounts of two brands, each with its own token. */
export interface TwoBrands {
  /** The value for `--x-url`. */
  readonly url: string;
  readonly harbour: Simulator;
  readonly ferry: Simulator;
  close(): Promise<void>;
}

export const harbourToken = 'token-of-harbour';
export const ferryToken = 'token-of-ferry';

/** Starts two simulators behind one address that routes requests by token. */
export async function startTwoBrands(): Promise<TwoBrands> {
  const [harbour, ferry] = await Promise.all([
    startBrand('harbourhelp', harbourToken),
    startBrand('ferryhelp', ferryToken),
  ]);
  const front = await listen(harbour.url, ferry.url);
  return {
    url: `http://127.0.0.1:${(front.address() as AddressInfo).port}`,
    harbour,
    ferry,
    close: async () => {
      front.closeAllConnections();
      front.close();
      await Promise.all([harbour.close(), ferry.close()]);
    },
  };
}

function startBrand(handle: string, token: string): Promise<Simulator> {
  return startSimulator({ token, limits: false, scenario: { account: { handle, name: handle } } });
}

function listen(harbourUrl: string, ferryUrl: string): Promise<Server> {
  const front = createServer((incoming, outgoing) => {
    const origin = incoming.headers.authorization?.includes(ferryToken) ? ferryUrl : harbourUrl;
    const { method, headers } = incoming;
    const onward = request(new URL(incoming.url ?? '/', origin), { method, headers }, (response) => {
      outgoing.writeHead(response.statusCode ?? 502, response.headers);
      response.pipe(outgoing);
    });
    onward.on('error', () => outgoing.destroy());
    incoming.pipe(onward);
  });
  return new Promise((resolve) => front.listen(0, '127.0.0.1', () => resolve(front)));
}
