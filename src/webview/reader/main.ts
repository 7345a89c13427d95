/* Where the reading view begins: builds the page's parts, checks every message at the door, and says `ready` to get the whole state. */
import './zodConfig';
import { readToReader, type ToReader, toReader } from '../../messages';
import { takeEarly } from '../../messages/early';
import { unpack } from '../../messages/packing';
import { speakPageLanguage } from './displayLanguage';
import { quickCheck } from './quickCheck';
import { buildSkeleton } from './skeleton';
import { startReader } from './startReader';
import { connectHost } from './vscodeApi';

/** Milliseconds after which a page without an article asks for it again. */
const patience = 3_000;

speakPageLanguage();
const fits = quickCheck(toReader);
const host = connectHost();
const root = document.getElementById('reader') ?? document.body.appendChild(document.createElement('div'));
const { reader, receive } = startReader(buildSkeleton(root), host);

window.addEventListener('message', (event) => {
  const data = unpack(event.data);
  const message = fits(data) ? (data as ToReader) : readToReader(data);
  if (typeof message === 'string')
    host.send({ type: 'failure', message: `The reading view was sent a message that it does not know. ${message}` });
  else receive(message);
});
window.addEventListener('error', (event) =>
  host.send({ type: 'failure', message: `${event.message} (${event.filename}:${event.lineno})` }),
);
window.addEventListener('unhandledrejection', (event) => host.send({ type: 'failure', message: String(event.reason) }));
for (const event of takeEarly()) window.dispatchEvent(event);
const ask = (): void => host.send({ type: 'ready' });
ask();
// What the host sent ahead may have been lost on its way to a page that was not there yet.
setTimeout(() => reader.model ?? ask(), patience);
