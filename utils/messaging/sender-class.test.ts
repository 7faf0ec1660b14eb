import { describe, expect, it } from 'vitest';
import { senderClassOf } from './sender-class';

const own = { id: 'abc', origin: 'chrome-extension://abc' };
const page = { id: 'abc', origin: own.origin, url: `${own.origin}/sidepanel.html` };

describe('X2 K17 who speaks', () => {
  it.each([
    ['the side panel, which has no tab', page, 'page'],
    ['our page in a tab', { ...page, frameId: 0 }, 'page'],
    ['our page in Firefox, which names no origin', { id: 'abc', url: page.url, frameId: 0 }, 'page'],
    ['frame.html inside Gmail', { ...page, url: `${own.origin}/frame.html`, frameId: 7 }, 'embedded-frame'],
    ['any page of ours inside another', { ...page, frameId: 7 }, 'embedded-frame'],
    ['frame.html at the top of a tab', { ...page, url: `${own.origin}/frame.html?x=1`, frameId: 0 }, 'embedded-frame'],
    ['a content script', { id: 'abc', origin: 'https://mail.google.com', url: 'https://mail.google.com/mail/', frameId: 0 }, 'content-script'],
    ['a content script whose origin was left out', { id: 'abc', url: 'https://mail.google.com/mail/', frameId: 0 }, 'content-script'],
    [
      'a script within a page of a webmail',
      { id: 'abc', origin: 'https://mail.google.com', url: 'https://mail.google.com/mail/', frameId: 7 },
      'stranger',
    ],
    [
      'a script where none of ours runs',
      { id: 'abc', origin: 'https://mail.google.com.evil.example', url: 'https://evil.example/', frameId: 0 },
      'stranger',
    ],
    ['a script in about:blank with our origin claimed', { ...page, url: 'about:blank' }, 'stranger'],
    ['nobody known', { id: 'abc' }, 'stranger'],
    ['another extension', { ...page, id: 'xyz' }, 'stranger'],
    ['a site, through externally connectable', { origin: 'https://evil.example', url: 'https://evil.example/' }, 'stranger'],
  ] as const)('%s', (_, sender, expected) => {
    expect(senderClassOf(sender, own)).toBe(expected);
  });
});
