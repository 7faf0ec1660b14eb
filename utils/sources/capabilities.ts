import type { Capability } from '../../sync/ports';
import type { Connection } from '../connection/device-database';

/** What some sources can and others cannot. */
export const capabilityNames = ['send', 'invite', 'remoteImages', 'importFiles'] as const;
export type CapabilityName = (typeof capabilityNames)[number];
export type Capabilities = Readonly<Record<CapabilityName, Capability>>;

const yes: Capability = { can: true };
const no = (why: string): Capability => ({ can: false, why });

/**
 * What each kind of source can do, as data the screens read (SUR-9); a reason's sentence stands in the locales under `capability_<why>`.
 * Importing stands with the host: here that is this computer, on a hub the hub, which reads mailboxes and no files yet.
 */
export const capabilitiesOf: Readonly<Record<Connection['kind'], Capabilities>> = {
  hub: { send: yes, invite: yes, remoteImages: yes, importFiles: no('hubReadsMailboxes') },
  local: { send: no('localSendsNothing'), invite: no('localIsAlone'), remoteImages: no('localHasNoProxy'), importFiles: yes },
};
