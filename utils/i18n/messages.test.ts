import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { RefusalCode } from '../../domain/core/refusal';
import { ConnectProblem } from '../messaging/contract';
import { everyLanguage as messages } from './every-language';
import { messageFamilies } from './message-families';
import type { Messages } from './messages';
import { sameInAnyLanguage } from './same-in-any-language';

const root = join(import.meta.dirname, '../..');
const others = ['da', 'nb', 'sv'] as const;
const keys = Object.keys(messages.en);
const parametersOf = (message: string) => [...message.matchAll(/\{(\w+)\}/g)].map((m) => m[1]).sort();
const messageOf = (locale: Messages, key: string) => locale[key]?.message ?? '';

function sourcesUnder(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return sourcesUnder(path);
    return /\.(tsx?|mjs|html)$/.test(name) && !/\.test\.tsx?$/.test(name) ? [path] : [];
  });
}

describe('ALL-4 messages', () => {
  it.each(others)('ALL-4 %s has exactly the messages English has', (locale) => {
    expect(Object.keys(messages[locale]).sort()).toEqual([...keys].sort());
  });

  it.each(others)('ALL-4 %s names the same parameters in every message', (locale) => {
    const wrong = keys.filter((key) => String(parametersOf(messageOf(messages[locale], key))) !== String(parametersOf(messageOf(messages.en, key))));
    expect(wrong).toEqual([]);
  });

  it.each(others)('ALL-4 %s copies no English message', (locale) => {
    const copied = keys.filter((key) => !sameInAnyLanguage.has(key) && messageOf(messages[locale], key) === messageOf(messages.en, key));
    expect(copied).toEqual([]);
  });

  it('ALL-4 every plural has both forms', () => {
    const bases = keys.filter((key) => /_(one|other)$/.test(key)).map((key) => key.replace(/_(one|other)$/, ''));
    const whole = new Set(keys);
    expect(bases.filter((base) => !whole.has(`${base}_one`) || !whole.has(`${base}_other`))).toEqual([]);
  });

  it('every refusal and every problem of connecting has its sentence', () => {
    const needed = [...RefusalCode.options.map((code) => `refusal_${code}`), ...ConnectProblem.options.map((code) => `connect_${code}`)];
    expect(needed.filter((key) => !(key in messages.en))).toEqual([]);
  });

  it('no message is unused', () => {
    const folders = ['components', 'entrypoints', 'utils', 'server', 'domain', 'scripts'].map((folder) => join(root, folder));
    const sources = folders.flatMap((folder) => (statSync(folder, { throwIfNoEntry: false }) ? sourcesUnder(folder) : []));
    const text = [...sources, join(root, 'wxt.config.ts')]
      .filter((path) => !path.includes('same-in-any-language'))
      .map((path) => readFileSync(path, 'utf8'))
      .join('\n');
    const words = new Set(text.match(/[A-Za-z][\w-]*/g));
    const used = (key: string) =>
      words.has(key) || words.has(key.replace(/_(one|other)$/, '')) || words.has(`__MSG_${key}__`) || text.includes(`__MSG_${key}__`);
    const families = new Set(messageFamilies);
    expect(keys.filter((key) => !families.has(key) && !used(key))).toEqual([]);
  });

  it('the list of words alike in all languages holds nothing that is not there', () => {
    expect([...sameInAnyLanguage].filter((key) => !keys.includes(key))).toEqual([]);
  });
});
