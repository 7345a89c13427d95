/** `npm run build:notices`: writes the licences of the bundled libraries beside the bundles. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { thirdPartyNotices } from './licences';

mkdirSync('dist', { recursive: true });
writeFileSync('dist/ThirdPartyNotices.txt', thirdPartyNotices());
