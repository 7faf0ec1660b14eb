import { expect } from '@playwright/test';

/** One window of the extension in Firefox, a tab or the sidebar, as a person works in it: by the words on it. */
export class FirefoxPage {
  /** `see` gives the value of an expression there, in which `window` and `document` are its own. */
  constructor(readonly see: (expression: string) => Promise<unknown>) {}

  text = () => this.see('document.body.innerText').then(String);

  count = (selector: string) => this.see(`document.querySelectorAll(${JSON.stringify(selector)}).length`).then(Number);

  /** Presses what has these words on it or as its name. */
  async click(selector: string, words: string) {
    const find = found(selector, words);
    await expect.poll(() => this.see(`Boolean(${find})`), `${selector} with “${words}”`).toBe(true);
    await this.see(`${find}.click()`);
  }

  /** Types into the field of this name, or the only one. */
  async fill(words: string, value: string, selector = 'input[type=text], input:not([type])') {
    const find = `[...document.querySelectorAll(${JSON.stringify(selector)})].find((one) => ((one.getAttribute('aria-label') ?? '') + [...(one.labels ?? [])].map((label) => label.textContent)).includes(${JSON.stringify(words)}))`;
    await expect.poll(() => this.see(`Boolean(${find})`), `field “${words}”`).toBe(true);
    await this.see(
      `(() => { const field = ${find}; Object.getOwnPropertyDescriptor(window.HTMLInputElement.prototype, 'value').set.call(field, ${JSON.stringify(value)}); field.dispatchEvent(new window.Event('input', { bubbles: true })); })()`,
    );
  }

  press = (key: string) =>
    this.see(
      `(document.activeElement ?? document.body).dispatchEvent(new window.KeyboardEvent('keydown', { key: ${JSON.stringify(key)}, bubbles: true, cancelable: true }))`,
    );

  /** Chooses a file in a field that takes one, as the picker does. */
  async choose(selector: string, { name, bytes }: { name: string; bytes: Uint8Array }) {
    const base64 = JSON.stringify(Buffer.from(bytes).toString('base64'));
    await expect.poll(() => this.count(selector)).toBeGreaterThan(0);
    await this.see(
      `(() => { const field = document.querySelector(${JSON.stringify(selector)}); const given = new window.DataTransfer(); given.items.add(new window.File([window.Uint8Array.from(window.atob(${base64}), (one) => one.charCodeAt(0))], ${JSON.stringify(name)})); field.files = given.files; field.dispatchEvent(new window.Event('change', { bubbles: true })); })()`,
    );
  }
}

const found = (selector: string, words: string) =>
  `[...document.querySelectorAll(${JSON.stringify(selector)})].find((one) => ((one.getAttribute('aria-label') ?? '') + one.textContent).includes(${JSON.stringify(words)}))`;
