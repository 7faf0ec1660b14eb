// Loaded into a hub's process (`--import`) by a test of mailboxes at Google and Microsoft: their hosts are the test's stand-ins. What the hub
// asks, and at which address, is its own. PRETEND_PROVIDERS: the stand-ins by host, as JSON.
const standIns = JSON.parse(process.env.PRETEND_PROVIDERS ?? '{}');
const { fetch } = globalThis;
globalThis.fetch = (input, init) => {
  const url = new URL(String(input));
  const standIn = url.protocol === 'https:' ? standIns[url.hostname] : undefined;
  if (!standIn) throw new Error(`${url.origin} is outside of this test`);
  return fetch(`${standIn}/${url.hostname}${url.pathname}${url.search}`, init);
};
