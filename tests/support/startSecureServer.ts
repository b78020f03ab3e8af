import type { RequestListener } from 'node:http';
import { createServer } from 'node:https';
import { onTestFinished, vi } from 'vitest';

// A certificate for this machine only, valid until 2126; it protects nothing.
const key = `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQg/EqxOXkCdc1PesYi
9X5tyKbcZON8rId3gUuWgoEQhIyhRANCAAQHKwxqloLq2Gn5OEW65U9HwR545tNC
PIjEZY8emGuaYGs5Ij363O0YUILcs8jhYzMSLuch1b1rvqhkHOiRR02F
-----END PRIVATE KEY-----`;
const cert = `-----BEGIN CERTIFICATE-----
MIIBmjCCAUGgAwIBAgIUPr7LmCM7IJklfxUyrsPNzscOu14wCgYIKoZIzj0EAwIw
FDESMBAGA1UEAwwJbG9jYWxob3N0MCAXDTI2MTEyNTIyMjkyNFoYDzIxMjYxMTAx
MjIyOTI0WjAUMRIwEAYDVQQDDAlsb2NhbGhvc3QwWTATBgcqhkjOPQIBBggqhkjO
PQMBBwNCAAQHKwxqloLq2Gn5OEW65U9HwR545tNCPIjEZY8emGuaYGs5Ij363O0Y
UILcs8jhYzMSLuch1b1rvqhkHOiRR02Fo28wbTAdBgNVHQ4EFgQUlah9S2nY0Bdn
l8lZ7ul77XtiRRkwHwYDVR0jBBgwFoAUlah9S2nY0Bdnl8lZ7ul77XtiRRkwDwYD
VR0TAQH/BAUwAwEB/zAaBgNVHREEEzARgglsb2NhbGhvc3SHBH8AAAEwCgYIKoZI
zj0EAwIDRwAwRAIgEF49eiPrtYlzQVI7wsTMk9rY80nVgyKbQt0i1h6nGMMCIB5t
LXuqOkKTkgBdEElHCOLHNfcfrtZ37Rm/TowOypuC
-----END CERTIFICATE-----`;

/** A TLS server on this machine: its address, and the number of connections so far. */
export interface SecureServer {
  readonly url: string;
  readonly connections: () => number;
}

/** Starts it until the test ends; its certificate is not verified. */
export async function startSecureServer(listener: RequestListener): Promise<SecureServer> {
  vi.stubEnv('NODE_TLS_REJECT_UNAUTHORIZED', '0');
  const server = createServer({ key, cert }, listener);
  let connections = 0;
  server.on('secureConnection', () => {
    connections += 1;
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(async () => {
    vi.unstubAllEnvs();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port');
  return { url: `https://127.0.0.1:${address.port}`, connections: () => connections };
}
