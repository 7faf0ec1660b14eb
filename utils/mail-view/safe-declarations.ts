/** Everything in CSS that can name something to load, also the forms that take a plain string. */
const loads = /url\s*\(|image-set\s*\(|cross-fade\s*\(|image\s*\(|src\s*\(|element\s*\(|paint\s*\(|expression\s*\(/i;
const onlyUrl = /^url\(\s*(?:"([^"\\]*)"|'([^'\\]*)'|([^"'()\\\s]*))\s*\)$/i;
const inlineImage = /^data:image\/(?:png|jpe?g|gif|webp|avif|bmp);/i;

/** The one address a value loads, when loading is all it does; how a held-back background can be shown later. */
export function loadedUrl(value: string): string | undefined {
  const match = onlyUrl.exec(value.trim());
  return match?.[1] ?? match?.[2] ?? match?.[3];
}

/**
 * Takes out of a style whatever could load something, act, or leave the mail's frame. `held` hears of a background it took.
 * An escape (`\75rl(`) could spell any of it, so values with a backslash go too: no mail needs one beside a bullet.
 */
export function makeSafe(style: CSSStyleDeclaration, held?: (url: string) => void) {
  for (const property of [...style]) {
    const value = style.getPropertyValue(property);
    const url = loadedUrl(value);
    if (url !== undefined && inlineImage.test(url)) continue;
    if (loads.test(value) || (value.includes('\\') && property !== 'content' && property !== 'quotes') || property === 'behavior') {
      if (url !== undefined && property === 'background-image') held?.(url);
      style.removeProperty(property);
    }
  }
  // A mail that pins itself over its own bar or the page would only cover its own frame; still, it has no business there.
  if (style.position === 'fixed' || style.position === 'sticky') style.removeProperty('position');
}
