import { createHash } from 'node:crypto';

/** The hub's few pages carry their style inline, so that they load nothing. Values are those of the extension's theme (`page-style.test.ts`). */
export const pageStyle = `
:root{color-scheme:light dark;
--color-canvas:light-dark(#f5f3ee,#151412);--color-surface:light-dark(#fdfcfa,#1c1b18);--color-raised:light-dark(#ffffff,#26241f);
--color-line:light-dark(#e7e3da,#2e2b26);--color-control:light-dark(#8c8579,#7d766a);--color-hover:light-dark(#f3f0e9,#24221e);
--color-ink:light-dark(#23201b,#eeebe4);--color-ink-2:light-dark(#575147,#b9b3a7);--color-ink-3:light-dark(#6c655a,#9c958a);
--color-accent:light-dark(#0a5f72,#7fc6d6);--color-fill:light-dark(#0a5f72,#1d7589);--color-fill-hover:light-dark(#084e5e,#207f94);--color-on-fill:light-dark(#ffffff,#ffffff);
--color-late:light-dark(#a3301d,#f29b88);--color-late-tint:light-dark(#faeae5,#3a211b);
font-family:-apple-system,BlinkMacSystemFont,"Segoe UI Variable Text","Segoe UI",system-ui,Roboto,"Helvetica Neue",Arial,sans-serif;font-size:100%}
*,*::before,*::after{box-sizing:border-box}
body{margin:0;background:var(--color-canvas);color:var(--color-ink);font-size:.8125rem;line-height:1.25rem}
main{max-width:26rem;margin:0 auto;padding:3rem 1.5rem}
main.wide{max-width:52rem}
.mark{font-weight:600;color:var(--color-accent);margin:0}
h1{font-size:1.3125rem;line-height:1.75rem;font-weight:600;letter-spacing:-.01em;margin:.5rem 0 0}
h2{font-size:1.0625rem;line-height:1.5rem;font-weight:600;margin:1.5rem 0 .25rem}
p{margin:.25rem 0 0}
.lead{color:var(--color-ink-2)}
form{margin-top:1rem}
form+.help,ol+.help{margin-top:1rem}
label{display:block;font-weight:600;margin:.75rem 0 .25rem}
.help{font-size:.75rem;line-height:1rem;color:var(--color-ink-3);margin-top:.25rem}
input,select,textarea{font:inherit;color:inherit;display:block;width:100%;min-height:2.25rem;padding:0 .5rem;border:1px solid var(--color-control);border-radius:6px;background:var(--color-raised)}
input[type=checkbox]{display:inline-block;width:auto;min-height:0;margin:0 .375rem 0 0;vertical-align:middle}
textarea{padding:.375rem .5rem;resize:vertical}
button,.button{font:inherit;font-weight:600;display:inline-flex;align-items:center;height:2.25rem;padding:0 .875rem;border:0;border-radius:6px;background:var(--color-fill);color:var(--color-on-fill);margin-top:1rem;text-decoration:none}
button:hover,.button:hover{background:var(--color-fill-hover)}
:focus-visible{outline:2px solid var(--color-accent);outline-offset:2px}
.problem{background:var(--color-late-tint);color:var(--color-late);border-radius:8px;padding:.625rem .75rem;margin-top:1rem}
code{font:.8125rem/1.25rem ui-monospace,"SF Mono","Cascadia Mono",Menlo,Consolas,"Liberation Mono",monospace;overflow-wrap:anywhere;user-select:all}
a{color:var(--color-accent);text-underline-offset:2px}
pre{white-space:pre-wrap;overflow-wrap:anywhere;background:var(--color-surface);border:1px solid var(--color-line);border-radius:8px;padding:.75rem;font:.8125rem/1.25rem ui-monospace,"SF Mono","Cascadia Mono",Menlo,Consolas,"Liberation Mono",monospace}
ol{margin:1rem 0 0;padding-left:1.25rem}
li+li{margin-top:.5rem}
input[readonly]{background:var(--color-canvas);color:var(--color-ink-2)}
ul.plain{list-style:none;margin:1rem 0 0;padding:0}
ul.plain>li{margin:0;border-bottom:1px solid var(--color-line);padding:.625rem 0}
@media (forced-colors:active){button,.button{border:1px solid ButtonText}}
`;

/** For `style-src`: just this style, nothing else. */
export const pageStyleHash = `'sha256-${createHash('sha256').update(pageStyle).digest('base64')}'`;
