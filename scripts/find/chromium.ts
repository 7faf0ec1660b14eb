import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { onPath } from './on-path';

/** Names on PATH, best first: Debian and Ubuntu, Fedora and Arch, then the branded ones. All of them take an unpacked extension over CDP. */
const names = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'microsoft-edge-stable',
  'microsoft-edge',
  'brave-browser',
  'brave',
  'vivaldi-stable',
  'vivaldi',
];

const macApps = ['Chromium', 'Google Chrome', 'Microsoft Edge', 'Brave Browser', 'Vivaldi'];

const windowsPaths = [
  'Chromium\\Application\\chrome.exe',
  'Google\\Chrome\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
  'BraveSoftware\\Brave-Browser\\Application\\brave.exe',
  'Vivaldi\\Application\\vivaldi.exe',
];

interface Machine {
  platform: NodeJS.Platform;
  env: NodeJS.ProcessEnv;
  exists: (path: string) => boolean;
}
const thisMachine: Machine = { platform: process.platform, env: process.env, exists: existsSync };

/** A browser of the Chromium family on this machine: `CHROMIUM`, then PATH, then where each system puts its programs. */
export function findChromium(machine: Machine = thisMachine): string | undefined {
  const { env, exists, platform } = machine;
  if (env.CHROMIUM) return exists(env.CHROMIUM) ? env.CHROMIUM : undefined;
  return onPath(names, machine) ?? placesOf(platform, env).find(exists);
}

function placesOf(platform: NodeJS.Platform, env: NodeJS.ProcessEnv): string[] {
  if (platform === 'darwin') {
    const folders = ['/Applications', ...(env.HOME ? [join(env.HOME, 'Applications')] : [])];
    return folders.flatMap((folder) => macApps.map((app) => `${folder}/${app}.app/Contents/MacOS/${app}`));
  }
  if (platform === 'win32') {
    const folders = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter((folder) => folder !== undefined);
    return folders.flatMap((folder) => windowsPaths.map((path) => `${folder}\\${path}`));
  }
  return ['/opt/google/chrome/chrome', '/opt/microsoft/msedge/msedge', '/opt/brave.com/brave/brave', '/opt/vivaldi/vivaldi', '/snap/bin/chromium'];
}
