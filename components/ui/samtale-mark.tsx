/** Our own sign: two turns of a talk. */
export function SamtaleMark() {
  return (
    <svg
      className="i text-accent"
      width="20"
      height="20"
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeLinecap="round"
      aria-hidden="true"
    >
      <path d="M3 9h12M9 15h12" strokeWidth="4" />
    </svg>
  );
}
