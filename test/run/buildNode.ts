/** `npm run build:node`: writes the bundle of the host for Node. */
import { bundleHost } from './hostBundle';

bundleHost('dist/node').catch(() => {
  process.exitCode = 1;
});
