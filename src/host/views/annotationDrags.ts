/* What is carried when rows of the "Annotations" tree are dragged, within it and onto the tags of the codebook. */
import type * as vscode from 'vscode';

export const treeMime = 'application/vnd.code.tree.argmark.annotations';

/** The keys of the rows that are dragged. Where they come from another tree they have become JSON on the way. */
export async function draggedKeys(transfer: vscode.DataTransfer): Promise<readonly string[]> {
  const item = transfer.get(treeMime);
  const carried: unknown = typeof item?.value === 'string' ? JSON.parse(await item.asString()) : item?.value;
  return Array.isArray(carried) ? carried.filter((key) => typeof key === 'string') : [];
}
