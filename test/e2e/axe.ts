/** What axe objects to in a page. Its policy lets no script in but its own; the test's context may look at it all the same. */
import assert from 'node:assert/strict';
import axe from 'axe-core';
import type { ReaderPage } from './readerPage';

export interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
}

export async function checkWithAxe({
  page,
  context,
}: Pick<ReaderPage, 'page' | 'context'>): Promise<readonly Violation[]> {
  const session = await context.newCDPSession(page);
  const run = async (expression: string) => {
    const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
      expression,
      awaitPromise: true,
      returnByValue: true,
    });
    assert.equal(exceptionDetails, undefined);
    return result.value;
  };
  await run(axe.source);
  return run(
    'axe.run(document, { resultTypes: ["violations"] }).then(({ violations }) => violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ html, failureSummary }) => ({ html: html.slice(0, 200), failureSummary })) })))',
  );
}
