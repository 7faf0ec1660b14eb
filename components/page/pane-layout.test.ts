import { describe, expect, it } from 'vitest';
import { leastForPanes, type PaneChoices, paneLayout, paneWidths, usualChoices } from './pane-layout';

const threadOf = (width: number, choices: PaneChoices) => {
  const { rail, list, context } = paneLayout(width, choices);
  return width - (rail?.width ?? 0) - list.width - (context?.width ?? 0);
};

describe('SUR-7 LIST-4 the panes of the page', () => {
  it('stand as they are drawn at 1440 px', () => {
    const { rail, list, context } = paneLayout(1440, usualChoices);
    expect([rail?.width, list.width, context?.width]).toEqual([216, 368, 304]);
  });

  it('keep the details folded where the thread would get narrow, until somebody opens them', () => {
    expect(paneLayout(1280, usualChoices).context).toBeUndefined();
    expect(paneLayout(1280, { ...usualChoices, context: true }).context?.width).toBe(304);
    expect(paneLayout(1920, { ...usualChoices, context: false }).context).toBeUndefined();
  });

  it('give way where two do not fit: the one opened last stays', () => {
    const both = { ...usualChoices, context: true };
    const views = paneLayout(1024, { ...both, newest: 'rail' });
    expect([views.rail !== undefined, views.context !== undefined]).toEqual([true, false]);
    const details = paneLayout(1024, { ...both, newest: 'context' });
    expect([details.rail !== undefined, details.context !== undefined]).toEqual([false, true]);
  });

  it('never take from the thread what it needs, whatever was chosen, from the narrowest page on', () => {
    const greedy: PaneChoices = { widths: { rail: 9000, list: 9000, context: 9000 }, rail: true, context: true, newest: 'context' };
    for (let width = leastForPanes; width <= 2560; width += 1) {
      for (const choices of [usualChoices, greedy, { ...greedy, newest: 'rail' as const }])
        expect(threadOf(width, choices), `${width} px`).toBeGreaterThanOrEqual(384);
    }
  });

  it('can be dragged no further than the thread allows, and no further than is of use', () => {
    const { list } = paneLayout(1024, usualChoices);
    expect(list.most).toBe(list.width + (threadOf(1024, usualChoices) - 384));
    expect(paneLayout(2560, usualChoices).list.most).toBe(paneWidths.list.most);
    const dragged = paneLayout(1024, { ...usualChoices, widths: { ...usualChoices.widths, list: list.most } });
    expect(dragged.list.width).toBe(list.most);
    expect(dragged.rail?.width).toBe(216);
  });

  it('a width from a wider window comes back with it', () => {
    const wide = { ...usualChoices, widths: { ...usualChoices.widths, list: 540 } };
    expect(paneLayout(1024, wide).list.width).toBeLessThan(540);
    expect(paneLayout(1920, wide).list.width).toBe(540);
  });
});
