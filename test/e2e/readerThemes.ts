/** What VS Code gives a webview of its themes, for pages that are shown outside of it: the variables that the reading view uses. */

export type ThemeName = 'light' | 'dark' | 'hc' | 'hcLight';

/** The class of the body under a theme. */
export const bodyClass: Readonly<Record<ThemeName, string>> = {
  light: 'vscode-light',
  dark: 'vscode-dark',
  hc: 'vscode-high-contrast',
  hcLight: 'vscode-high-contrast vscode-high-contrast-light',
};

const fonts = {
  'font-family': '"Segoe UI", system-ui, "Noto Sans", "DejaVu Sans", sans-serif',
  'font-size': '13px',
  'editor-font-family': 'ui-monospace, "DejaVu Sans Mono", monospace',
  'editor-font-size': '14px',
};

const light = {
  'editor-background': '#ffffff',
  'editor-foreground': '#3b3b3b',
  foreground: '#3b3b3b',
  descriptionForeground: '#616161',
  focusBorder: '#005fb8',
  'panel-border': '#e5e5e5',
  'editorWidget-background': '#f8f8f8',
  'editorWidget-border': '#c8c8c8',
  'editorHoverWidget-background': '#f8f8f8',
  'editorHoverWidget-border': '#c8c8c8',
  'widget-shadow': 'rgba(0, 0, 0, 0.16)',
  'editor-selectionBackground': '#add6ff',
  'editor-inactiveSelectionBackground': '#e5ebf1',
  'editor-rangeHighlightBackground': '#fdff0033',
  'editor-findMatchBackground': '#a8ac94',
  'editor-findMatchHighlightBackground': '#ea5c0055',
  'textLink-foreground': '#005fb8',
  'textLink-activeForeground': '#005fb8',
  'textCodeBlock-background': '#f8f8f8',
  'textBlockQuote-border': '#e5e5e5',
  'input-background': '#ffffff',
  'input-foreground': '#3b3b3b',
  'input-border': '#cecece',
  'dropdown-background': '#ffffff',
  'dropdown-foreground': '#3b3b3b',
  'dropdown-border': '#cecece',
  'button-secondaryBackground': '#e5e5e5',
  'button-secondaryForeground': '#3b3b3b',
  'list-hoverBackground': '#f2f2f2',
  'list-activeSelectionBackground': '#e8e8e8',
  'list-activeSelectionForeground': '#000000',
  'toolbar-hoverBackground': '#b8b8b850',
  'inputValidation-errorBackground': '#f2dede',
  'inputValidation-errorBorder': '#be1100',
  'inputValidation-warningBackground': '#f6f5d2',
  'inputValidation-warningBorder': '#b89500',
  'inputValidation-infoBackground': '#d6ecf2',
  'inputValidation-infoBorder': '#007acc',
  'editorWarning-foreground': '#bf8803',
  'editorCursor-foreground': '#005fb8',
};

const dark: typeof light = {
  'editor-background': '#1f1f1f',
  'editor-foreground': '#cccccc',
  foreground: '#cccccc',
  descriptionForeground: '#9d9d9d',
  focusBorder: '#0078d4',
  'panel-border': '#2b2b2b',
  'editorWidget-background': '#202020',
  'editorWidget-border': '#454545',
  'editorHoverWidget-background': '#202020',
  'editorHoverWidget-border': '#454545',
  'widget-shadow': 'rgba(0, 0, 0, 0.36)',
  'editor-selectionBackground': '#264f78',
  'editor-inactiveSelectionBackground': '#3a3d41',
  'editor-rangeHighlightBackground': '#ffffff0b',
  'editor-findMatchBackground': '#9e6a03',
  'editor-findMatchHighlightBackground': '#ea5c0055',
  'textLink-foreground': '#4daafc',
  'textLink-activeForeground': '#4daafc',
  'textCodeBlock-background': '#2b2b2b',
  'textBlockQuote-border': '#616161',
  'input-background': '#313131',
  'input-foreground': '#cccccc',
  'input-border': '#3c3c3c',
  'dropdown-background': '#313131',
  'dropdown-foreground': '#cccccc',
  'dropdown-border': '#3c3c3c',
  'button-secondaryBackground': '#313131',
  'button-secondaryForeground': '#cccccc',
  'list-hoverBackground': '#2a2d2e',
  'list-activeSelectionBackground': '#04395e',
  'list-activeSelectionForeground': '#ffffff',
  'toolbar-hoverBackground': '#5a5d5e50',
  'inputValidation-errorBackground': '#5a1d1d',
  'inputValidation-errorBorder': '#be1100',
  'inputValidation-warningBackground': '#352a05',
  'inputValidation-warningBorder': '#b89500',
  'inputValidation-infoBackground': '#063b49',
  'inputValidation-infoBorder': '#007acc',
  'editorWarning-foreground': '#cca700',
  'editorCursor-foreground': '#aeafad',
};

/** High contrast leaves many colours out: there the page has to do with borders. */
const hc = {
  'editor-background': '#000000',
  'editor-foreground': '#ffffff',
  foreground: '#ffffff',
  descriptionForeground: 'rgba(255, 255, 255, 0.7)',
  contrastBorder: '#6fc3df',
  contrastActiveBorder: '#f38518',
  focusBorder: '#f38518',
  'editorWidget-background': '#0c141f',
  'editorWidget-border': '#6fc3df',
  'editorHoverWidget-background': '#0c141f',
  'editorHoverWidget-border': '#6fc3df',
  'editor-selectionBackground': '#ffffff',
  'editor-selectionForeground': '#000000',
  'editor-inactiveSelectionBackground': 'rgba(255, 255, 255, 0.7)',
  'textLink-foreground': '#21a6ff',
  'textLink-activeForeground': '#21a6ff',
  'input-background': '#000000',
  'input-foreground': '#ffffff',
  'input-border': '#6fc3df',
  'dropdown-background': '#000000',
  'dropdown-foreground': '#ffffff',
  'dropdown-border': '#6fc3df',
  'button-border': '#6fc3df',
  'button-secondaryForeground': '#ffffff',
  'list-focusOutline': '#f38518',
  'inputValidation-errorBackground': '#000000',
  'inputValidation-errorBorder': '#6fc3df',
  'inputValidation-warningBackground': '#000000',
  'inputValidation-warningBorder': '#6fc3df',
  'editorCursor-foreground': '#ffffff',
};

const hcLight: typeof hc = {
  ...hc,
  'editor-background': '#ffffff',
  'editor-foreground': '#292929',
  foreground: '#292929',
  descriptionForeground: 'rgba(41, 41, 41, 0.7)',
  contrastBorder: '#0f4a85',
  contrastActiveBorder: '#006bbd',
  focusBorder: '#006bbd',
  'editorWidget-background': '#ffffff',
  'editorWidget-border': '#0f4a85',
  'editorHoverWidget-background': '#ffffff',
  'editorHoverWidget-border': '#0f4a85',
  'editor-selectionBackground': '#0f4a85',
  'editor-selectionForeground': '#ffffff',
  'editor-inactiveSelectionBackground': '#0f4a8580',
  'textLink-foreground': '#0f4a85',
  'textLink-activeForeground': '#0f4a85',
  'input-background': '#ffffff',
  'input-foreground': '#292929',
  'input-border': '#0f4a85',
  'dropdown-background': '#ffffff',
  'dropdown-foreground': '#292929',
  'dropdown-border': '#0f4a85',
  'button-border': '#0f4a85',
  'button-secondaryForeground': '#292929',
  'list-focusOutline': '#006bbd',
  'inputValidation-errorBackground': '#ffffff',
  'inputValidation-errorBorder': '#0f4a85',
  'inputValidation-warningBackground': '#ffffff',
  'inputValidation-warningBorder': '#0f4a85',
  'editorCursor-foreground': '#0f4a85',
};

const variables = { light, dark, hc, hcLight };
const contributedKey = { light: 'light', dark: 'dark', hc: 'highContrast', hcLight: 'highContrastLight' } as const;

/** A colour as package.json contributes it. */
export interface ContributedColour {
  readonly id: string;
  readonly defaults: Readonly<Record<(typeof contributedKey)[ThemeName], string>>;
}

/** The rule that a webview's root has under a theme; contributed colours as package.json has them. */
export function themeRule(theme: ThemeName, contributed: readonly ContributedColour[]): string {
  const own = contributed.map(
    ({ id, defaults }) => [id.replaceAll('.', '-'), defaults[contributedKey[theme]]] as const,
  );
  const all = [...Object.entries(fonts), ...Object.entries(variables[theme]), ...own];
  return `:root { ${all.map(([name, value]) => `--vscode-${name}: ${value};`).join(' ')} }`;
}
