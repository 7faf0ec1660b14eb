import { expect, it } from 'vitest';
import { findChromium } from './chromium';

const machine = (platform: NodeJS.Platform, env: NodeJS.ProcessEnv, ...files: string[]) => ({
  platform,
  env,
  exists: (path: string) => files.includes(path),
});

it.each([
  ['Debian', machine('linux', { PATH: '/usr/local/bin:/usr/bin' }, '/usr/bin/chromium'), '/usr/bin/chromium'],
  ['Brave beside nothing else', machine('linux', { PATH: '/usr/bin' }, '/usr/bin/brave-browser'), '/usr/bin/brave-browser'],
  ['Chrome off PATH', machine('linux', { PATH: '/usr/bin' }, '/opt/google/chrome/chrome'), '/opt/google/chrome/chrome'],
  [
    'Edge on a Mac',
    machine('darwin', { PATH: '/usr/bin', HOME: '/Users/a' }, '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge'),
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  [
    'Vivaldi in one’s own programs on Windows',
    machine(
      'win32',
      { PATH: 'C:\\Windows', LOCALAPPDATA: 'C:\\Users\\a\\AppData\\Local' },
      'C:\\Users\\a\\AppData\\Local\\Vivaldi\\Application\\vivaldi.exe',
    ),
    'C:\\Users\\a\\AppData\\Local\\Vivaldi\\Application\\vivaldi.exe',
  ],
  ['the one that CHROMIUM names', machine('linux', { PATH: '/usr/bin', CHROMIUM: '/opt/own' }, '/usr/bin/chromium', '/opt/own'), '/opt/own'],
])('finds %s', (_, from, path) => {
  expect(findChromium(from)).toBe(path);
});

it('finds none where there is none, or where CHROMIUM names nothing', () => {
  expect(findChromium(machine('linux', { PATH: '/usr/bin' }))).toBeUndefined();
  expect(findChromium(machine('linux', { PATH: '/usr/bin', CHROMIUM: '/gone' }, '/usr/bin/chromium'))).toBeUndefined();
});
