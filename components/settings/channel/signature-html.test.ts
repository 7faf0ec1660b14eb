import { expect, it } from 'vitest';
import { forEditor, fromEditor, isSimple } from './signature-html';

const stored = '<p>Venlig hilsen<br><strong>{{agent.fullName}}</strong></p><p>{{ agent.firstName }} hos <a href="https://firma.dk">Firma</a></p>';

it('CHN-3 names in braces become units of the editor and braces again', () => {
  expect(forEditor(stored)).not.toContain('{{');
  expect(fromEditor(forEditor(stored))).toBe(stored.replace('{{ agent.firstName }}', '{{agent.firstName}}'));
});

it('CHN-3 the label a name shows in the editor is no part of the signature', () => {
  expect(fromEditor('<p><span data-name-token="lastName">Efternavn</span></p>')).toBe('<p>{{agent.lastName}}</p>');
});

it('CHN-3 what the simple editor would lose is written as HTML', () => {
  expect(isSimple(stored)).toBe(true);
  expect(isSimple('<p>Hej</p><img src="https://firma.dk/logo.png" alt="Firma" width="84">')).toBe(true);
  for (const html of [
    '<table><tr><td>Hej</td></tr></table>',
    '<p style="color:red">Hej</p>',
    '<a href="https://firma.dk/{{agent.firstName}}">Mig</a>',
    '<!-- x -->',
  ])
    expect(isSimple(html), html).toBe(false);
});
