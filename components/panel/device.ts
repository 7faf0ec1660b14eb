import { DeviceDatabase } from '../../utils/connection/device-database';

/** The device's small database, one handle per page. */
export const device = new DeviceDatabase();
// While the page still draws nothing; that it cannot be opened is said where it is read.
device.open().catch(() => undefined);
