/* Who published the page: as its data says, or as the line on its copyright names the holder, found again near the title. */
import type { Page } from './pieces';

const noise =
  /all rights reserved|some rights reserved|alle rechte vorbehalten|tous droits réservés|todos los derechos reservados|جميع الحقوق محفوظة|الحقوق محفوظة|حقوق النشر|版权所有|著作权所有|保留所有权利|copyright|©|\(c\)|[\d٠-٩]{4}(?:\s*[-–]\s*[\d٠-٩]{4})?/giu;

/** The name in "© 2024 The Harbour Review Ltd. All rights reserved.", or undefined. */
export function copyrightHolder(text: string): string | undefined {
  if (text.length > 240 || !/©|\(c\)|copyright|版权所有|حقوق/iu.test(text)) return undefined;
  const rest = text.replace(noise, '\n');
  const name = rest
    .split(/\n|[|｜]|\.\s|。|،\s|\s[–—-]\s/u)
    .map((part) => part.replace(/^[\s.,;:：،。]+|[\s.,;:：،。]+$/gu, '').replace(/^(?:by|von|par)\s+/i, ''))
    .find((part) => /\p{L}{2}/u.test(part) && !/^(?:crown|parliamentary)$/i.test(part));
  return name !== undefined && name.length <= 100 && name.split(/\s+/).length <= 12 ? name : undefined;
}

/** Tells whether a short line is the name of who published the page; an article before the name makes no difference. */
export function outletTest(page: Page): (text: string) => boolean {
  const { data, names, pieces } = page;
  const others = new Set(
    [...data.authors, ...data.topics, ...data.regions, data.title, data.standfirst, data.source].map((name) =>
      name?.toLowerCase(),
    ),
  );
  const own = new Set(names.filter((name) => /\s|\p{Lo}{3}/u.test(name)).map((name) => name.toLowerCase()));
  const holders = pieces.slice(-40).flatMap(({ passage }) => {
    const holder = copyrightHolder(passage.text);
    return holder === undefined ? [] : [withoutArticle(holder)];
  });
  return (text) => {
    const name = withoutArticle(text);
    if (text.length < 3 || text.length > 100 || /[|｜•·]/.test(text) || others.has(name)) return false;
    if (data.outlet?.toLowerCase() === text.toLowerCase() || own.has(name)) return true;
    return holders.some(
      (holder) =>
        holder === name || (name.length >= 6 && (holder.startsWith(`${name} `) || name.startsWith(`${holder} `))),
    );
  };
}

function withoutArticle(name: string): string {
  return name.toLowerCase().replace(/^(?:the|der|die|das|le|la|les|el|los)\s/u, '');
}
