/* The settings that the reading view gets, each brought into its bounds, as people write them by hand. */
import * as vscode from 'vscode';
import type { ReaderSettings } from '../../messages';

const fonts = ['serif', 'sans', 'editor'] as const;

export function readerSettings(annotator: string): ReaderSettings {
  const settings = vscode.workspace.getConfiguration('argmark');
  const font = settings.get<string>('readingFont');
  const keys = settings.get<Record<string, unknown>>('keys') ?? {};
  return {
    readingFont: fonts.find((one) => one === font) ?? 'serif',
    lineWidth: within(settings.get('lineWidth'), 30, 200) ?? 70,
    zoom: zoomOf(settings.get('zoom')),
    keys: Object.fromEntries(
      Object.entries(keys).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
    ),
    annotator,
    announce: settings.get<boolean>('announceAnnotations') !== false,
  };
}

/** In percent. */
export const zoomOf = (setting: unknown): number => within(setting, 50, 300) ?? 100;

/** Bounds are the same as in package.json. Undefined for what is no number. */
function within(setting: unknown, least: number, most: number): number | undefined {
  return typeof setting === 'number' && Number.isFinite(setting) ? Math.min(Math.max(setting, least), most) : undefined;
}
