import type { SanitisedMail } from './sanitise-mail';

/** Third layer: the frame may load nothing but images written out as data, which is how consented ones come in. */
export const frameCsp = "default-src 'none'; img-src data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

const own = `
:root{color-scheme:light;background:#fff}
html,body{margin:0;padding:0;height:auto!important;min-height:0!important}
body{font:14px/1.5 Arial,"Liberation Sans",sans-serif;color:#222;background:#fff;overflow:hidden}
#samtale-mail{display:flow-root;padding:14px 16px;overflow-x:auto;overflow-y:hidden;overflow-wrap:anywhere;box-sizing:border-box}
#samtale-mail>p:first-child{margin-top:0}
#samtale-mail>p:last-child{margin-bottom:0}
#samtale-mail img{max-width:100%}
#samtale-mail img[data-remote]:not([src]),#samtale-mail img[data-cid]:not([src]){background:#f1efe9;outline:1px dashed #8c8579;outline-offset:-1px;min-width:14px;min-height:14px;font-size:12px;color:#575147}
#samtale-mail table{max-width:100%}
#samtale-mail pre{white-space:pre-wrap}
details[data-quote]{margin-top:8px}
details[data-quote]>summary{display:inline-block;list-style:none;padding:2px 6px;border-radius:4px;background:#efece5;color:#575147;font:12px/16px Arial,sans-serif;cursor:default;margin-bottom:8px}
a:focus-visible,summary:focus-visible{outline:2px solid #0a5f72;outline-offset:2px}
html.dark{filter:invert(1) hue-rotate(180deg)}
html.dark img,html.dark [data-filled]{filter:invert(1) hue-rotate(180deg)}
`;

/** The whole document of a mail's frame. Our own rules come last in a layer of importance where they guard, first where they are taste. */
export function mailDocument(mail: SanitisedMail, lang: string): string {
  return `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${frameCsp}"><meta name="referrer" content="no-referrer"><style>${own}</style><style>${mail.styles}</style><style>html,body{position:static!important;display:block!important;visibility:visible!important;opacity:1!important}#samtale-mail{position:relative!important;display:flow-root!important;visibility:visible!important;max-height:none!important}</style></head><body>${mail.body}</body></html>`;
}
