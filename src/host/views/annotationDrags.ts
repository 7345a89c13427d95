/* What is carried when rows of the "Annotations" tree are dragged, within it and onto the tags of the codebook. */
import type * as vscode from 'vscode';

export const treeMime = 'application/vnd.code.tree.argmark.annotations';

/**
 * The keys of the rows that are dragged. Between two trees they become JSON, and VS Code puts things of its own beside them under the same
 * name: ours are the list of strings.
 */
export async function draggedKeys(transfer: vscode.DataTransfer): Promise<readonly string[]> {
  for (const [mime, item] of transfer) {
    if (mime !== treeMime) continue;
    const carried: unknown = Array.isArray(item.value) ? item.value : parsed(await item.asString());
    if (Array.isArray(carried) && carried.every((key) => typeof key === 'string')) return carried;
  }
  return [];
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
