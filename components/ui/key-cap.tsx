/** A key as it is printed; decoration, the key itself is named by `aria-keyshortcuts`. */
export function KeyCap({ children }: { children: string }) {
  return (
    <span className="kbd" aria-hidden="true">
      {children}
    </span>
  );
}
