import type { HubConnection } from '../../utils/connection/device-database';
import { deviceLocale } from '../../utils/connection/device-locale';
import { tokensFor } from '../../utils/connection/tokens';
import { createHubSource, type HubSource } from '../../utils/sources/hub/hub-source';
import { connectionHost } from './connection-host';

/** Where an account's conversations come from. */
export const sourceOf = ({ id, origin }: HubConnection): HubSource =>
  createHubSource(origin, tokensFor(connectionHost, id), () => deviceLocale(connectionHost.device));
