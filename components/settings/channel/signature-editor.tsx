import { type Editor, EditorContent, useEditor, useEditorState } from '@tiptap/react';
import { Bold, Image, Italic, Link } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useText } from '../../../utils/i18n/use-text';
import { linkTarget } from '../../../utils/mail-view/link-target';
import { IconButton } from '../../ui/icon-button';
import { insertLink } from '../../ui/insert-link';
import { LinkMark } from '../../ui/link-mark';
import { MenuButton } from '../../ui/menu-button';
import { UrlForm } from '../../ui/url-form';
import { writingParts } from '../../ui/writing-parts';
import { NameTokenNode } from './name-token-node';
import { PictureNode } from './picture-node';
import { forEditor, fromEditor, type NameToken, nameTokens } from './signature-html';

/** The simple editor of a signature: bold, italic, links, pictures from the web, and names that are filled in. A chunk of its own. */
export function SignatureEditor({ html, label, onChange }: { html: string; label: string; onChange(html: string): void }) {
  const { t } = useText();
  const labels: Record<NameToken, string> = { fullName: t('chnFullName'), firstName: t('chnFirstName'), lastName: t('chnLastName') };
  /** What the editor holds, as stored: anything else that comes in was changed from outside. */
  const held = useRef(html);
  const latest = useRef(onChange);
  latest.current = onChange;
  const editor = useEditor({
    extensions: [...writingParts, LinkMark, NameTokenNode.configure({ labels }), PictureNode],
    content: forEditor(html),
    injectCSS: false,
    editorProps: { attributes: { 'aria-label': label, 'aria-multiline': 'true', role: 'textbox' } },
    onUpdate: ({ editor: at }) => {
      held.current = at.isEmpty ? '' : fromEditor(at.getHTML());
      latest.current(held.current);
    },
  });
  useEffect(() => {
    if (!editor || html === held.current) return;
    held.current = html;
    editor.commands.setContent(forEditor(html), { emitUpdate: false });
  }, [editor, html]);
  if (!editor) return null;
  return (
    <div className="chn-signature">
      <EditorContent editor={editor} className="edit" />
      <Tools editor={editor} labels={labels} />
    </div>
  );
}

function Tools({ editor, labels }: { editor: Editor; labels: Record<NameToken, string> }) {
  const { t } = useText();
  const [asking, setAsking] = useState<'link' | 'picture'>();
  const on = useEditorState({
    editor,
    selector: ({ editor: at }) => ({ bold: at.isActive('bold'), italic: at.isActive('italic'), link: at.isActive('link') }),
  });
  const link = (typed: string) => insertLink(editor, typed) && setAsking(undefined);
  const picture = (typed: string) => {
    const url = linkTarget(typed);
    if (!url?.startsWith('https:')) return;
    const name = decodeURIComponent(new URL(url).pathname.split('/').at(-1) ?? '').replace(/\.\w+$/, '');
    editor
      .chain()
      .focus()
      .insertContent({ type: 'picture', attrs: { src: url, alt: name } })
      .run();
    setAsking(undefined);
  };
  const leave = () => {
    setAsking(undefined);
    editor.commands.focus();
  };
  return (
    <div className="etools" role="toolbar" aria-label={t('editorTools')}>
      <IconButton icon={Bold} label={t('toolBold')} aria-pressed={on.bold} onClick={() => editor.chain().focus().toggleBold().run()} />
      <IconButton icon={Italic} label={t('toolItalic')} aria-pressed={on.italic} onClick={() => editor.chain().focus().toggleItalic().run()} />
      <IconButton
        icon={Link}
        label={t('toolLink')}
        aria-pressed={on.link}
        onClick={() => (on.link ? editor.chain().focus().extendMarkRange('link').unsetMark('link').run() : setAsking('link'))}
      />
      <IconButton icon={Image} label={t('chnToolPicture')} onClick={() => setAsking('picture')} />
      <span className="sep" />
      <MenuButton
        label={t('chnInsertName')}
        className="btn xs light"
        entries={nameTokens.map((token) => ({
          kind: 'item',
          id: token,
          label: labels[token],
          onSelect: () => editor.chain().focus().insertContent({ type: 'nameToken', attrs: { token } }).run(),
        }))}
      >
        {t('chnInsertName')}
      </MenuButton>
      {asking === 'link' && <UrlForm label={t('linkAddress')} onApply={link} onLeave={leave} />}
      {asking === 'picture' && <UrlForm label={t('chnPictureAddress')} onApply={picture} onLeave={leave} />}
    </div>
  );
}
