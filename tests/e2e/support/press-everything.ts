import type { Page } from '@playwright/test';

/** Presses, passes over and focuses all that mails let one press, as a person who follows every link would. */
export const pressEverything = (panel: Page) =>
  panel.evaluate(() => {
    for (const frame of document.querySelectorAll('iframe'))
      for (const node of frame.contentDocument?.querySelectorAll<HTMLElement>('a, button, input, summary, img, [onclick], [href]') ?? []) {
        node.click();
        node.dispatchEvent(new MouseEvent('mouseover', { bubbles: true }));
        node.focus();
      }
  });
