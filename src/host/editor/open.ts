/* Opening an article: everything that a document is made of, read; and everything that it has to follow while it lives. */
import * as vscode from 'vscode';
import { parseArticle } from '../../core/article/parse';
import { sameBytes } from '../../core/bytes';
import * as l10n from '../../core/l10n';
import type { Problem } from '../../core/problem';
import { blankSidecar, readSidecarFile } from '../../core/sidecar/sidecarFile';
import type { Files } from '../files';
import { messageOf } from '../messageOf';
import { amendOpen } from './amend';
import { ArticleText } from './articleText';
import { restorePending } from './backup';
import { type Backup, backupGone, readBackup } from './backupFile';
import type { KnownArticle } from './closedArticle';
import type { Codebooks } from './codebooks';
import { ArticleDocument } from './document';
import type { DocumentParts } from './documentParts';
import { followHistory } from './followHistory';
import { followText } from './followText';
import { followSidecar, lookAtSidecar } from './sync';
import { hasNeighbours, isWritable, sameUri, sidecarOf } from './uris';

/** Milliseconds until a watcher is surely set up. */
const watcherTime = 1_500;

/** What of the article is on no disk, or not where it belongs. */
export interface Unsaved {
  /** Where an earlier session left its annotations. */
  readonly backupId?: string | undefined;
  /** What the article had under another name. */
  readonly backup?: Backup | undefined;
  /** What a host left that ended without warning (see `leftBackups.ts`). */
  readonly left?: Backup | undefined;
  /** The text of an article that is in no file yet. */
  readonly untitled?: Uint8Array | undefined;
  /** Hands over what is known of the article already. */
  readonly known?: () => KnownArticle;
}

/** Never writes; what keeps the host busy is not begun before `mayBegin`. Rejects, with a sentence for the person, only where the article's text cannot be read. */
export async function openDocument(
  uri: vscode.Uri,
  unsaved: Unsaved | undefined,
  files: Files,
  codebooks: Codebooks,
  mayBegin?: Promise<void>,
): Promise<ArticleDocument> {
  const sidecarUri = sidecarOf(uri);
  const [text, file, backup] = await Promise.all([
    ArticleText.open(uri, files, unsaved?.untitled),
    hasNeighbours(uri) ? readBytes(sidecarUri, files) : nothing,
    unsavedAnnotations(unsaved ?? {}, files),
    codebooks.of(uri),
    mayBegin,
  ]);
  // Once more: what changed while the page was waited for was told to nobody here.
  const codebook = await codebooks.of(uri);
  const document = new ArticleDocument({
    ...{ uri, sidecarUri, text, codebook },
    ...contentOf(text, file, unsaved?.known?.() ?? {}),
    unwritable: !isWritable(uri),
    ...(typeof backup === 'object' && { backup }),
  });
  follow(document, files, codebooks);
  if (typeof backup === 'string') tellLoss(document.name, backup);
  return document;
}

/** What stands in an article's files. What is known of them already is not read once more. */
function contentOf(
  { text, encoding }: ArticleText,
  { bytes, failure }: typeof nothing,
  { live, annotated, bytes: knownBytes }: KnownArticle,
): Pick<DocumentParts, 'article' | 'sidecar' | 'blocked' | 'disk' | 'placements' | 'live'> {
  const sameText = annotated?.article.text === text;
  const sameFile = bytes && annotated && !annotated.sidecar.readOnly && sameBytes(bytes, knownBytes);
  const article = sameText ? annotated.article : parseArticle(text);
  const { sidecar, blocked } = sameFile
    ? { sidecar: annotated.sidecar, blocked: [] }
    : bytes
      ? readSidecarFile(bytes, article)
      : { sidecar: blankSidecar(article, encoding), blocked: failure ? [failure] : [] };
  const placements = sameText && sameFile ? annotated.placements : undefined;
  return { article, sidecar, blocked, disk: { bytes, base: sidecar }, placements, live };
}

/** The last that is known of unsaved annotations, or a sentence that says why they are lost. */
async function unsavedAnnotations(
  { backupId, backup, left }: Unsaved,
  files: Files,
): Promise<Backup | string | undefined> {
  if (backup || backupId === undefined) return backup ?? left;
  const named = await readBackup(backupId, files);
  if (typeof named === 'string') return left ?? (named === backupGone() ? undefined : named);
  return left && (left.written ?? 0) > (named.written ?? 0) ? left : named;
}

const nothing: { readonly bytes?: Uint8Array; readonly failure?: Problem } = {};

async function readBytes(uri: vscode.Uri, files: Files): Promise<typeof nothing> {
  try {
    const bytes = await files.read(uri);
    return bytes ? { bytes } : nothing;
  } catch (error) {
    const message = l10n.t('The file cannot be read ({0}).', messageOf(error));
    return { failure: { code: 'unreadable', severity: 'error', message, line: 1, column: 1 } };
  }
}

function follow(document: ArticleDocument, files: Files, codebooks: Codebooks): void {
  document.own(followText(document));
  document.own(codebooks.onDidChange(async () => document.state.takeCodebook(await codebooks.of(document.uri))));
  if (!hasNeighbours(document.uri)) return;
  document.own(followSidecar(document, files));
  document.own(followHistory(document));
  document.own(
    vscode.workspace.onDidSaveTextDocument((text) => {
      if (sameUri(text.uri, document.uri)) void recordWords(document, files);
    }),
  );
  const look = () => {
    document.text.look();
    lookAtSidecar(document, files);
  };
  // Watchers need a moment to be set up, and on some disks they miss things.
  const late = setTimeout(look, watcherTime);
  document.own({ dispose: () => clearTimeout(late) });
  document.own(vscode.window.onDidChangeWindowState(({ focused }) => focused && look()));
}

/** With the text, words of annotations that were edited in it are saved. */
async function recordWords(document: ArticleDocument, files: Files): Promise<void> {
  const wanted = () => document.state.rewording();
  try {
    const amended = await amendOpen(document, wanted, files, () => !document.text.isUnsaved && !document.pending);
    if (amended && 'why' in amended) document.say(amended.why);
  } catch (error) {
    document.say(l10n.t('{0} could not be written: {1}.', document.sidecarName, messageOf(error)));
  }
}

const viewed = new WeakSet<ArticleDocument>();

/** Called whenever the article has come on screen: VS Code takes no edit before the first time. */
export function afterView(document: ArticleDocument): void {
  if (viewed.has(document)) return;
  viewed.add(document);
  restorePending(document);
  // Where the sidecar cannot be read, what is pending waits for the moment when it can.
  if (document.pending) document.own(document.onDidChange(() => restorePending(document)));
}

function tellLoss(name: string, why: string): void {
  const sentence = l10n.t(
    'Annotations of {0} that were not saved when the window was closed could not be brought back: {1}.',
    name,
    why,
  );
  vscode.window.showWarningMessage(`${sentence} ${l10n.t('What was last saved is shown.')}`);
}
