/** Px. What a pane needs to be of use, what it may take at most, and what it has until somebody drags it. */
export const paneWidths = {
  rail: { least: 176, most: 320, usual: 216 },
  list: { least: 288, most: 560, usual: 368 },
  context: { least: 256, most: 480, usual: 304 },
} as const;
export type PaneName = keyof typeof paneWidths;
const leastThread = 384;

/** A tab at least this wide (px) has room for list, thread and either side; a narrower one shows one column, as the panel does. */
export const leastForPanes = Math.max(paneWidths.rail.least, paneWidths.context.least) + paneWidths.list.least + leastThread;
/** From here on (px) the details stand open until somebody folds them: the thread keeps the width one reads at. */
const roomForContext = 1400;

/** What this device remembers of the page's panes. `context` unset: open where there is room. */
export interface PaneChoices {
  widths: Record<PaneName, number>;
  rail: boolean;
  context: boolean | undefined;
  /** Opened last: where both do not fit, the other one gives way. */
  newest: 'rail' | 'context';
}

export const usualChoices: PaneChoices = {
  widths: { rail: paneWidths.rail.usual, list: paneWidths.list.usual, context: paneWidths.context.usual },
  rail: true,
  context: undefined,
  newest: 'rail',
};

export interface Pane {
  width: number;
  least: number;
  /** How wide it may be dragged here: the thread always keeps what it needs. */
  most: number;
}

/** Whole px between the two. */
export const within = (value: number, least: number, most: number) => Math.max(least, Math.min(most, Math.round(value)));

/** The panes of a page `width` px wide; a folded one is absent. What was chosen is kept: a wider window gives it back. */
export function paneLayout(width: number, choices: PaneChoices): { rail?: Pane; list: Pane; context?: Pane } {
  const wanted = { rail: choices.rail, context: choices.context ?? width >= roomForContext };
  const both = paneWidths.rail.least + paneWidths.context.least + paneWidths.list.least + leastThread;
  if (wanted.rail && wanted.context && width < both) wanted[choices.newest === 'rail' ? 'context' : 'rail'] = false;
  const shown = (['rail', 'list', 'context'] as const).filter((name) => name === 'list' || wanted[name]);
  const widths = { ...choices.widths };
  for (const name of shown) widths[name] = within(widths[name], paneWidths[name].least, paneWidths[name].most);
  const spare = () => width - leastThread - shown.reduce((sum, name) => sum + widths[name], 0);
  for (const name of shown.toReversed()) if (spare() < 0) widths[name] = Math.max(paneWidths[name].least, widths[name] + spare());
  const pane = (name: PaneName): Pane => ({
    width: widths[name],
    least: paneWidths[name].least,
    most: within(widths[name] + spare(), widths[name], Math.max(widths[name], paneWidths[name].most)),
  });
  return {
    list: pane('list'),
    ...(wanted.rail && { rail: pane('rail') }),
    ...(wanted.context && { context: pane('context') }),
  };
}
