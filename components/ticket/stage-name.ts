import type { Stage } from '../../domain/model/stage';
import type { MessageKey } from '../../utils/i18n/messages';
import type { Text } from '../../utils/i18n/text';

const own: Record<string, MessageKey> = {
  new: 'tktStageNew',
  'waiting-on-contact': 'tktStageWaitingOnContact',
  'waiting-on-us': 'tktStageWaitingOnUs',
  closed: 'tktStageClosed',
};

/** What a stage is called: the name it was given, or that of a stage every inbox begins with, in the reader's language. */
export const stageName = ({ id, name }: Stage, { t }: Pick<Text, 't'>): string => name ?? t(own[id] ?? 'tktStageNew');
