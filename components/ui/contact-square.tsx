import { initialsOf } from './initials-of';

/** A customer: a square without colour, so that circles with colour are always colleagues. */
export function ContactSquare({ name, size = 's24' }: { name: string; size?: 's24' | 's36' }) {
  return (
    <span className={`who con ${size}`} aria-hidden="true">
      {initialsOf(name)}
    </span>
  );
}
