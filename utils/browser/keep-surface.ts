import { browser } from 'wxt/browser';
import { surfacePort } from '../messaging/surface-port';

/** Chrome lets a worker go after 30 s without an event, port or no port: a beat on it is one. */
const beatMs = 20_000;
const againMs = 500;

let port: ReturnType<typeof browser.runtime.connect> | undefined;
let open: string | null = null;

const say = () => port?.postMessage({ showing: document.visibilityState === 'visible' ? open : null });

/** The conversation this page has open, or none: the worker announces nothing that is on screen already. */
export function nowOpen(conversationId: string | undefined): void {
  open = conversationId ?? null;
  say();
}

/**
 * Tells the worker that a page of ours is on screen, so that it keeps the socket; connects anew when the worker was stopped.
 * Call once at the page's start; returns how to end it.
 */
export function keepSurface(): () => void {
  let ended = false;

  const connect = () => {
    // After an update of the extension an old page has no runtime to talk to any more.
    if (ended || !browser.runtime?.id) return;
    port = browser.runtime.connect({ name: surfacePort });
    say();
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
  document.addEventListener('visibilitychange', say);
  const beat = setInterval(() => port?.postMessage('beat'), beatMs);
  return () => {
    ended = true;
    window.removeEventListener('online', online);
    document.removeEventListener('visibilitychange', say);
    clearInterval(beat);
    port?.disconnect();
  };
}
