/* What the parts of a saved page around its article are called, and how far the line by which one is known speaks. */

/**
 * How far a sign reaches. `line`: this line is furniture wherever it stands. `section`: it opens a part of the page, which takes
 * what follows. `word`: an entry of menus and footers, which counts only in company.
 */
export type Reach = 'line' | 'section' | 'word';

export type FurnitureLabel =
  | 'menu'
  | 'page data'
  | 'page header'
  | 'title repeated'
  | 'share buttons'
  | 'image credit'
  | 'cookie notice'
  | 'advertisement'
  | 'related'
  | 'newsletter'
  | 'comments'
  | 'topics'
  | 'disclaimer'
  | 'footer';

export interface Sign {
  readonly label: FurnitureLabel | 'about';
  readonly reach: Reach;
}
