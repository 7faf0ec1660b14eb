import { connect } from './connect';
import type { HubProcess } from './hub-process';
import { type browserOf, signedIn } from './people';

/** Signs a browser in as a hub's first administrator, by its invitation. */
export async function administrator(hub: HubProcess, { context, page }: Pick<Awaited<ReturnType<typeof browserOf>>, 'context' | 'page'>) {
  await connect(context, page, hub.invitation, (window) => window.locator('form button[type=submit]').click());
  return signedIn(page);
}
