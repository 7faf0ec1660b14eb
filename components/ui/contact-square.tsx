import { initialsOf } from './initials-of';

/** A customer: a square without colour, so that circles with colour are always colleagues. */
export function ContactSquare({ name }: { name: string }) {
  return (
    <span className="who con s24" aria-hidden="true">
      {initialsOf(name)}
    </span>
  );
}
