import type { Channel } from '../../../domain/model/channel';

/** What the Configuration tab changes with Save. */
export type Editable = Pick<Channel, 'fromName' | 'companyName' | 'signatureHtml'>;

const fields = ['fromName', 'companyName', 'signatureHtml'] as const;

/** The fields that are not as stored, in the order they stand on the page. */
export const changedFields = (channel: Editable, draft: Partial<Editable>): (keyof Editable)[] =>
  fields.filter((field) => draft[field] !== undefined && draft[field] !== channel[field]);
