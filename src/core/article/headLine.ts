/*
 * The short lines around a title: who wrote it, when it appeared, where it was first published. The same for plain text, Markdown
 * and saved pages.
 */
import type { ArticleFacts, BlockKind } from './article';
import { readByline } from './byline';
import { findDate, readDateLine } from './dates';
import { noFacts } from './metadata';

export interface HeadLine {
  readonly kind: Extract<BlockKind, 'byline' | 'date' | 'outlet'>;
  readonly facts: ArticleFacts;
}

const sourceLine =
  /^(?:(?:source|quelle|fuente|fonte|المصدر|来源|url|link|retrieved from)(?=\s*[:：])|(?:this (?:article|essay|text|piece) )?(?:was )?(?:originally|first) (?:published|appeared)(?: (?:in|by|on|at))?|(?:dieser (?:beitrag|text|artikel) (?:ist|erschien) )?(?:zuerst|erstmals) (?:erschienen )?(?:in|bei|auf)|(?:cet article (?:a été|est) )?(?:publié|paru) (?:initialement|d['’]abord|à l['’]origine) (?:dans|par|sur)|publicado originalmente (?:en|por)|نُ?شرت? (?:هذا المقال |هذه المقالة )?(?:أولا|أولاً|في الأصل|أصلا) في|(?:本文)?(?:原载|首发|原刊)于?)\s*[:：]?\s+?(\S.{0,140})$/iu;
const agency =
  /^(?:getty(?: images)?|afp|reuters|ap|ap photo|associated press|alamy|shutterstock|istock|unsplash|pexels|pixabay|flickr|dpa|epa|epa-efe|picture alliance|wikimedia(?: commons)?|xinhua photo|imago|adobe stock|author|own (?:work|photo))\b/i;

/** Reads a line of an article's head, or undefined where it is surely none of them. Looks only at lines of up to 200 UTF-16 units. */
export function readHeadLine(text: string): HeadLine | undefined {
  if (text.length > 200) return undefined;
  const labelled = readLabelled(text);
  if (labelled) return labelled;
  const byline = readByline(text);
  if (byline) {
    const date = findDate(byline.rest);
    const published = date && (date.iso ?? byline.rest.slice(date.start, date.end));
    return { kind: 'byline', facts: { ...noFacts, authors: byline.authors, ...(published && { published }) } };
  }
  const signed = /^(.{4,80}?)[\s,]+((?:by|von|par|por)\s.{3,80})$/iu.exec(text);
  const writer = signed?.[2] ? readByline(signed[2]) : undefined;
  const when = signed?.[1] && writer?.rest === '' ? readDateLine(signed[1]) : undefined;
  if (writer && when)
    return { kind: 'byline', facts: { ...noFacts, authors: writer.authors, published: when.published } };
  const date = readDateLine(text) ?? datePart(text);
  if (date) return { kind: 'date', facts: { ...noFacts, published: date.published } };
  const source = readSource(text);
  return source === undefined ? undefined : { kind: 'outlet', facts: { ...noFacts, source } };
}

/** Where the text was first published, when the line says just that; a picture agency is none. */
export function readSource(text: string): string | undefined {
  if (/^https?:\/\/\S+$/.test(text)) return text;
  const match = sourceLine.exec(text.replace(/\s*([:：])\s*/u, '$1 '));
  const source = match?.[1]?.replace(/[.。]$/u, '').trim();
  return source === undefined || agency.test(source) ? undefined : source;
}

/** A line such as "Source: Getty", which names who took the picture. */
export function isPictureSource(text: string): boolean {
  const match =
    text.length > 100 ? null : /^(?:source|quelle|fuente|المصدر|来源|foto|photo)\s*[:：]\s*(\S.*)$/iu.exec(text);
  return match?.[1] !== undefined && agency.test(match[1]);
}

/** "Commentary | 12 March 2024": a date beside a word or two on the kind of text. */
function datePart(text: string): { readonly published: string } | undefined {
  const parts = text.split(/\s*[|｜•·]\s*|\s+[–—-]\s+/u);
  if (parts.length < 2 || parts.length > 4 || parts.some((part) => part.split(/\s+/).length > 6)) return undefined;
  for (const part of parts) {
    const date = readDateLine(part);
    if (date) return date;
  }
  return undefined;
}

/** "2024-03-12 09:30 来源：新报 作者：李明": several facts on one line, each with its label. */
function readLabelled(text: string): HeadLine | undefined {
  if (
    !/(?:来源|作者|记者|编辑|责任编辑|发布时间|时间|日期|发布机构|发布单位|المصدر|الكاتب|التاريخ)\s*[:：]/u.test(text)
  )
    return undefined;
  let authors: readonly string[] = [];
  let source: string | undefined;
  let rest = text;
  rest = rest.replace(/(?:来源|发布机构|发布单位|المصدر)\s*[:：]\s*([^\s|｜]+)/u, (_, value: string) => {
    source = value;
    return ' ';
  });
  rest = rest.replace(
    /(?:作者|记者)\s*[:：]\s*([^|｜\d]+?)(?=\s{2,}|\s+\S+[:：]|\s*[|｜\d]|$)/u,
    (whole: string, value: string) => {
      authors = readByline(`作者：${value.trim()}`)?.authors ?? [];
      return authors.length > 0 ? ' ' : whole;
    },
  );
  rest = rest.replace(/(?:责任编辑|编辑)\s*[:：]\s*\S+/u, ' ');
  const date = /\d/.test(rest) ? readDateLine(rest.replace(/[|｜]/g, ' ').trim()) : undefined;
  if (!date && /\S/u.test(rest.replace(/[|｜]/g, ''))) return undefined;
  if (!date && source === undefined && authors.length === 0) return undefined;
  const facts = { ...noFacts, authors, ...(source !== undefined && { source }), ...date };
  return { kind: date ? 'date' : authors.length > 0 ? 'byline' : 'outlet', facts };
}
