import { useCallback, useEffect, useState } from 'react';
import { device } from '../panel/device';
import { type PaneChoices, type PaneName, usualChoices } from './pane-layout';

const key = 'page-panes';

/** What was kept, as far as it still is of use. */
function choicesOf(value: unknown): PaneChoices {
  const kept = (typeof value === 'object' && value !== null ? value : {}) as Partial<Record<keyof PaneChoices, unknown>>;
  const widths = (typeof kept.widths === 'object' && kept.widths !== null ? kept.widths : {}) as Partial<Record<PaneName, unknown>>;
  const width = (name: PaneName) => {
    const its = widths[name];
    return typeof its === 'number' && Number.isFinite(its) ? its : usualChoices.widths[name];
  };
  return {
    widths: { rail: width('rail'), list: width('list'), context: width('context') },
    rail: typeof kept.rail === 'boolean' ? kept.rail : usualChoices.rail,
    context: typeof kept.context === 'boolean' ? kept.context : undefined,
    newest: kept.newest === 'context' ? 'context' : 'rail',
  };
}

interface Panes {
  choices: PaneChoices;
  /** Shows them so, while an edge is dragged. */
  draw(choices: PaneChoices): void;
  /** Shows them so and remembers. */
  keep(choices: PaneChoices): void;
}

/** The panes as this device last had them; from then on each tab has its own, so that no window moves another's. `undefined` until read. */
export function usePanes(): Panes | undefined {
  const [choices, draw] = useState<PaneChoices>();
  useEffect(() => {
    let gone = false;
    void device.settings.get(key).then((row) => {
      if (!gone) draw(choicesOf(row?.value));
    });
    return () => {
      gone = true;
    };
  }, []);
  const keep = useCallback((next: PaneChoices) => {
    draw(next);
    void device.settings.put({ key, value: next });
  }, []);
  return choices && { choices, draw, keep };
}
