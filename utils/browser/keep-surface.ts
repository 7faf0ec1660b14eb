import { browser } from 'wxt/browser';
import { surfacePort } from '../messaging/surface-port';

/** Chrome lets a worker go after 30 s without an event, port or no port: a beat on it is one. */
const beatMs = 20_000;
const againMs = 500;

/**
 * Tells the worker that a page of ours is on screen, so that it keeps the socket; connects anew when the worker was stopped.
 * Call once at the page's start; returns how to end it.
 */
export function keepSurface(): () => void {
  let port: ReturnType<typeof browser.runtime.connect> | undefined;
  let ended = false;

  const connect = () => {
    // After an update of the extension an old page has no runtime to talk to any more.
    if (ended || !browser.runtime?.id) return;
    port = browser.runtime.connect({ name: surfacePort });
    port.onDisconnect.addListener(() => {
      port = undefined;
      setTimeout(connect, againMs);
    });
  };
  // A stopped worker hears no `online` event, a page does; a new port makes the worker sync and open its sockets at once.
  const online = () => {
    port?.disconnect();
    connect();
  };
  connect();
  window.addEventListener('online', online);
  const beat = setInterval(() => port?.postMessage('beat'), beatMs);
  return () => {
    ended = true;
    window.removeEventListener('online', online);
    clearInterval(beat);
    port?.disconnect();
  };
}
