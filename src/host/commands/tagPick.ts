/*
 * A tag by list, with its guideline one key away: the first line beside each tag, and all of it, with examples and counter-examples, on
 * a page of its own, from which Enter takes the tag and the way back leads to the list as it was.
 */
import * as vscode from 'vscode';
import type { Codebook, Tag } from '../../core/annotation/codebook';
import { type GuidelinePart, guidelineParts, guidelineStart, guidelineText } from '../../core/annotation/guideline';
import * as l10n from '../../core/l10n';
import { plainLabel } from '../plainLabel';
import { tagIcon } from '../views/tagIcon';
import type { Choice } from './picks';
import { offeredTags } from './tagOrder';

interface Options {
  readonly title: string;
  /** Names of the tags that were used last, the last one first. */
  readonly recent: readonly string[];
  /** A tag that is not offered. */
  readonly without?: string;
}

/** The name of a tag, or undefined when the person turned away. A tag's key typed alone puts that tag under the cursor. */
export function pickTag(codebook: Codebook, { title, recent, without }: Options): Promise<string | undefined> {
  const tags = offeredTags(
    codebook.tags.filter((tag) => tag.name !== without),
    recent,
  );
  const choices = tags.map(tagChoice);
  return new Promise((resolve) => {
    const pick = vscode.window.createQuickPick<Choice>();
    let byKeyBefore = false;
    /** The tag whose guideline is shown, and what was typed in the list before. */
    let reading: { readonly tag: Tag; readonly typed: string } | undefined;
    const showList = (typed: string, active?: string) => {
      reading = undefined;
      pick.title = title;
      pick.placeholder = l10n.t('A tag, by its name or its key');
      pick.buttons = [];
      pick.items = choices;
      pick.value = typed;
      // Without one named, the first row is active of itself.
      if (active !== undefined) pick.activeItems = choices.filter(({ id }) => id === active);
    };
    const showGuideline = (tag: Tag) => {
      reading = { tag, typed: pick.value };
      pick.value = '';
      pick.title = `${title}: ${tag.label}`;
      pick.placeholder = l10n.t('Enter tags {0}', tag.label);
      pick.buttons = [vscode.QuickInputButtons.Back];
      pick.items = guidelineParts(tag).map((part) => ({ id: tag.name, ...partRow(part) }));
    };
    pick.matchOnDescription = true;
    showList('');
    pick.onDidChangeValue((typed) => {
      if (reading) return;
      const byKey = tags.find((tag) => tag.key === typed);
      const keyed = byKey && choices.find((choice) => choice.id === byKey.name);
      // Names are VS Code's own to match: new items would take the mark from the row that Enter is to choose.
      if (!keyed && !byKeyBefore) return;
      byKeyBefore = keyed !== undefined;
      // Shown even when its name does not hold the letter, and before those whose names do.
      pick.items = keyed ? [{ ...keyed, alwaysShow: true }, ...choices.filter((one) => one !== keyed)] : choices;
      if (keyed) pick.activeItems = pick.items.slice(0, 1);
    });
    pick.onDidTriggerItemButton(({ item }) => {
      const tag = tags.find(({ name }) => name === item.id);
      if (tag) showGuideline(tag);
    });
    pick.onDidTriggerButton(() => {
      if (reading) showList(reading.typed, reading.tag.name);
    });
    pick.onDidAccept(() => {
      const chosen = reading ? reading.tag.name : pick.activeItems[0]?.id;
      if (chosen === undefined) return;
      resolve(chosen);
      pick.hide();
    });
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
  });
}

/** What a row of the list says: label, key and first line; the whole guideline behind a button, and in that button's tooltip. */
export function tagChoice(tag: Tag): Choice {
  const icon = tagIcon(tag.line, tag.colour);
  const whole = guidelineText(tag);
  const notes = [tag.key, guidelineStart(tag)].filter((part) => part !== undefined);
  return {
    id: tag.name,
    label: plainLabel(tag.label),
    ...(notes.length > 0 && { description: plainLabel(notes.join(' · ')) }),
    iconPath: new vscode.ThemeIcon(icon.name, new vscode.ThemeColor(icon.colour)),
    ...(whole !== undefined && { buttons: [{ iconPath: new vscode.ThemeIcon('info'), tooltip: whole }] }),
  };
}

const partIcons: Readonly<Record<GuidelinePart['kind'], string>> = {
  guideline: 'info',
  example: 'check',
  'counter-example': 'close',
};

function partRow({ kind, words }: GuidelinePart): vscode.QuickPickItem {
  return {
    label: plainLabel(words),
    ...(kind !== 'guideline' && { description: kind === 'example' ? l10n.t('example') : l10n.t('counter-example') }),
    iconPath: new vscode.ThemeIcon(partIcons[kind]),
    alwaysShow: true,
  };
}
