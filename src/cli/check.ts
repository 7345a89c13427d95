/* `argmark check`: what the editor's Problems view lists, of every article and every codebook that is named. */
import { basename } from 'node:path';
import { countOf } from '../core/annotation/words';
import { remarksOn } from '../core/sidecar/remarks';
import type { CodebookInUse } from './codebooks';
import type { ExitCode, Job } from './job';
import { type Finding, type Loaded, placeOf } from './load';
import type { Style, Terminal } from './terminal';

export function checkJob(terminal: Terminal, json: boolean): Job {
  /** Codebooks that are told of already. */
  const told = new Set<string>();
  let problems = 0;
  let articles = 0;
  const tell = (findings: readonly Finding[]) => {
    problems += findings.length;
    if (!json) for (const finding of findings) print(terminal, finding);
  };
  const checkCodebook = (codebook: CodebookInUse): ExitCode => {
    const found = codebookFindings(codebook, told);
    if (json && found.length > 0) terminal.json({ codebook: codebook.file, problems: found });
    tell(found);
    return found.length > 0 ? 1 : 0;
  };
  return {
    codebook: checkCodebook,
    each: async (loaded, codebook) => {
      const { article, sidecar, bytes, faults } = loaded;
      const code = checkCodebook(codebook);
      if (!bytes && faults.length === 0) return code;
      articles++;
      const found = findingsOf(loaded, codebook);
      if (json) terminal.json({ article, sidecar, problems: found });
      tell(found);
      return found.length > 0 ? 1 : code;
    },
    end: () => {
      if (json) return;
      const found = problems === 0 ? 'no problems' : countOf(problems, 'problem');
      terminal.line(`${countOf(articles, 'annotated article')} checked, ${found}.`);
    },
  };
}

function findingsOf({ faults, sidecarState, sidecar, article, now }: Loaded, { codebook }: CodebookInUse): Finding[] {
  const remarks = remarksOn(sidecarState, now?.placements ?? new Map(), codebook, basename(article));
  return [...faults, ...[...sidecarState.problems, ...remarks].map((problem) => ({ file: sidecar, ...problem }))].map(
    asFinding,
  );
}

function codebookFindings({ file, problems }: CodebookInUse, told: Set<string>): Finding[] {
  if (file === undefined || told.has(file)) return [];
  told.add(file);
  return problems.map((problem) => asFinding({ file, ...problem }));
}

/** Its fields in the order in which `--help` names them, and no others. */
const asFinding = ({ file, line, column, severity, code, message, id }: Finding): Finding => ({
  ...{ file, line, column, severity, code, message },
  ...(id !== undefined && { id }),
});

const styles: Readonly<Record<Finding['severity'], Style>> = { error: 'red', warning: 'yellow', information: 'blue' };

function print(terminal: Terminal, finding: Finding): void {
  const { severity, message, code } = finding;
  const place = { text: placeOf(finding), style: 'bold' } as const;
  terminal.line(place, ': ', { text: severity, style: styles[severity] }, `: ${message} `, {
    text: `(${code})`,
    style: 'dim',
  });
}
