import type { Text } from '../../utils/i18n/text';
import type { ImportRow } from '../../utils/store/stored-rows';

/** Where an import stands, in one sentence. */
export function importState({ state, looked, size, done, total, fresh, unreadable, refused = [], stayed = 0 }: ImportRow, text: Text): string {
  const { t, plural } = text;
  const far = { done, total };
  switch (state) {
    case 'waiting':
      return t('importWaiting');
    case 'looking':
      return t('importLooking', { looked: text.size(looked), size: text.size(size) });
    case 'running':
      return t('importRunning', far);
    case 'stopping':
      return t('importStopping');
    case 'stopped':
      return total > 0 ? t('importStopped', far) : t('importStoppedEarly');
    case 'done':
      return t(refused.length > 0 || unreadable > 0 ? 'importDoneBut' : 'importDone');
    case 'undoing':
      return t('importUndoing');
    case 'undone':
      if (stayed > 0) return stayed === fresh ? t('importUndoneNone') : plural('importUndoneBut', stayed);
      return t('importUndone');
    case 'no-mail':
      return t('importNoMail');
    case 'failed':
      return t('importFailed');
    case 'disk-full':
      return t('importDiskFull');
    default:
      return state satisfies never;
  }
}

/** What came of it so far: new, here already, unreadable. */
export function importResult({ fresh, known, unreadable }: ImportRow, { plural, locale }: Text): string {
  const parts = [
    plural('importNew', fresh),
    ...(known > 0 ? [plural('importKnown', known)] : []),
    ...(unreadable > 0 ? [plural('importUnreadable', unreadable)] : []),
  ];
  return new Intl.ListFormat(locale, { type: 'unit' }).format(parts);
}
