import { RefusalCode } from '../../domain/core/refusal';
import { viewNames } from '../../domain/view/views-of';
import { ConnectProblem } from '../messaging/contract';

/** Keys that are put together at run time from a code; each family is listed whole by the codes themselves. */
export const messageFamilies: string[] = [
  ...RefusalCode.options.map((code) => `refusal_${code}`),
  ...ConnectProblem.options.map((code) => `connect_${code}`),
  ...viewNames.map((view) => `view_${view}`),
];
