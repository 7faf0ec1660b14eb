import { describe, expect, it } from 'vitest';
import { checkHubUrl } from './check-hub-url';

const token = 'A'.repeat(43);

describe('an address of a hub', () => {
  it.each([
    ['hub.example.com', 'https://hub.example.com'],
    ['  hub.example.com/ \n', 'https://hub.example.com'],
    ['https://hub.example.com', 'https://hub.example.com'],
    ['HTTPS://Hub.Example.COM', 'https://hub.example.com'],
    ['hub.example.com:8443', 'https://hub.example.com:8443'],
    ['https://hub.example.com:443/mailbox?x=1#y', 'https://hub.example.com'],
    ['https://hub.blåbærgrød.example', 'https://hub.xn--blbrgrd-fxak7p.example'],
    ['hub', 'https://hub'],
    ['http://127.0.0.1:8025', 'http://127.0.0.1:8025'],
    ['127.0.0.1:8025', 'http://127.0.0.1:8025'],
    ['http://localhost:8025', 'http://127.0.0.1:8025'],
    ['localhost:8025', 'http://127.0.0.1:8025'],
    ['http://[::1]:8025', 'http://[::1]:8025'],
    ['https://localhost', 'https://localhost'],
  ])('%s', (typed, origin) => {
    expect(checkHubUrl(typed)).toEqual({ origin, invitation: null });
  });

  it('a whole invitation link keeps its token', () => {
    expect(checkHubUrl(`https://hub.example.com/join/${token}`)).toEqual({ origin: 'https://hub.example.com', invitation: token });
    expect(checkHubUrl(`127.0.0.1:8025/join/${token}`)).toEqual({ origin: 'http://127.0.0.1:8025', invitation: token });
    expect(checkHubUrl('https://hub.example.com/join/short')).toEqual({ origin: 'https://hub.example.com', invitation: null });
  });
});

describe('E34 what is none', () => {
  it.each([
    '',
    '   ',
    'hello world',
    'https://',
    'ftp://hub.example.com',
    'file:///etc/passwd',
    'javascript:alert(1)//',
    'chrome-extension://abc',
    'https://user:pw@hub.example.com',
    'ann@hub.example.com',
    'https://hub.example.com:99999',
  ])('%j is not an address', (typed) => {
    expect(checkHubUrl(typed)).toEqual({ problem: 'not-a-url', detail: typed.trim() });
  });

  it.each([
    'http://hub.example.com',
    'http://192.168.1.5:8025',
    'http://127.0.0.1.evil.example',
    'http://localhost.evil.example',
    'http://[::2]',
    'HTTP://hub',
  ])('%s would send tokens in the clear', (typed) => {
    expect(checkHubUrl(typed)).toMatchObject({ problem: 'http-off-loopback' });
  });
});
