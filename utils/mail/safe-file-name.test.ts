import { describe, expect, it } from 'vitest';
import { fastest } from '../../tests/support/fastest';
import { safeFileName } from './safe-file-name';

describe('S34 a name a file can be saved under anywhere', () => {
  const names: [string | null, string][] = [
    ['ordre.pdf', 'ordre.pdf'],
    ['Rødgrød med fløde.pdf', 'Rødgrød med fløde.pdf'],
    ['../../../etc/passwd', 'passwd'],
    ['..\\..\\boot.ini', 'boot.ini'],
    ['C:\\x\\y.doc', 'y.doc'],
    ['..', 'file'],
    ['...', 'file'],
    ['/', 'file'],
    ['', 'file'],
    [null, 'file'],
    ['\0', 'file'],
    ['a\0b.txt', 'a b.txt'],
    ['a\r\nb.txt', 'a b.txt'],
    ['faktura\u202Efdp.exe', 'faktura fdp.exe'],
    ['con', '_con'],
    ['CON.txt', '_CON.txt'],
    ['com1.log', '_com1.log'],
    ['console.log', 'console.log'],
    ['a<b>c:d"e|f?g*h', 'a_b_c_d_e_f_g_h'],
    ['trailing. . .', 'trailing'],
    ['.htaccess', 'htaccess'],
    [`${'x'.repeat(300)}.pdf`, `${'x'.repeat(196)}.pdf`],
    [`a.${'x'.repeat(300)}`, `a.${'x'.repeat(198)}`],
  ];
  for (const [name, expected] of names) it(JSON.stringify(name).slice(0, 60), () => expect(safeFileName(name, 'file')).toBe(expected));

  it('a megabyte of dots or slashes costs no time', () => {
    for (const part of ['.', '/', ' ', '. ', 'a.']) {
      expect(fastest(100, () => safeFileName(part.repeat(500_000), 'file'))).toBeLessThan(100);
    }
  });
});
