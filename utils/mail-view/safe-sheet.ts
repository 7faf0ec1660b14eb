import { makeSafe } from './safe-declarations';

/**
 * A mail's own style sheet with everything that loads taken out: no @import (a constructed sheet drops it), no @font-face, no
 * url(). Parsed and written by the browser, never by pattern.
 */
export function safeSheet(css: string): string {
  const sheet = new CSSStyleSheet();
  // A constructed sheet takes no @import anyway; left in, each would be a warning on the console.
  sheet.replaceSync(css.replace(/@import\b[^;]*;?/gi, ''));
  return [...sheet.cssRules].map(safeRule).join('\n').replaceAll('</', '<\\/');
}

function safeRule(rule: CSSRule): string {
  if (rule instanceof CSSStyleRule) {
    if (rule.selectorText.includes('\\')) return '';
    makeSafe(rule.style);
    for (let i = rule.cssRules.length - 1; i >= 0; i--) {
      const nested = rule.cssRules[i];
      if (nested && safeRule(nested) === '') rule.deleteRule(i);
    }
    return rule.cssText;
  }
  if (rule instanceof CSSKeyframeRule) {
    makeSafe(rule.style);
    return rule.cssText;
  }
  const inner = rule instanceof CSSKeyframesRule || rule instanceof CSSGroupingRule ? [...rule.cssRules].map(safeRule).join('\n') : '';
  if (rule instanceof CSSMediaRule) return `@media ${rule.media.mediaText} {\n${inner}\n}`;
  if (rule instanceof CSSSupportsRule) return `@supports ${rule.conditionText} {\n${inner}\n}`;
  if (rule instanceof CSSKeyframesRule) return `@keyframes ${CSS.escape(rule.name)} {\n${inner}\n}`;
  return '';
}
