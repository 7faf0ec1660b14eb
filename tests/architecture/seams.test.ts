import { describe, expect, it } from 'vitest';
import { productFiles, withoutComments } from './source-files';

const offenders = (pattern: RegExp, allowed: RegExp, among: RegExp = /./) =>
  productFiles.filter(({ path, text }) => among.test(path) && !allowed.test(path) && pattern.test(withoutComments(text))).map(({ path }) => path);

describe('what only one place may do', () => {
  it('X4 in the extension only utils/network reaches the network', () => {
    const network = /(?<![.\w])fetch\s*\((?!\s*\))|globalThis\.fetch|new (WebSocket|EventSource|XMLHttpRequest)\b|sendBeacon/;
    expect(offenders(network, /^utils\/network\//, /^(utils|components|entrypoints|sync)\//)).toEqual([]);
  });

  it('K3 only putConversation writes conversations on the client', () => {
    const writes = /\b(?:db|tx|database|this\.db)\.conversations\.(?:put|add|update|delete|bulkPut|bulkAdd|bulkDelete|bulkUpdate|clear|modify)\b/;
    // A rule of the sample's own writes to its transaction, as those of domain/ do.
    expect(offenders(writes, /^utils\/(store\/put-conversation|sample\/import-sent-mail)\.ts$/, /^(utils|components|entrypoints|sync)\//)).toEqual(
      [],
    );
  });

  it('only entrypoints and the named seams touch the browser platform', () => {
    const platform =
      /from 'wxt\/browser'|from 'webextension-polyfill'|(?<![.\w'])(?:browser|chrome)\.(?:runtime|storage|tabs|alarms|sidePanel|identity|action|scripting|permissions|offscreen|contextMenus|notifications|windows|commands|i18n)\b/;
    expect(offenders(platform, /^(entrypoints|utils\/(messaging|browser|connection))\//)).toEqual([]);
  });

  it('ALL-5 hosts are asked for in one place, which settingsHostsNone and docs/guides/privacy.md name', () => {
    expect(offenders(/\bpermissions\.request\b/, /^utils\/browser\/host-access\.ts$/)).toEqual([]);
    expect(offenders(/\baskForHosts\b/, /^(utils\/browser\/host-access|components\/settings\/webmail\/site-line)\.tsx?$/)).toEqual([]);
  });

  it('every user-visible string comes from the locales: no component holds a sentence', () => {
    const sentence = />\s*[A-ZÆØÅ][a-zæøå]+(?: [a-zæøå]+){1,}[.:]?\s*</;
    expect(offenders(sentence, /^$/, /^components\/.*\.tsx$/)).toEqual([]);
  });
});
