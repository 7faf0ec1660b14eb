import type { Connection } from '../../utils/connection/device-database';
import type { Text } from '../../utils/i18n/text';

/** Where a workspace is, in words: its hub's name, this computer, or that it is a sample. */
export const placeName = (connection: Connection, { t }: Text): string =>
  connection.kind === 'hub' ? connection.hubName : t(connection.sample ? 'sampleName' : 'onThisComputer');
