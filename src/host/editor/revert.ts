/* Revert: what is on disk, whatever was here. VS Code counts the document as clean before it is done, so it must not fail. */
import * as l10n from '../../core/l10n';
import type { Problem } from '../../core/problem';
import { blankSidecar, readSidecarFile } from '../../core/sidecar/sidecarFile';
import type { Files } from '../files';
import { messageOf } from '../messageOf';
import type { ArticleDocument } from './document';

export function revert(document: ArticleDocument, files: Files): Promise<void> {
  return document.turns.exclusive(async () => {
    document.settlePending();
    try {
      const bytes = await files.read(document.sidecarUri);
      if (!bytes) {
        const blank = blankSidecar(document.annotated.article, document.text.encoding);
        document.accept(blank, { bytes, base: blank });
        return;
      }
      const { sidecar, blocked } = readSidecarFile(bytes, document.annotated.article);
      if (blocked.length === 0) document.accept(sidecar, { bytes, base: sidecar });
      else keepLastKnown(document, blocked);
    } catch (error) {
      keepLastKnown(document, document.blocked);
      document.say(
        l10n.t('{0} could not be read ({1}). What was last read is shown.', document.sidecarName, messageOf(error)),
      );
    }
  });
}

function keepLastKnown(document: ArticleDocument, blocked: readonly Problem[]): void {
  document.accept(document.disk.base, document.disk);
  document.block(blocked);
}
