import { browser } from 'wxt/browser';
import type { Gate } from '../../sync/gate';
import { fetchJson } from '../../utils/network/fetch-allowed';

/** Test builds only: asks a server of the test, whose URL it put into `storage.session`, and goes on when that answers. */
export const loopbackGate: Gate = async (label) => {
  const { gateUrl } = await browser.storage.session.get('gateUrl');
  if (typeof gateUrl !== 'string') return;
  const { origin } = new URL(gateUrl);
  await fetchJson({ url: `${origin}/gate?label=${encodeURIComponent(label)}`, allow: [origin], timeoutMs: 60_000 });
};
