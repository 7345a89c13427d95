/** The four kinds of theme that a reader may have: each by its id in the settings, its name in VS Code's list, and the class that webviews get. */
export const themes = {
  dark: { id: 'Default Dark Modern', listed: 'Dark Modern', body: 'vscode-dark' },
  light: { id: 'Default Light Modern', listed: 'Light Modern', body: 'vscode-light' },
  highContrastDark: { id: 'Default High Contrast', listed: 'Dark High Contrast', body: 'vscode-high-contrast' },
  highContrastLight: {
    id: 'Default High Contrast Light',
    listed: 'Light High Contrast',
    body: 'vscode-high-contrast-light',
  },
} as const;
