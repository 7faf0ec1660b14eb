import { oneLine } from '../text/one-line';

/** Names Windows opens as devices, with any extension. */
const reserved = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\.|$)/i;

/**
 * A name a file can be saved under anywhere: no path, no control or direction marks (RLO shows `exe.pdf` for `fdp.exe`), no
 * device name, at most 200 characters with its extension kept (S34).
 */
export function safeFileName(name: string | null, fallback: string): string {
  const base =
    oneLine((name ?? '').slice(-2000), 1000)
      .split(/[\\/]/)
      .at(-1) ?? '';
  // Leading dots hide a file, trailing dots and spaces Windows drops.
  const cleaned = base
    .replace(/[<>:"|?*]/g, '_')
    .replace(/^[.\s]+/, '')
    .replace(/[.\s]{1,1000}$/, '');
  if (!cleaned) return fallback;
  const free = reserved.test(cleaned) ? `_${cleaned}` : cleaned;
  if (free.length <= 200) return free;
  const dot = free.lastIndexOf('.');
  const extension = dot > 0 && free.length - dot <= 20 ? free.slice(dot) : '';
  return free.slice(0, 200 - extension.length) + extension;
}
