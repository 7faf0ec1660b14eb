import type { Text } from '../../utils/i18n/text';

/** `fill` and `late-fill` of the design: white is read on both. */
const colors = { mine: '#0a5f72', late: '#a3301d' };

/** What the badge shows and the button is called: "Samtale, 9 waiting, 2 late" (design 7). Nothing waits: no badge. */
export function badgeOf({ waiting, late }: { waiting: number; late: number }, { t, plural }: Text) {
  return {
    text: waiting === 0 ? '' : waiting > 99 ? '99+' : String(waiting),
    color: late > 0 ? colors.late : colors.mine,
    title: [t('appName'), ...(waiting > 0 ? [plural('badgeWaiting', waiting)] : []), ...(late > 0 ? [plural('badgeLate', late)] : [])].join(', '),
  };
}
