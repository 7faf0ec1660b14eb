import type { DeviceDatabase } from './device-database';

/** What the toolbar button opens on this device; the other is in its context menu and has a key (docs/decisions/0017). */
export type ToolbarButton = 'panel' | 'triage';

/** Anything that is not a choice means the side panel. */
export const toolbarButtonOf = (value: unknown): ToolbarButton => (value === 'triage' ? 'triage' : 'panel');

export const readToolbarButton = async (device: DeviceDatabase): Promise<ToolbarButton> =>
  toolbarButtonOf((await device.settings.get('toolbarButton'))?.value);
