/**
 * A process that does nothing but tag and save, with the code that does it in the extension host, until it is killed. It prints a line
 * for each annotation once its save is done: from then on that one has to be in the file, come what may.
 */
import { randomInt } from 'node:crypto';
import * as vscode from 'vscode';
import { Codebooks } from '../../src/host/editor/codebooks';
import { openDocument } from '../../src/host/editor/open';
import { save } from '../../src/host/editor/save';
import { DiskFiles } from '../../src/host/files';

async function main(article: string): Promise<void> {
  const files = new DiskFiles();
  const document = await openDocument(vscode.Uri.file(article), undefined, files, new Codebooks(files));
  const { length } = document.annotated.article.text;
  const token = { isCancellationRequested: false } as vscode.CancellationToken;
  const questions = { whichToKeep: async () => undefined };
  process.stdout.write('ready\n');
  for (;;) {
    const start = randomInt(length - 60);
    const outcome = document.perform({ verb: 'tag', tag: 'claim', spans: [{ start, end: start + 40 }] }, 'ana');
    await save(document, files, questions, token);
    if ('edit' in outcome) process.stdout.write(`saved ${outcome.edit.changes[0]?.id}\n`);
  }
}

void main(process.argv[2] ?? '');
