import type { Node, Schema } from 'prosemirror-model';
import { EditorState, Plugin, Selection } from 'prosemirror-state';
import { EditorView, type NodeViewConstructor } from 'prosemirror-view';
import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { focusWriting } from './focus-writing';
import { readWriting } from './read-writing';
import { standsIn } from './stands-in';
import { writingPlugins } from './writing-plugins';

interface Options {
  schema: Schema;
  /** What stands there at first. */
  html: string;
  label: string;
  dir?: 'auto';
  /** Whether writing goes on at the end at once. */
  focused?: boolean;
  nodeViews?: Record<string, NodeViewConstructor>;
  onChange(doc: Node): void;
  /** After each step: a letter, a move of the cursor, coming and going. */
  onStep?(state: EditorState): void;
  /** `true` where the key is taken. */
  onKeyDown?(event: KeyboardEvent): boolean;
  onFiles?(files: File[]): void;
}

interface Writing {
  /** The element the text is to stand in. */
  place: RefObject<HTMLDivElement | null>;
  view: EditorView | undefined;
  /** Which tools the cursor stands in. */
  on: readonly string[];
}

const kinds = ['bold', 'italic', 'bulletList', 'orderedList', 'blockquote', 'link'];
const standing = (state: EditorState) => kinds.filter((kind) => standsIn(state, kind)).join(' ');

/** Marks a change that comes from outside, and so is not told to `onChange`. */
export const fromOutside = 'fromOutside';

/** Owns the view of one text, from the moment its element is there until it goes. */
export function useEditorView(options: Options): Writing {
  const place = useRef<HTMLDivElement>(null);
  const latest = useRef(options);
  latest.current = options;
  const [view, setView] = useState<EditorView>();
  const [on, setOn] = useState('');
  useLayoutEffect(() => {
    const { schema, html, nodeViews, focused } = latest.current;
    const doc = readWriting(html, schema);
    const taken = (files: FileList | undefined) => {
      const { onFiles } = latest.current;
      if (!onFiles || !files || files.length === 0) return false;
      onFiles([...files]);
      return true;
    };
    const made: EditorView = new EditorView(place.current, {
      state: EditorState.create({ doc, plugins: [...writingPlugins(schema), comingAndGoing], ...(focused && { selection: Selection.atEnd(doc) }) }),
      attributes: attributesOf(latest.current),
      ...(nodeViews && { nodeViews }),
      handleKeyDown: (_view, event) => latest.current.onKeyDown?.(event) ?? false,
      handlePaste: (_view, event) => taken(event.clipboardData?.files),
      handleDrop: (_view, event) => taken(event.dataTransfer?.files),
      dispatchTransaction(tr) {
        if (made.isDestroyed) return;
        const before = made.state.doc;
        made.updateState(made.state.apply(tr));
        setOn(standing(made.state));
        latest.current.onStep?.(made.state);
        if (!tr.getMeta(fromOutside) && !before.eq(made.state.doc)) latest.current.onChange(made.state.doc);
      },
    });
    setView(made);
    setOn(standing(made.state));
    // When what stands around it is there too.
    const soon = setTimeout(() => {
      if (!latest.current.focused) return;
      made.dispatch(made.state.tr.setSelection(Selection.atEnd(made.state.doc)));
      focusWriting(made);
    });
    return () => {
      clearTimeout(soon);
      setView(undefined);
      made.destroy();
    };
  }, []);
  const { label, dir } = options;
  useEffect(() => view?.setProps({ attributes: attributesOf({ label, dir }) }), [view, label, dir]);
  return { place, view, on: on.split(' ') };
}

const attributesOf = ({ label, dir }: { label: string; dir?: 'auto' | undefined }): Record<string, string> => ({
  'aria-label': label,
  'aria-multiline': 'true',
  role: 'textbox',
  ...(dir && { dir }),
});

/** Focus that comes or goes is a step too: what depends on the cursor looks again, and the last line is seen to. */
const comingAndGoing = new Plugin({
  props: {
    handleDOMEvents: {
      focus: (view) => looked(view),
      blur: (view) => looked(view),
    },
  },
});

function looked(view: EditorView): false {
  view.dispatch(view.state.tr.setMeta('addToHistory', false));
  return false;
}
