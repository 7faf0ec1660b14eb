const schemes = new Set(['http:', 'https:', 'mailto:', 'tel:']);

/** Where a link of a mail may lead, as a whole URL; `undefined` for everything else: our own pages, files, scripts, relative paths. */
export function linkTarget(href: string | null | undefined): string | undefined {
  // Browsers skip tabs and newlines inside a URL and blanks around it; so do we, before we look at the scheme.
  const raw = (href ?? '').replace(/[\t\n\r]/g, '').trim();
  const whole = raw.startsWith('//') ? `https:${raw}` : raw;
  if (!URL.canParse(whole)) return undefined;
  const url = new URL(whole);
  return schemes.has(url.protocol) ? url.href : undefined;
}
