/* What folded parts of a page are called: the parser names them, and here those names become words. */
import * as l10n from '../../../core/l10n';

/** One name, or several with commas between them, in words inside a sentence. A name that is not known here is shown as it is. */
export function furnitureWords(names: string): string {
  return l10n.commas(names.split(', ').map(wordsOf));
}

function wordsOf(name: string): string {
  switch (name) {
    case 'menu':
      return l10n.t('menu');
    case 'page data':
      return l10n.t('page data');
    case 'page header':
      return l10n.t('page header');
    case 'title repeated':
      return l10n.t('title repeated');
    case 'share buttons':
      return l10n.t('share buttons');
    case 'image credit':
      return l10n.t('image credit');
    case 'cookie notice':
      return l10n.t('cookie notice');
    case 'advertisement':
      return l10n.t('advertisement');
    case 'related':
      return l10n.t('related');
    case 'newsletter':
      return l10n.t('newsletter');
    case 'comments':
      return l10n.t('comments');
    case 'topics':
      return l10n.t('topics');
    case 'disclaimer':
      return l10n.t('disclaimer');
    case 'footer':
      return l10n.t('footer');
    case 'link addresses':
      return l10n.t('link addresses');
    case 'front matter':
      return l10n.t('front matter');
    case 'comment':
      return l10n.t('comment');
    default:
      return name;
  }
}
