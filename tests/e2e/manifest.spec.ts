import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { buildFolder } from './support/launch-extension';

const folder = buildFolder('shipped');
const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));

test('X15 asks for exactly these permissions', () => {
  expect(manifest.permissions).toEqual([
    'storage',
    'alarms',
    'sidePanel',
    'scripting',
    'identity',
    'notifications',
    'contextMenus',
    'offscreen',
    'unlimitedStorage',
  ]);
});

test('X33 all hosts are optional, and none of them is a hub', () => {
  expect(manifest).not.toHaveProperty('host_permissions');
  expect(manifest).not.toHaveProperty('content_scripts');
  expect(manifest.optional_host_permissions).toEqual([
    'https://mail.google.com/*',
    'https://outlook.live.com/*',
    'https://outlook.office.com/*',
    'https://outlook.office365.com/*',
    'https://outlook.cloud.microsoft/*',
    'https://*.hubspot.com/*',
  ]);
});

test('X1 nothing of it can be framed or fetched by a page, and no page can message it', () => {
  expect(manifest).not.toHaveProperty('web_accessible_resources');
  expect(manifest).not.toHaveProperty('externally_connectable');
});

test('X4 its policy allows no script but its own', () => {
  const policy: string = manifest.content_security_policy.extension_pages;
  const directives = Object.fromEntries(policy.split('; ').map((part) => [part.split(' ')[0], part.split(' ').slice(1).join(' ')]));
  expect(directives).toEqual({
    'default-src': "'none'",
    'script-src': "'self'",
    'style-src': "'self' 'unsafe-inline'",
    'img-src': "'self' data: blob:",
    'connect-src': "'self' https: wss: http://127.0.0.1:* http://localhost:* ws://127.0.0.1:* ws://localhost:*",
    'font-src': "'self'",
    'frame-src': "'self'",
    'form-action': "'none'",
    'base-uri': "'none'",
    'frame-ancestors': "'none'",
  });
});

test('opens by the toolbar button and by a key, and every file it names is there', () => {
  expect(manifest.commands).toEqual({
    _execute_action: { suggested_key: { default: 'Alt+Shift+S' } },
    'quick-triage': { suggested_key: { default: 'Alt+Shift+Q' }, description: '__MSG_commandQuickTriage__' },
  });
  // What the button opens is the device's choice, not the manifest's.
  expect(manifest.action).toEqual({ default_title: '__MSG_appName__' });
  const named = [manifest.background.service_worker, manifest.side_panel.default_path, 'popup.html', ...Object.values<string>(manifest.icons)];
  for (const file of named) expect(existsSync(join(folder, file)), file).toBe(true);
});

test('says its name in every language it has', () => {
  const languages = readdirSync(join(folder, '_locales')).sort();
  expect(languages).toEqual(['da', 'en', 'nb', 'sv']);
  for (const language of languages) {
    const messages = JSON.parse(readFileSync(join(folder, '_locales', language, 'messages.json'), 'utf8'));
    expect(Object.keys(messages).sort()).toEqual(['appDescription', 'appName', 'commandQuickTriage']);
  }
});
