/** A review of an article with a page that is only listened to. */
import type { Articles } from '../../../src/host/articles';
import type { ArticleDocument } from '../../../src/host/editor/document';
import { ReviewDrift } from '../../../src/host/review/reviewDrift';
import { Page } from '../editor/page';
import type { TestContext } from '../harness';

export function reviewOf(t: TestContext, document: ArticleDocument, articles: Articles) {
  const page = new Page(document);
  t.after(() => page.reader.dispose());
  page.say({ type: 'ready' });
  const drift = new ReviewDrift({
    articles,
    registry: { panel: () => page.reader },
    editors: { showAsArticle: async () => {} },
  });
  t.after(() => drift.dispose());
  return { page, drift };
}
