/** Jest transform: Node's own type stripping, so tests run exactly the source that `node src/…` would run. */
import { stripTypeScriptTypes } from 'node:module';

export default {
  process: (source) => ({ code: stripTypeScriptTypes(source, { mode: 'strip' }) }),
};
