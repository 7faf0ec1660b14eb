import { expect, it } from 'vitest';
import { signatureOf } from './signature-of';

it('CHN-3 tokens for full, first and last name', () => {
  const signatureHtml = '{{agent.fullName}}|{{ agent.firstName }}|{{agent.lastName}}|{{agent.email}}';
  expect(signatureOf({ signatureHtml }, { name: 'Ann Berg Holm' })).toBe('Ann Berg Holm|Ann|Berg Holm|{{agent.email}}');
  expect(signatureOf({ signatureHtml }, { name: 'Ann' })).toBe('Ann|Ann||{{agent.email}}');
});

it('CHN-3 a name is text, not HTML', () => {
  expect(signatureOf({ signatureHtml: '<p>{{agent.fullName}}</p>' }, { name: 'A <b>&"' })).toBe('<p>A &lt;b&gt;&amp;&quot;</p>');
});
