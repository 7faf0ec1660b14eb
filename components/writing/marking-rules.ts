import type { MarkType } from 'prosemirror-model';
import { markBySigns } from './mark-by-signs';
import type { WritingRule } from './writing-rules';

/** **So** or __so__ is bold, *so* or _so_ italic. */
export const signs = {
  bold: [/(?:^|\s)(\*\*(?!\s+\*\*)((?:[^*]+))\*\*(?!\s+\*\*))/, /(?:^|\s)(__(?!\s+__)((?:[^_]+))__(?!\s+__))/],
  italic: [/(?:^|\s)(\*(?!\s+\*)((?:[^*]+))\*(?!\s+\*))/, /(?:^|\s)(_(?!\s+_)((?:[^_]+))_(?!\s+_))/],
};

export const markingRules = (type: MarkType, all: readonly RegExp[]): WritingRule[] =>
  all.map(({ source }) => ({
    find: new RegExp(`${source}$`),
    apply(tr, match, from, to) {
      markBySigns(tr, type, match, from, to);
      tr.removeStoredMark(type);
      return true;
    },
  }));
