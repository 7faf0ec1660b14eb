import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { outlook } from '../utils/webmail/outlook/read-outlook';
import { beginInPage } from '../utils/webmail/page/begin-in-page';

/** Registered by path for hosts a person has agreed to (`entrypoints/background/webmail-scripts.ts`); no content script of the manifest's, which would ask for them at once. */
export default defineUnlistedScript(() => beginInPage(outlook));
