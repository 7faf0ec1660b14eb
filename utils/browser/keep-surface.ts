import { browser } from 'wxt/browser';
import type { Shown } from '../messaging/shown';
import { surfacePort } from '../messaging/surface-port';
import { forgetWhoElse, hearWhoElse } from './who-else';

/** Chrome lets a worker go after 30 s without an event, port or no port: a beat on it is one. */
const beatMs = 20_000;
const againMs = 500;
/** Somebody who has not touched a key for so long is reading again. */
const quietMs = 10_000;

let port: ReturnType<typeof browser.runtime.connect> | undefined;
let open: Shown | null = null;
let quiet: ReturnType<typeof setTimeout> | undefined;

const say = () => port?.postMessage({ showing: document.visibilityState === 'visible' ? open : null });

/** The conversation this page has open, or none: the worker announces nothing that is on screen already. */
export function nowOpen(conversationId: string | undefined, connection: string): void {
  clearTimeout(quiet);
  open = conversationId === undefined ? null : { conversationId, connection, doing: 'reading' };
  say();
}

/** A key was touched in the composer of the open conversation; `reading`: it was left. Colleagues see it (THR-14). */
export function nowDoing(doing: Shown['doing']): void {
  clearTimeout(quiet);
  if (!open) return;
  if (doing !== 'reading') quiet = setTimeout(() => nowDoing('reading'), quietMs);
  if (open.doing === doing) return;
  open = { ...open, doing };
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
    port.onMessage.addListener(hearWhoElse);
    port.onDisconnect.addListener(() => {
      port = undefined;
      forgetWhoElse();
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
