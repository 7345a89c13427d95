/* What is said on top of the page: why nothing can be changed, and what in the files needs a person's eye. Whole sentences, each with its file. */
import * as l10n from '../../core/l10n';
import { type Problem, problemLine } from '../../core/problem';
import type { ReaderState } from '../../messages';

export type Notice = ReaderState['notices'][number];

/** What can be the matter with an open article. */
export interface Condition {
  readonly articleName: string;
  readonly sidecarName: string;
  /** The article's file is not there any more. */
  readonly articleMissing: boolean;
  /** The file system takes no files. */
  readonly unwritable: boolean;
  /** Why the annotations' file cannot be read, so that nothing is written over it. */
  readonly blocked: readonly Problem[];
  /** What is wrong with single entries. */
  readonly problems: readonly Problem[];
  /** Both another program and this window changed the same fields; a save will ask. */
  readonly clashing: boolean;
  /** Why unsaved annotations of an earlier session are not put back yet, in whole sentences; undefined where there are none. */
  readonly restoring: string | undefined;
}

/** The most single problems named; the rest is counted. */
const most = 3;

export function noticesOf(condition: Condition): Notice[] {
  const { articleName, sidecarName, blocked, problems } = condition;
  const notices: Notice[] = [];
  const say = (severity: Notice['severity'], message: string, at?: Pick<Problem, 'line' | 'column'>) =>
    notices.push({ severity, message, ...(at && { at: { line: at.line, column: at.column } }) });
  if (condition.articleMissing) {
    say(
      'warning',
      l10n.t('{0} is not on disk any more. Its annotations are kept; save it elsewhere with Save As.', articleName),
    );
  }
  if (condition.unwritable)
    say('info', l10n.t('This article is in a folder that cannot be written to, so it can only be read.'));
  const first = blocked[0];
  if (first) {
    const line = problemLine(sidecarName, first);
    const more = blocked.length > 1 && l10n.t('{0} (and {1} more)', line, l10n.number(blocked.length - 1));
    say('error', more || line, first);
  }
  if (condition.restoring) say('warning', l10n.t('Annotations that were not saved are kept. {0}', condition.restoring));
  if (condition.clashing) {
    say(
      'warning',
      l10n.t('{0} was changed by another program where you changed it too. Saving asks which to keep.', sidecarName),
    );
  }
  if (blocked.length === 0) {
    for (const problem of problems.slice(0, most)) say('warning', problemLine(sidecarName, problem), problem);
    if (problems.length > most)
      say(
        'warning',
        l10n.plural(problems.length - most, '{1}: {0} more problem.', '{1}: {0} more problems.', sidecarName),
      );
  }
  return notices;
}

/** Why unsaved annotations of an earlier session are not put back: as `failure` says, else because the file cannot be read. */
export function whyPending(sidecarName: string, failure: string | undefined): string {
  if (failure === undefined) return l10n.t('They come back as soon as {0} can be read.', sidecarName);
  return l10n.t('{0} Close and open the article to see them as text, or give them up with File: Revert File.', failure);
}
