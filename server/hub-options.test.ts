import { describe, expect, it } from 'vitest';
import { hubOptions } from './hub-options';

describe('the options of a hub', () => {
  it('have defaults that listen on loopback alone', () => {
    expect(hubOptions([], {})).toMatchObject({ port: 7420, smtpPort: 7425, listen: '127.0.0.1', sample: false, json: false, databaseUrl: undefined });
  });

  it('come from the command line and the settings', () => {
    expect(hubOptions(['--data', '/tmp/x'], {}).files).toBe('/tmp/x/files');
    expect(hubOptions([], { SAMTALE_FILES: '/tmp/shared' }).files).toBe('/tmp/shared');
    const options = hubOptions(['--data', '/tmp/x', '--port', '0', '--smtp-port', '25', '--sample', '--json'], {
      SAMTALE_PUBLIC_URL: 'https://hub.example.com/path',
      SAMTALE_REDIRECT_URIS: 'https://a.example/cb, https://b.example/cb',
    });
    expect(options).toMatchObject({ data: '/tmp/x', port: 0, smtpPort: 25, sample: true, json: true, publicUrl: 'https://hub.example.com' });
    expect(options.redirectUris).toEqual(['https://a.example/cb', 'https://b.example/cb']);
  });

  it.each([
    [['--port', 'x'], {}, /--port takes a number/],
    [['--port', '70000'], {}, /--port takes a number/],
    [['--nonsense'], {}, /npm run hub/],
    [[], { SAMTALE_PUBLIC_URL: 'hub' }, /SAMTALE_PUBLIC_URL/],
    [[], { SAMTALE_LISTEN: '0.0.0.0' }, /SAMTALE_PUBLIC_URL/],
    [[], { SAMTALE_SMTP_URL: 'smtp.example.com' }, /SAMTALE_SMTP_URL .*smtps:\/\/user/],
    [[], { SAMTALE_SMTP_URL: 'https://smtp.example.com' }, /SAMTALE_SMTP_URL/],
    [[], { SAMTALE_MAIL_DOMAIN: 'post@firma.dk' }, /SAMTALE_MAIL_DOMAIN .*post@firma\.dk/],
    [[], { SAMTALE_SMTP_CERT: '/etc/hosts' }, /SAMTALE_SMTP_CERT and SAMTALE_SMTP_KEY/],
    [[], { SAMTALE_SMTP_CERT: '/etc/hosts', SAMTALE_SMTP_KEY: '/not/there.key' }, /SAMTALE_SMTP_KEY .*\/not\/there\.key/],
    [[], { SAMTALE_METRICS_TOKEN: 'secret' }, /SAMTALE_METRICS_TOKEN/],
    [[], { SAMTALE_SECRET: 'twenty-letters-alone' }, /SAMTALE_SECRET takes at least 40/],
  ])('a mistake in %j is named', (argv, env, words) => {
    expect(() => hubOptions(argv, env)).toThrow(words);
  });
});
