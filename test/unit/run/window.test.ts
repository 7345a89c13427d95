import assert from 'node:assert/strict';
import { test } from 'node:test';
import { windowAddress } from '../../run/window';

test('the address of a window names its folder, its extension, its tests and its files', () => {
  const address = new URL(
    windowAddress(
      { url: 'http://127.0.0.1:8123/' },
      {
        folder: '/home/ana/my articles',
        extensionDevelopmentPath: '/ext',
        extensionTestsPath: '/ext/out/host/index.js',
        files: ['/home/ana/my articles/50 % & more.txt'],
      },
    ),
  );
  assert.equal(address.searchParams.get('folder'), '/home/ana/my articles');
  assert.deepEqual(JSON.parse(address.searchParams.get('payload') ?? ''), [
    ['skipWelcome', 'true'],
    ['extensionDevelopmentPath', 'vscode-remote://127.0.0.1:8123/ext'],
    ['extensionTestsPath', 'vscode-remote://127.0.0.1:8123/ext/out/host/index.js'],
    ['openFile', 'vscode-remote://127.0.0.1:8123/home/ana/my%20articles/50%20%25%20&%20more.txt'],
  ]);
});
