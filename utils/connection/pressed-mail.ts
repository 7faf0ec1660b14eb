import type { ShownMail } from '../webmail/shown-mail';

/** Among the settings of the device: the mail whose button was pressed, until the panel of that window has taken it. */
export const pressedMailKey = 'pressed-mail';

export interface PressedMail {
  mail: ShownMail;
  windowId: number;
  /** The tab it is open in. */
  tabId: number;
  /** When, by this device. */
  at: number;
}
