/* The settings that the reading view gets, each brought into its bounds, as people write them by hand. */
import * as vscode from 'vscode';
import type { ReaderSettings } from '../../messages';

const fonts = ['serif', 'sans', 'editor'] as const;

export function readerSettings(annotator: string): ReaderSettings {
  const settings = vscode.workspace.getConfiguration('argmark');
  const font = settings.get<string>('readingFont');
  const width = settings.get<number>('lineWidth');
  const zoom = settings.get<number>('zoom');
  const keys = settings.get<Record<string, unknown>>('keys') ?? {};
  return {
    readingFont: fonts.find((one) => one === font) ?? 'serif',
    lineWidth: typeof width === 'number' && Number.isFinite(width) ? Math.min(Math.max(width, 30), 200) : 70,
    zoom: typeof zoom === 'number' && Number.isFinite(zoom) ? Math.min(Math.max(zoom, 50), 300) : 100,
    keys: Object.fromEntries(
      Object.entries(keys).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
    ),
    annotator,
    announce: settings.get<boolean>('announceAnnotations') !== false,
  };
}
