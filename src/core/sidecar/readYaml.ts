/*
 * Reads a sidecar in any shape that YAML allows, through `yaml`: the second of two readers, for all that people and other programs write.
 * Both readers give the same pieces and problems for what the first one (`readLines`) can read.
 */
import { isMap, isScalar } from 'yaml';
import * as l10n from '../l10n';
import { keyOf, type Pair, startOf } from '../yaml/nodes';
import { readYamlText } from '../yaml/read';
import { type Plain, Values } from '../yaml/values';
import { describeIssue } from './entryRecord';
import { cut, type Fault, type Path } from './pieces';
import { articleSchema, format } from './schema';
import { marksOf, wholeMark } from './sectionMarks';
import type { RecordedArticle } from './sidecar';
import type { FileProblem, Source } from './source';

const unread = (): string => l10n.t('Nothing in it is changed until that is fixed.');

/** Byte order marks are of no interest to the readers: this one reads what follows it. */
export function behindMark<R extends Source | undefined>(text: string, read: (text: string) => R): R {
  const reading = read(text.slice(1));
  return (
    reading && {
      ...reading,
      pieces: [{ form: 'text', text: '\ufeff', name: '', faults: [] }, ...reading.pieces],
      problems: reading.problems.map((problem) => ({ ...problem, offset: problem.offset + 1 })),
    }
  );
}

export function readYaml(text: string): Source {
  if (text.startsWith('\ufeff')) return behindMark(text, readYaml);
  const { root, survey, errors, warnings: doubts } = readYamlText(text);
  if (errors.length > 0) {
    return unreadable(
      text,
      errors.map(({ code, message, offset }) => fileError(code, `${message} ${unread()}`, offset)),
    );
  }
  const warnings = doubts.map((doubt) => ({ ...doubt, severity: 'warning' as const }));
  if (root === null || (isScalar(root) && root.value === null && root.range?.[0] === root.range?.[1])) {
    return {
      pieces: text === '' ? [] : [{ form: 'text', text, name: '', faults: [] }],
      article: {},
      readOnly: false,
      problems: warnings,
      entangled: false,
      regular: false,
    };
  }
  if (!isMap(root)) {
    return unreadable(text, [
      fileError(
        'not-a-sidecar',
        l10n.t(
          'This is not a file of annotations: it should be a map that begins with `argmark: {0}`. {1}',
          format,
          unread(),
        ),
        startOf(root),
      ),
    ]);
  }
  const values = new Values(survey.targets);
  const version = versionProblem(root.items, values, startOf(root));
  const article = articleOf(root.items, values);
  const faultsOf = (pair: Pair): readonly Fault[] => (keyOf(pair) === 'article' ? article.faults : []);
  const pieces = cut(text, marksOf(text, root, values, faultsOf) ?? [wholeMark(text, root, values, faultsOf)]);
  if (values.exceeded) {
    const message = l10n.t(
      'Its aliases stand for more values than a file of annotations can need, or lead in a circle. {0}',
      unread(),
    );
    return unreadable(text, [fileError('alias-bomb', message, 0)]);
  }
  return {
    pieces,
    article: article.article,
    readOnly: version !== undefined,
    problems: version ? [version, ...warnings] : warnings,
    regular: false,
    entangled: survey.entangled || /^%(?:TAG|YAML +1\.[01])/m.test(text),
  };
}

/** A text that is shown as nothing but its problems and never written over (rule 2). */
export function unreadable(text: string, problems: readonly FileProblem[]): Source {
  return {
    pieces: [{ form: 'text', text, name: '', faults: [] }],
    article: {},
    readOnly: true,
    problems,
    entangled: false,
    regular: false,
  };
}

export function fileError(code: string, message: string, offset: number): FileProblem {
  return { code, severity: 'error', message, offset };
}

function versionProblem(pairs: readonly Pair[], values: Values, start: number): FileProblem | undefined {
  const pair = pairs.find((pair) => keyOf(pair) === 'argmark');
  if (!pair) {
    return fileError(
      'no-format',
      l10n.t(
        "The file does not say its format. If it is one of Argmark's, put the line `argmark: {0}` at its top. {1}",
        format,
        unread(),
      ),
      start,
    );
  }
  const version = values.of(pair.value);
  if (version === format) return undefined;
  const offset = startOf(pair.value);
  if (typeof version === 'number' && Number.isInteger(version) && version > format) {
    return fileError(
      'newer-format',
      l10n.t(
        'The file is in format {0}, which is newer than this version of Argmark. It is shown as far as it can be read, and not changed.',
        version,
      ),
      offset,
    );
  }
  return fileError(
    'bad-format',
    l10n.t('`argmark` should be {0}, the version of the format. {1}', format, unread()),
    offset,
  );
}

/** A map without the fields that are wrong; of its attributes only the wrong ones go. */
function without(
  map: { readonly [key: string]: Plain },
  issues: readonly { readonly path: readonly PropertyKey[] }[],
): { readonly [key: string]: Plain } {
  const wrong = new Set(issues.map(({ path }) => String(path[0])));
  const inside = new Set(issues.flatMap(({ path }) => (path.length > 1 ? [String(path[1])] : [])));
  return Object.fromEntries(
    Object.entries(map).flatMap(([key, value]) => {
      if (!wrong.has(key)) return [[key, value]];
      if (key !== 'attributes' || inside.size === 0) return [];
      const rest = Object.entries(value as { readonly [key: string]: Plain }).filter(([name]) => !inside.has(name));
      return [[key, Object.fromEntries(rest)]];
    }),
  );
}

export function articleOf(
  pairs: readonly Pair[],
  values: Values,
): { readonly article: RecordedArticle; readonly faults: readonly Fault[] } {
  const pair = pairs.find((pair) => keyOf(pair) === 'article');
  const value = pair ? values.of(pair.value) : null;
  if (value === null) return { article: {}, faults: [] };
  if (typeof value !== 'object' || Array.isArray(value)) {
    return {
      article: {},
      faults: [
        {
          code: 'wrong-type',
          severity: 'error',
          message: l10n.t('`article` should be a map. What stands there is kept as it is.'),
          path: ['article'],
        },
      ],
    };
  }
  const known = Object.fromEntries(Object.entries(value).filter(([, field]) => field !== null));
  const result = articleSchema.safeParse(known);
  if (result.success) return { article: result.data, faults: [] };
  const rest = articleSchema.safeParse(without(known, result.error.issues));
  return {
    article: rest.success ? rest.data : {},
    faults: result.error.issues.map((issue) => {
      const { code, complaint } = describeIssue(issue, l10n.t('The article'));
      return {
        code,
        severity: 'error',
        message: `${complaint} ${l10n.t('That field is kept as it is and not used.')}`,
        path: ['article', ...(issue.path as Path)],
      };
    }),
  };
}
