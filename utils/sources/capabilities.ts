import type { Capability } from '../../sync/ports';
import type { Connection } from '../connection/device-database';

/** What some sources can and others cannot. */
export type CapabilityName = 'send' | 'invite' | 'remoteImages' | 'channels' | 'inboxes' | 'notices' | 'presence' | 'importFiles';
/** Why not; the screens have a sentence for each. */
export type CapabilityReason =
  | 'local-sends-nothing'
  | 'local-is-alone'
  | 'local-has-no-proxy'
  | 'local-reads-files'
  | 'local-has-one-inbox'
  | 'local-is-quiet'
  | 'hub-reads-mailboxes'
  | 'sample-is-wiped';
export type Capabilities = Readonly<Record<CapabilityName, Capability & ({ can: true } | { can: false; why: CapabilityReason })>>;

const yes = { can: true } as const;
const no = <Why extends CapabilityReason>(why: Why) => ({ can: false, why }) as const;

/**
 * What each kind of source can do, as data the screens read (SUR-9). Importing stands with the host: here that is this computer, on a hub the
 * hub, which reads mailboxes.
 */
const byKind: Readonly<Record<Connection['kind'] | 'sample', Capabilities>> = {
  hub: {
    send: yes,
    invite: yes,
    remoteImages: yes,
    channels: yes,
    inboxes: yes,
    notices: yes,
    presence: yes,
    importFiles: no('hub-reads-mailboxes'),
  },
  local: {
    send: no('local-sends-nothing'),
    invite: no('local-is-alone'),
    remoteImages: no('local-has-no-proxy'),
    channels: no('local-reads-files'),
    inboxes: no('local-has-one-inbox'),
    notices: no('local-is-quiet'),
    presence: no('local-is-alone'),
    importFiles: yes,
  },
  sample: {
    send: yes,
    invite: no('sample-is-wiped'),
    remoteImages: no('local-has-no-proxy'),
    channels: no('sample-is-wiped'),
    inboxes: no('sample-is-wiped'),
    notices: no('local-is-quiet'),
    presence: no('sample-is-wiped'),
    importFiles: no('sample-is-wiped'),
  },
};

export const capabilitiesOf = (connection: Pick<Connection, 'kind'> & { sample?: boolean | undefined }): Capabilities =>
  byKind[connection.sample ? 'sample' : connection.kind];
