import { addToNetworkLog } from '../../utils/connection/kept-network-log';
import { type Exchange, onExchange } from '../../utils/network/network-log';
import { connectionHost } from './connection-host';

/** A sync is several exchanges; they are written down together, within so many ms. */
const gatherMs = 1000;
let gathered: Exchange[] = [];

/** Keeps the log of what was sent where, for the device's settings. Called before anything is asked of the network. */
export function keepNetworkLog(): void {
  onExchange((exchange) => {
    gathered.push(exchange);
    if (gathered.length === 1) setTimeout(write, gatherMs);
  });
}

/** A device that was reset does not remember even the goodbye to its hub. */
export function forgetGathered(): void {
  gathered = [];
}

function write() {
  const exchanges = gathered;
  gathered = [];
  if (exchanges.length === 0) return;
  addToNetworkLog(connectionHost.device, exchanges).catch((fault: unknown) => console.error('the log of what was sent where', fault));
}
