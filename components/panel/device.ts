import { DeviceDatabase } from '../../utils/connection/device-database';

/** The device's small database, one handle per page. */
export const device = new DeviceDatabase();
