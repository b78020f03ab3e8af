import { z } from 'zod';

const loopback = /^(localhost|\[::1\]|127(\.\d{1,3}){3})$/;
const XUrl = z.union([z.url({ protocol: /^https$/ }), z.url({ protocol: /^http$/, hostname: loopback })]);

/** Whether a host name, as it stands in an address, can only be this machine. */
export function isLoopbackHost(host: string): boolean {
  return loopback.test(host);
}

/** Whether Perch may look for X at this address: https, or http on this machine only, since the token goes there. */
export function isXUrl(text: string): boolean {
  return XUrl.safeParse(text).success;
}
