import type { MailLook } from '../shown-mail';

export interface MailButton {
  /** The one element of ours in the page; its inside is closed to it. */
  host: Element;
  show(look: MailLook): void;
}

/** Of `components/ui/samtale-mark.tsx` and lucide's `circle-check`, `loader-circle` and `cloud-off`; 24 units wide. */
const icons: Record<MailLook['state'], { path: string; width: number }> = {
  'not-logged': { path: 'M3 9h12M9 15h12', width: 4 },
  logging: { path: 'M21 12a9 9 0 1 1-6.219-8.56', width: 2 },
  waiting: {
    path: 'M10.94 5.274A7 7 0 0 1 15.71 10h1.79a4.5 4.5 0 0 1 4.222 6.057M18.796 18.81A4.5 4.5 0 0 1 17.5 19H9A7 7 0 0 1 5.79 5.78M2 2l20 20',
    width: 2,
  },
  logged: { path: 'M12 2a10 10 0 1 0 0 20 10 10 0 1 0 0-20M16 9l-5.5 5.5L8 12', width: 2 },
};

/** Colours of `components/ui/styles/theme.css`; line and hover stand on the page's paper, not ours. The page may not style the element round it: hence `!important`. */
const css = `
:host { all: initial !important; display: inline-flex !important; vertical-align: middle !important; margin-inline-start: 8px !important; }
button { all: unset; box-sizing: border-box; display: inline-flex; align-items: center; gap: 6px; height: 28px; padding: 0 10px 0 8px; border-radius: 6px;
  font: 400 13px/1 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; white-space: nowrap; cursor: pointer; color: var(--ink);
  box-shadow: inset 0 0 0 1px var(--line); }
button:hover { background: var(--hover); }
button:focus-visible { outline: 2px solid var(--accent); outline-offset: 1px; }
svg { width: 14px; height: 14px; flex: none; fill: none; stroke: var(--accent); stroke-linecap: round; stroke-linejoin: round; }
button[data-state="logging"] { color: var(--quiet); }
button[data-state="waiting"] svg { stroke: var(--wait); }
button[data-state="logged"] svg { stroke: var(--ok); }
.light { --ink: #23201b; --line: #d3cdc1; --hover: #0000000d; --accent: #0a5f72; --ok: #2b6438; --wait: #774f00; --quiet: #6c655a; }
.dark { --ink: #eeebe4; --line: #5f5a50; --hover: #ffffff14; --accent: #7fc6d6; --ok: #8fca9c; --wait: #e3b766; --quiet: #9c958a; }
`;

/** What acts on a page before a click does; those that begin on the button end there. */
const pointing = ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click', 'dblclick', 'contextmenu'];

/**
 * A button that is not in the page yet. Only a press by a person counts (G3, E10); it takes no focus by itself.
 *
 * @param place where it will stand, whose text says whether the page is light or dark
 */
export function mailButton(place: Element, press: () => void): MailButton {
  const { ownerDocument: document } = place;
  const host = document.createElement('samtale-button');
  const inside = host.attachShadow({ mode: 'closed' });
  const style = document.createElement('style');
  style.textContent = css;
  const button = document.createElement('button');
  button.type = 'button';
  button.className = isLight(getComputedStyle(place).color) ? 'dark' : 'light';
  const label = document.createElement('span');
  const drawing = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  drawing.setAttribute('viewBox', '0 0 24 24');
  drawing.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  drawing.append(path);
  button.append(drawing, label);
  inside.append(style, button);
  for (const type of pointing) host.addEventListener(type, (event) => event.stopPropagation());
  button.addEventListener('click', (event) => event.isTrusted && press());
  return {
    host,
    show({ state, label: word }) {
      const { path: line, width } = icons[state];
      button.dataset.state = state;
      label.textContent = word;
      path.setAttribute('d', line);
      path.setAttribute('stroke-width', String(width));
    },
  };
}

/** Light letters stand on dark paper. */
function isLight(color: string): boolean {
  const [red = 0, green = 0, blue = 0] = (color.match(/[\d.]+/g) ?? []).map(Number);
  return 0.299 * red + 0.587 * green + 0.114 * blue > 128;
}
