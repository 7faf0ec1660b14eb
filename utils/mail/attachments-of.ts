import type { Id } from '../../domain/model/ids';
import type { Attachment } from '../../domain/model/message';
import { mailLimits } from './mail-limits';
import type { ParsedFile } from './parsed-mail';

/** The files of a mail as the message names them; those beyond the limit are named and not kept. `hashOf` is asked for the kept ones alone. */
export const attachmentsOf = (files: readonly ParsedFile[], hashOf: (file: ParsedFile) => string, newId: () => Id): Attachment[] =>
  files.slice(0, mailLimits.namedFiles).map((file, at): Attachment => {
    const hash = at < mailLimits.files ? hashOf(file) : null;
    return {
      id: newId(),
      name: file.name,
      type: file.type,
      size: file.bytes.length,
      hash,
      contentId: file.contentId,
      inline: file.inline,
      notStored: hash === null ? 'too-many' : null,
    };
  });
