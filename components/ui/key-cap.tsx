import { useKeys } from '../actions/keys-provider';

/** The key this device has where that one is usual, as it is printed; nothing where it has none. Decoration: `aria-keyshortcuts` names it. */
export function KeyCap({ usual }: { usual: string }) {
  const cap = useKeys().cap(usual);
  return (
    cap !== undefined && (
      <span className="kbd" aria-hidden="true">
        {cap}
      </span>
    )
  );
}
