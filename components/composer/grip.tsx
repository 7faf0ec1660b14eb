import { useText } from '../../utils/i18n/use-text';

const [least, most] = [180, 900];
const within = (height: number) => Math.max(least, Math.min(most, Math.round(height)));

/** The edge by which the editor is dragged taller (RPL-1); arrows do the same. */
export function Grip({ height, onHeight }: { height: number; onHeight(height: number): void }) {
  const { t } = useText();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a focusable separator is the pattern for a splitter, hr cannot be one
    <div
      className="grip"
      role="separator"
      aria-orientation="horizontal"
      aria-label={t('composerHeight')}
      aria-valuenow={height}
      aria-valuemin={least}
      aria-valuemax={most}
      tabIndex={0}
      onKeyDown={(event) => {
        const step = { ArrowUp: 24, ArrowDown: -24 }[event.key];
        if (step === undefined) return;
        event.preventDefault();
        event.stopPropagation();
        onHeight(within(height + step));
      }}
      onPointerDown={(event) => {
        event.preventDefault();
        const from = event.clientY;
        const grip = event.currentTarget;
        grip.setPointerCapture(event.pointerId);
        const move = (at: PointerEvent) => onHeight(within(height + from - at.clientY));
        grip.addEventListener('pointermove', move);
        grip.addEventListener('lostpointercapture', () => grip.removeEventListener('pointermove', move), { once: true });
      }}
    />
  );
}
