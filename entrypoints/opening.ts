import '../utils/browser/no-eval';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { leaveOpening } from '../components/opening/ahead';
import { showOpening } from '../components/opening/show-opening';

/** ms React waits at most; then it asks the store itself. */
const atTheLatest = 150;

/** The first script of popup and side panel: rows on the screen while the page's own scripts come (docs/decisions/0044-rows-before-react.md). */
export default defineUnlistedScript(() => {
  const { surface } = document.currentScript?.dataset ?? {};
  const shown = showOpening(surface === 'popup' ? 'popup' : 'panel').catch((error: unknown) => {
    console.warn('no rows ahead', error);
    return undefined;
  });
  leaveOpening(Promise.race([shown, new Promise<undefined>((done) => setTimeout(done, atTheLatest))]));
});
