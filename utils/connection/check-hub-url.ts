import type { ConnectProblem } from '../messaging/contract';

export type Problem = { problem: ConnectProblem; detail: string };
/** A hub's address as we ask it, and the token when a whole invitation link was given. */
export type HubAddress = { origin: string; invitation: string | null };

const loopback = /^(127(\.\d{1,3}){3}|\[::1\])$/;

/**
 * What a person typed or pasted, as the address of a hub. A bare name means https; plain http is for this computer alone, since a
 * token sent over it can be read on the way (E34). Of a path only an invitation's token is kept.
 */
export function checkHubUrl(typed: string): HubAddress | Problem {
  const text = typed.trim();
  const url = parse(text);
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password) return { problem: 'not-a-url', detail: text };
  // One name for this computer: cookies, and what a proof of the device's key is made for, go by the name.
  if (url.protocol === 'http:' && url.hostname === 'localhost') url.hostname = '127.0.0.1';
  if (url.protocol === 'http:' && !loopback.test(url.hostname)) return { problem: 'http-off-loopback', detail: url.host };
  return { origin: url.origin, invitation: /^\/join\/([A-Za-z0-9_-]{43})$/.exec(url.pathname)?.[1] ?? null };
}

function parse(text: string): URL | undefined {
  if (/\s/.test(text) || text === '') return undefined;
  const hasScheme = /^[a-z][a-z0-9+.-]*:\/\//i.test(text);
  const here = /^(localhost|127(\.\d+){1,3}|\[::1\])(:|\/|$)/i.test(text);
  const whole = hasScheme ? text : `${here ? 'http' : 'https'}://${text}`;
  return URL.canParse(whole) ? new URL(whole) : undefined;
}
