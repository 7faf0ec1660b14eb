import { createElement } from 'react';
import words from 'words/opening';
import { bringLanguage } from '../../utils/i18n/messages';
import { textOf } from '../../utils/i18n/text';
import { settingsOf } from '../panel/device-settings';
import type { Ahead } from './ahead';
import { draw } from './draw-once';
import { openingId } from './end-opening';
import { OpeningScreen } from './opening-screen';
import { readOpening, type Surface } from './read-opening';

/** ms these rows stand at most. */
const atTheLatest = 3000;

/** Draws the first rows of the page from what is in the store this moment, unless React was faster. */
export async function showOpening(surface: Surface): Promise<Ahead | undefined> {
  const read = await readOpening(surface);
  await parsed();
  if (!read || document.getElementById('root')?.firstChild) return undefined;
  const { theme, locale, density } = settingsOf(read.settings);
  document.documentElement.dataset.theme = theme;
  bringLanguage(locale, words[locale]);
  const layer = document.createElement('div');
  layer.id = openingId;
  layer.inert = true;
  layer.ariaHidden = 'true';
  draw(createElement(OpeningScreen, { surface, read, text: textOf(locale), compact: density === 'compact', now: Date.now() }), layer);
  document.body.append(layer);
  keepPress(layer, read);
  // A page that never comes to its rows says why, on a screen of its own.
  setTimeout(() => layer.remove(), atTheLatest);
  await painted();
  return read;
}

/** A frame that nobody sees is not painted. */
const painted = () =>
  new Promise<void>((done) => {
    if (document.visibilityState === 'hidden') done();
    else requestAnimationFrame(() => setTimeout(done));
  });

const parsed = () => (document.body ? undefined : new Promise((resolve) => document.addEventListener('DOMContentLoaded', resolve, { once: true })));

/** A click on one of these rows is kept for the same row of React's. */
function keepPress(layer: HTMLElement, { rows }: Ahead) {
  const drawn = [...layer.querySelectorAll('.row')];
  const keep = ({ clientX: x, clientY: y }: MouseEvent) => {
    if (!layer.isConnected) return removeEventListener('click', keep, true);
    const id = rows[drawn.findIndex((row) => contains(row.getBoundingClientRect(), x, y))]?.id;
    if (id) layer.dataset.pressed = id;
  };
  addEventListener('click', keep, true);
}

const contains = ({ left, right, top, bottom }: DOMRect, x: number, y: number) => x >= left && x < right && y >= top && y < bottom;
