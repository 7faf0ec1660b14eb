import type { Page } from '@playwright/test';

/**
 * Words nobody can read whole: outside the window at either side, cut off by what holds them, or shortened in something one presses or
 * fills in. Names and subjects of rows may be shortened: they say so with an ellipsis.
 */
export const clipped = (page: Page): Promise<string[]> => page.evaluate(clippedWords);

// What follows runs in the page.

function clippedWords(): string[] {
  const found: string[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const words = node.textContent?.trim();
    const holder = node.parentElement;
    if (!words || !holder?.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
    if (holder.closest('.sr-only, script, style, [aria-hidden=true], .ProseMirror')) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const box = range.getBoundingClientRect();
    if (box.width <= 1 || box.height <= 1) continue;
    const why = cutBy(holder, box);
    if (why) found.push(`${words.slice(0, 50)}: ${why}`);
  }
  return found;

  function cutBy(holder: Element, box: DOMRect): string | undefined {
    for (let at: Element | null = holder; at && at !== document.documentElement; at = at.parentElement) {
      const style = getComputedStyle(at);
      const edge = at.getBoundingClientRect();
      // What scrolls sideways can be read whole where all of it lies in the window.
      if (/auto|scroll/.test(style.overflowX))
        return edge.left < -0.5 || edge.right > innerWidth + 0.5 ? `in what ends at ${Math.round(edge.right)} px` : undefined;
      if (!/hidden|clip/.test(style.overflowX)) continue;
      // Made for screen readers alone.
      if (edge.width <= 2) return undefined;
      if (box.left >= edge.left - 1 && box.right <= edge.right + 1) continue;
      if (style.textOverflow !== 'ellipsis') return `cut off at ${Math.round(edge.right)} of ${Math.round(box.right)} px`;
      const label = at.closest('button, label, legend, h1, h2, h3, [role=tab], [role=switch]');
      return label && !at.closest('[role=option]') && !at.closest('[title], [data-name]') ? 'shortened' : undefined;
    }
    return box.left < -0.5 || box.right > innerWidth + 0.5 ? `outside the window, up to ${Math.round(box.right)} px` : undefined;
  }
}
