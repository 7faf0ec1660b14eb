import type { LucideIcon } from 'lucide-react';

/** Stroke by size, so that icons keep one weight beside text: 1.75 at 16, 1.9 at 14, 2.1 at 12. */
const strokes = { 12: 2.1, 14: 1.9, 16: 1.75, 20: 1.6 } as const;

/** A drawn sign beside a word that says the same; screen readers never hear it. */
export function Icon({ of: Drawing, size = 16, className = '' }: { of: LucideIcon; size?: keyof typeof strokes; className?: string }) {
  return <Drawing className={`i ${className}`} size={size} strokeWidth={strokes[size]} aria-hidden="true" focusable="false" />;
}
