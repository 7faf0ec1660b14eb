import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import tailwindcss from '@tailwindcss/vite';
import { mergeConfig } from 'vite';
import { defineConfig } from 'wxt';
import { oneEntityTable } from './scripts/build/one-entity-table';
import { oneIconEach } from './scripts/build/one-icon-each';
import { openingFirst } from './scripts/build/opening-first';
import { sharedByPages } from './scripts/build/shared-by-pages';
import { shortIconKeys } from './scripts/build/short-icon-keys';
import { fileOfWords, wordsByPages } from './scripts/build/words-by-pages';
import { extensionKey, firefoxExtensionId } from './utils/browser/extension-id';

/** The shipped build, or the same code with gates where a test can hold it (never `--mode`: that would build development React). */
const gates = process.env.SAMTALE_GATES === '1';

const inManifest = ['appName', 'appDescription', 'commandQuickTriage'];
/**
 * What is loaded together is one file: a file by itself costs its names, and repeats to the zip what its neighbours say (docs/decisions/0030-sizes.md).
 * The settings' pages are light, but for those that carry the archive, the mover or an editor.
 */
const together = [{ name: 'settings', test: /components\/settings\/(?!move\/|device\/)[^/]+\/(?!signature-editor|name-token-node|picture-node)/ }];
/** What the opening has in React's place. */
const drawOnce = join(import.meta.dirname, 'components/opening/draw-once.ts');
const build = {
  // A page's own scripts are asked for at once; what comes later lies on the disk, and a list of it in every script would be 6 KB of the zip.
  modulePreload: {
    resolveDependencies: (_file: string, needed: string[], { hostType }: { hostType: 'html' | 'js' }) =>
      hostType === 'html' ? needed : needed.filter((name) => name.endsWith('.css')),
  },
};

const manifestMessages = (locale: string) =>
  JSON.stringify(Object.fromEntries(Object.entries(JSON.parse(locale)).filter(([key]) => inManifest.includes(key))));

const permissions = ['storage', 'alarms', 'sidePanel', 'scripting', 'identity', 'notifications', 'contextMenus', 'offscreen', 'unlimitedStorage'];
const unknownToFirefox = ['sidePanel', 'offscreen'];
const chromiumOnly = { key: extensionKey, minimum_chrome_version: '123' };
const firefoxOnly = {
  browser_specific_settings: {
    gecko: { id: firefoxExtensionId, strict_min_version: '140.0', data_collection_permissions: { required: ['none' as const] } },
  },
};

export default defineConfig({
  imports: false,
  modules: ['@wxt-dev/module-react', '@wxt-dev/webextension-polyfill'],
  outDirTemplate: gates ? '{{browser}}-mv{{manifestVersion}}-gates' : '{{browser}}-mv{{manifestVersion}}',
  hooks: {
    // Pages only: a script for other people's pages is one file, whatever it shares with them.
    'vite:build:extendConfig': (entrypoints, config) => {
      if (entrypoints.some(({ name }) => name === 'opening'))
        Object.assign(config, mergeConfig(config, { resolve: { alias: [{ find: /^react(\/jsx-runtime)?$/, replacement: drawOnce }] } }));
      if (config.build?.lib) return;
      const output = {
        codeSplitting: { groups: [...together, { name: fileOfWords }, { name: sharedByPages() }], includeDependenciesRecursively: false },
      };
      Object.assign(config, mergeConfig(config, { build: { rolldownOptions: { output } } }));
    },
    // `imports: false` alone still injects into files that merely name a parameter `browser` (docs/decisions/0005).
    'config:resolved': (wxt) => {
      Object.assign(wxt.config.imports, { autoImport: false });
    },
    // A page named popup would take the toolbar button; what that opens is the device's choice (docs/decisions/0017).
    'build:manifestGenerated': (_wxt, manifest) => {
      manifest.action = { default_title: '__MSG_appName__' };
    },
    // The screens carry their words in the bundle; the browser itself needs the manifest's alone, and refuses keys with a hyphen.
    'build:publicAssets': (_wxt, files) => {
      for (const [at, file] of files.entries()) {
        if (!/^_locales[\\/]/.test(file.relativeDest) || !('absoluteSrc' in file)) continue;
        files[at] = { relativeDest: file.relativeDest, contents: manifestMessages(readFileSync(file.absoluteSrc, 'utf8')) };
      }
    },
    // Zipped from a copy: a store refuses a manifest that names its own key, while the folder one loads by hand keeps its id by it (K21).
    'zip:extension:start': (wxt) => {
      const { outDir } = wxt.config;
      const forStores = `${outDir}-store`;
      rmSync(forStores, { recursive: true, force: true });
      cpSync(outDir, forStores, { recursive: true });
      const file = join(forStores, 'manifest.json');
      const { key: _, ...manifest } = JSON.parse(readFileSync(file, 'utf8'));
      writeFileSync(file, JSON.stringify(manifest));
      Object.assign(wxt.config, { outDir: forStores });
    },
  },
  // Firefox too, where WXT would otherwise build the version that has no optional hosts.
  manifestVersion: 3,
  manifest: ({ browser }) => ({
    name: '__MSG_appName__',
    description: '__MSG_appDescription__',
    default_locale: 'en',
    ...(browser === 'firefox' ? firefoxOnly : chromiumOnly),
    permissions: permissions.filter((name) => browser !== 'firefox' || !unknownToFirefox.includes(name)),
    // Asked for one at a time, when a person connects the page; a hub needs none, it answers CORS (X33).
    optional_host_permissions: [
      'https://mail.google.com/*',
      'https://outlook.live.com/*',
      'https://outlook.office.com/*',
      'https://outlook.office365.com/*',
      'https://outlook.cloud.microsoft/*',
      'https://*.hubspot.com/*',
    ],
    action: { default_title: '__MSG_appName__' },
    commands: {
      // The same key opens the same thing: Firefox's toolbar button and its sidebar are two things.
      [browser === 'firefox' ? '_execute_sidebar_action' : '_execute_action']: { suggested_key: { default: 'Alt+Shift+S' } },
      'quick-triage': { suggested_key: { default: 'Alt+Shift+Q' }, description: '__MSG_commandQuickTriage__' },
    },
    content_security_policy: {
      extension_pages: [
        "default-src 'none'",
        "script-src 'self'",
        // The frame that shows a mail inherits this policy: without these two a mail loses its styles and images.
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data: blob:",
        // Static, while the hub's address is typed by a person: `utils/network` holds the list of connections (X4).
        "connect-src 'self' https: wss: http://127.0.0.1:* http://localhost:* ws://127.0.0.1:* ws://localhost:*",
        "font-src 'self'",
        "frame-src 'self'",
        "form-action 'none'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
      ].join('; '),
    },
  }),
  vite: () => ({
    build,
    // The library's build for browsers that know `class` and `async`: the one it names by itself is written out for those that do not.
    resolve: { alias: [{ find: /^dexie$/, replacement: 'dexie/dist/modern/dexie.mjs' }] },
    plugins: [tailwindcss(), wordsByPages(), oneIconEach(), shortIconKeys(), openingFirst()],
    worker: { plugins: () => [oneEntityTable()] },
    define: { 'import.meta.env.SAMTALE_GATES': JSON.stringify(gates) },
  }),
});
