import { liveQuery } from 'dexie';
import { useCallback, useEffect, useRef, useState } from 'react';
import { sameJson } from '../../domain/core/same-json';
import { isWritten } from '../../domain/draft/is-written';
import type { Draft, DraftContent } from '../../domain/model/draft';
import { agentSpace, type Id } from '../../domain/model/ids';
import { draftPlace } from '../../utils/connection/typed-place';
import { draftsOf } from '../../utils/store/drafts-of';
import { mutate } from '../../utils/store/mutate';
import { newId } from '../../utils/store/new-id';
import { useNudge } from '../panel/use-nudge';
import { useWorkspace } from '../panel/workspace-context';
import { bringTyped } from './bring-typed';
import { dropLocalDraft, LocalDraftWriter, readLocalDraft } from './local-draft';

const pauseMs = 1200;
/** Saves of editors that have shut: another one of the same words begins with what they kept. */
const inHand = new Set<Promise<void>>();

export interface DraftState {
  /** `undefined` until read. */
  content: DraftContent | undefined;
  /** The newest word is on the disk. Turns true before it shows (design 1.10). */
  saved: boolean;
  /** Grows when the text on screen is another than what was typed here: the editor begins anew with it. */
  generation: number;
  /** A function is given what stands there now: two changes at once both count. */
  change(part: Partial<DraftContent> | ((now: DraftContent) => Partial<DraftContent>)): void;
  /** Saves what is typed now and answers it, with the draft's id, `null` when nothing was ever saved. */
  settle(): Promise<{ draftId: Id | null; content: DraftContent } | undefined>;
  /** It was sent, or thrown away: nothing typed is left here. */
  end(discard: boolean): Promise<void>;
}

/** One editor's text: restored after a crash, saved on every keystroke (RPL-8). `blank` is what a new one starts with. */
export function useDraft(conversationId: Id, mode: DraftContent['mode'], blank: () => DraftContent): DraftState {
  const { db, me, connection } = useWorkspace();
  const nudge = useNudge();
  const place = draftPlace(connection.id, conversationId, mode);
  const [content, setContent] = useState<DraftContent>();
  const [saved, setSaved] = useState(true);
  const [generation, setGeneration] = useState(0);
  const work = useRef({ draftId: '' as Id, forkId: newId(), basedOn: 0, exists: false, dirty: false, ended: false });
  const newest = useRef<DraftContent>(undefined);
  const writer = useRef(new LocalDraftWriter(place));
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const start = useRef(blank);
  start.current = blank;

  useEffect(() => {
    let gone = false;
    const read = async () => {
      await Promise.allSettled(inHand);
      await bringTyped(db, connection.id, conversationId, mode);
      const typed = await readLocalDraft(place);
      const rows = await draftsOf(db, conversationId);
      const own = mine(rows, me, mode);
      const row = own.find(({ id }) => id === typed?.draftId) ?? own[0];
      if (gone) return;
      work.current = {
        ...work.current,
        draftId: typed?.draftId ?? row?.id ?? newId(),
        basedOn: typed?.basedOn ?? row?.revision ?? 0,
        exists: row !== undefined,
        dirty: typed !== undefined,
      };
      newest.current = typed?.content ?? row?.content ?? start.current();
      setContent(newest.current);
    };
    void read();
    return () => {
      gone = true;
    };
  }, [db, me, connection.id, conversationId, mode, place]);

  const save = useCallback(async () => {
    clearTimeout(timer.current);
    const at = work.current;
    const text = newest.current;
    if (!at.dirty || at.ended || !text) return;
    at.dirty = false;
    const { draftId, forkId, basedOn } = at;
    const answer = await mutate(db, 'saveDraft', { draftId, forkId, conversationId, basedOn, content: text });
    if (answer.refused) {
      // The words stay on this device; the status line tells what the store could not take.
      at.dirty = true;
      return;
    }
    const row = (await db.drafts.get(forkId)) ?? (await db.drafts.get(draftId));
    if (row) Object.assign(at, { draftId: row.id, basedOn: row.revision, exists: true });
    if (newest.current === text) await dropLocalDraft(place);
    nudge();
  }, [db, conversationId, place, nudge]);

  const change = useCallback(
    (part: Partial<DraftContent> | ((now: DraftContent) => Partial<DraftContent>)) => {
      const at = work.current;
      if (!newest.current || at.ended) return;
      const text = { ...newest.current, ...(typeof part === 'function' ? part(newest.current) : part) };
      if (sameJson(text, newest.current)) return;
      newest.current = text;
      at.dirty = true;
      setContent(text);
      setSaved(false);
      void writer.current.write({ draftId: at.draftId, basedOn: at.basedOn, content: text }).then(() => newest.current === text && setSaved(true));
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void save(), pauseMs);
    },
    [save],
  );

  // A draft that comes into an editor nobody is writing in: a reply taken back, or words saved on another device.
  useEffect(() => {
    const coming = liveQuery(() => draftsOf(db, conversationId)).subscribe((rows) => {
      const at = work.current;
      const text = newest.current;
      if (!text || at.dirty || at.ended) return;
      const row = rows.find(({ id }) => id === at.draftId) ?? (isWritten(text) ? undefined : mine(rows, me, mode)[0]);
      if (!row || (row.id === at.draftId && row.revision <= at.basedOn)) return;
      Object.assign(at, { draftId: row.id, basedOn: row.revision, exists: true });
      if (sameJson(row.content, text)) return;
      newest.current = row.content;
      setContent(row.content);
      setGeneration((before) => before + 1);
    });
    return () => coming.unsubscribe();
  }, [db, me, conversationId, mode]);

  useEffect(() => {
    const leave = () => void save();
    document.addEventListener('visibilitychange', leave);
    return () => {
      document.removeEventListener('visibilitychange', leave);
      const last = save().finally(() => inHand.delete(last));
      inHand.add(last);
    };
  }, [save]);

  return {
    content,
    saved,
    generation,
    change,
    settle: useCallback(async () => {
      await save();
      const { exists, draftId } = work.current;
      return newest.current && { draftId: exists ? draftId : null, content: newest.current };
    }, [save]),
    end: useCallback(
      async (discard: boolean) => {
        const at = work.current;
        clearTimeout(timer.current);
        at.ended = true;
        if (discard && at.exists) await mutate(db, 'discardDraft', { draftId: at.draftId });
        await dropLocalDraft(place);
        nudge();
      },
      [db, place, nudge],
    ),
  };
}

/** One's own drafts of this kind, newest first. */
const mine = (rows: readonly Draft[], me: Id, mode: DraftContent['mode']) =>
  rows.filter((row) => row.space === agentSpace(me) && row.content.mode === mode).sort((a, b) => b.updatedAt - a.updatedAt);
