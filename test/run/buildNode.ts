/** `npm run build:node`: writes the bundle of the host for Node. */
import { bundleHost } from './hostBundle';

void bundleHost('dist/node');
