import { addToNetworkLog } from '../../utils/connection/kept-network-log';
import { type Exchange, onExchange } from '../../utils/network/network-log';
import { connectionHost } from './connection-host';

/** A sync is several exchanges; they are written down together. */
const gatherMs = 1000;

/** Keeps the log of what was sent where, for the device's settings. Called before anything is asked of the network. */
export function keepNetworkLog(): void {
  let gathered: Exchange[] = [];
  const write = () => {
    const exchanges = gathered;
    gathered = [];
    addToNetworkLog(connectionHost.device, exchanges).catch((fault: unknown) => console.error('the log of what was sent where', fault));
  };
  onExchange((exchange) => {
    gathered.push(exchange);
    if (gathered.length === 1) setTimeout(write, gatherMs);
  });
}
