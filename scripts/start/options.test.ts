import { expect, it } from 'vitest';
import { startOptions } from './options';

it('has ports of its own, which options change', () => {
  expect(startOptions([])).toEqual({ port: 7420, smtpPort: 7425, browser: true, headless: false });
  expect(startOptions(['--no-browser', '--port', '8000', '--smtp-port', '8025'])).toEqual({
    port: 8000,
    smtpPort: 8025,
    browser: false,
    headless: false,
  });
});

it.each(['0', '70000', 'http', '-1'])('refuses %s as a port, and names the option', (port) => {
  expect(() => startOptions([`--port=${port}`])).toThrow(/--port takes a number/);
});

it('refuses an option it does not know', () => {
  expect(() => startOptions(['--prot', '1'])).toThrow(/prot/);
});
