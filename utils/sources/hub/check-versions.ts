import { Incompatible } from '../../../sync/ports';
import { HubInfo, protocolVersion } from '../../../sync/protocol';
import { fetchJson } from '../../network/fetch-allowed';

/** Throws `Incompatible` when the hub no longer, or not yet, speaks our version of the wire. */
export async function checkVersions(origin: string): Promise<void> {
  const { status, body } = await fetchJson({ url: `${origin}/hub`, allow: [origin] });
  const info = HubInfo.safeParse(body);
  if (status !== 200 || !info.success || info.data.protocolVersions.includes(protocolVersion)) return;
  throw new Incompatible(Math.max(0, ...info.data.protocolVersions) < protocolVersion ? 'hub' : 'extension');
}
