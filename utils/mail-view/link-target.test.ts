import { describe, expect, it } from 'vitest';
import { hostMismatch } from './host-mismatch';
import { linkTarget } from './link-target';

describe('THR-12 where a link of a mail may lead', () => {
  it.each([
    ['https://kunde.example/a?b=c', 'https://kunde.example/a?b=c'],
    ['//kunde.example/a', 'https://kunde.example/a'],
    ['mailto:bo@kunde.example', 'mailto:bo@kunde.example'],
    ['tel:+4528149077', 'tel:+4528149077'],
    [' \n https://kunde.example/', 'https://kunde.example/'],
  ])('%j opens', (href, url) => expect(linkTarget(href)).toBe(url));

  it.each([
    'javascript:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,<script>1</script>',
    'chrome-extension://abc/sidepanel.html',
    'moz-extension://abc/x',
    'file:///etc/passwd',
    'blob:https://a.example/1',
    'sidepanel.html',
    '/sidepanel.html',
    'vbscript:x',
    'view-source:https://a.example',
    '',
    null,
  ])('%j opens nothing', (href) => expect(linkTarget(href)).toBeUndefined());

  it('names both hosts when the words lie about the address', () => {
    expect(hostMismatch('www.danskebank.dk', 'https://evil.example/login')).toEqual({ shown: 'www.danskebank.dk', real: 'evil.example' });
    expect(hostMismatch('https://danskebank.dk/konto', 'https://danskebank.dk.evil.example/')).toMatchObject({ real: 'danskebank.dk.evil.example' });
    expect(hostMismatch('danske\u200bbank.dk', 'https://evil.example/')).toMatchObject({ shown: 'danskebank.dk' });
  });

  it('is quiet where the words name no host, or the same one', () => {
    expect(hostMismatch('Se ordren', 'https://evil.example/')).toBeUndefined();
    expect(hostMismatch('danskebank.dk', 'https://www.danskebank.dk/x')).toBeUndefined();
    expect(hostMismatch('danskebank.dk', 'https://netbank.danskebank.dk/x')).toBeUndefined();
    expect(hostMismatch('bo@kunde.example', 'mailto:bo@kunde.example')).toBeUndefined();
  });
});
