import type { BrowserContext, Dialog, Page, Request } from '@playwright/test';

/** What the worker asks its hub for by itself; everything else it would do because of a mail. */
const ofTheWorker = /^\/(hub|bodies|sync\/\w+|auth\/.*|messages\/[\w-]+\/files\/\w+)$/;

/**
 * Everything a mail must never do, heard from outside the page: any script in a frame, any dialog, any request but those of the panel for its own
 * files and of the worker to its hub, any frame that goes elsewhere, any window. It listens until the page is closed.
 */
export async function hearMails(context: BrowserContext, page: Page, hubUrl: string): Promise<string[]> {
  const heard: string[] = [];
  const note = (what: string, detail: string) => void heard.push(`${what}: ${detail.slice(0, 200)}`);
  const onDialog = (dialog: Dialog) => {
    note('script ran', dialog.message());
    dialog.dismiss().catch(() => undefined);
  };
  const onPage = (opened: Page) => {
    note('window', opened.url());
    opened.close().catch(() => undefined);
  };
  const onRequest = (request: Request) => {
    if (!isOurs(request, page, hubUrl)) note('request', request.url());
  };
  context.on('dialog', onDialog).on('page', onPage).on('request', onRequest);
  page.once('close', () => context.off('dialog', onDialog).off('page', onPage).off('request', onRequest));
  const home = page.url();
  page.on('framenavigated', (frame) => {
    const stays = frame === page.mainFrame() ? frame.url().startsWith(home) : /^about:(srcdoc|blank)$/.test(frame.url());
    if (!stays) note('navigation', frame.url());
  });
  const session = await context.newCDPSession(page);
  const { frameTree } = await session.send('Page.getFrameTree');
  session.on('Debugger.scriptParsed', ({ executionContextAuxData, url }) => {
    const { frameId, type } = (executionContextAuxData ?? {}) as { frameId?: string; type?: string };
    // Other worlds are the test's own way of looking.
    if (type === 'default' && frameId !== frameTree.frame.id) note('script in a frame', url);
  });
  await session.send('Debugger.enable');
  await session.send('Debugger.setSkipAllPauses', { skip: true });
  return heard;
}

function isOurs(request: Request, page: Page, hubUrl: string): boolean {
  const url = request.url();
  const worker = request.serviceWorker();
  if (worker)
    return url.startsWith('chrome-extension:') || (new URL(url).origin === new URL(hubUrl).origin && ofTheWorker.test(new URL(url).pathname));
  if (/^(data|blob|about):/.test(url)) return true;
  return url.startsWith('chrome-extension:') && frameOf(request) === page.mainFrame();
}

/** The frame a request is of; none while the frame it would begin is not there yet. */
function frameOf(request: Request) {
  try {
    return request.frame();
  } catch {
    return undefined;
  }
}
