import type { DraftContent } from '../model/draft';

/** Whether there is anything in it to lose: words or files, not only addresses. */
export const isWritten = ({ html, attachments }: DraftContent) => html !== '' || attachments.length > 0;
