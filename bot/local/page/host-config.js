/** How Teams draws a card, as closely as public sources tell: colours, sizes and the host config of the official renderer. */

/** The published Teams light colours for good and warning have contrast 2.1 and 1.5 on white; these are readable. */
const colours = {
  light: {
    text: '#242424',
    subtle: '#616161',
    card: '#ffffff',
    page: '#f5f5f5',
    emphasis: '#f5f5f5',
    line: '#e0e0e0',
    accent: '#5b5fc7',
    good: '#0e700e',
    warning: '#7a5200',
    attention: '#b10e1c',
    accentTint: '#e8ebfa',
    goodTint: '#f1faf1',
    warningTint: '#fef7ec',
    attentionTint: '#fdf3f4',
    button: '#ffffff',
    buttonLine: '#d1d1d1',
    primary: '#5b5fc7',
    onPrimary: '#ffffff',
  },
  dark: {
    text: '#ffffff',
    subtle: '#adadad',
    card: '#292929',
    page: '#1f1f1f',
    emphasis: '#333333',
    line: '#484848',
    accent: '#aeb0f0',
    good: '#6cc46c',
    warning: '#fab387',
    attention: '#f09a9c',
    accentTint: '#2f2f4a',
    goodTint: '#052505',
    warningTint: '#3a1d00',
    attentionTint: '#3b0509',
    button: '#333333',
    buttonLine: '#666666',
    primary: '#5b5fc7',
    onPrimary: '#ffffff',
  },
};

/** @param {'light' | 'dark'} theme */
export function tokens(theme) {
  return colours[theme];
}

/** Host config for `new AdaptiveCards.HostConfig(…)`. @param {'light' | 'dark'} theme */
export function hostConfig(theme) {
  const tok = tokens(theme);
  const shade = (colour, subtle = colour) => ({ default: colour, subtle });
  const foregroundColors = {
    default: shade(tok.text, tok.subtle),
    dark: shade('#242424', '#616161'),
    light: shade('#ffffff', '#d6d6d6'),
    accent: shade(tok.accent),
    good: shade(tok.good),
    warning: shade(tok.warning),
    attention: shade(tok.attention),
  };
  const container = (backgroundColor) => ({ backgroundColor, foregroundColors, borderColor: tok.line });
  return {
    supportsInteractivity: true,
    fontFamily: 'Segoe UI',
    spacing: { extraSmall: 4, small: 8, default: 12, medium: 16, large: 20, extraLarge: 24, padding: 16 },
    separator: { lineThickness: 1, lineColor: tok.line },
    imageSizes: { small: 32, medium: 52, large: 100 },
    fontSizes: { small: 12, default: 14, medium: 14, large: 18, extraLarge: 24 },
    fontWeights: { lighter: 200, default: 400, bolder: 600 },
    lineHeights: { small: 16, default: 20, medium: 20, large: 24, extraLarge: 32 },
    containerStyles: {
      default: container(tok.card),
      emphasis: container(tok.emphasis),
      accent: container(tok.accentTint),
      good: container(tok.goodTint),
      warning: container(tok.warningTint),
      attention: container(tok.attentionTint),
    },
    actions: {
      maxActions: 6,
      spacing: 'default',
      buttonSpacing: 8,
      showCard: { actionMode: 'inline', inlineTopMargin: 12, style: 'emphasis' },
      actionsOrientation: 'horizontal',
      actionAlignment: 'left',
    },
    adaptiveCard: { allowCustomStyle: false },
    imageSet: { imageSize: 'medium' },
    factSet: { title: { weight: 'bolder', wrap: true, maxWidth: 140 }, value: { wrap: true }, spacing: 12 },
    textBlock: { headingLevel: 2 },
    textStyles: { heading: { size: 'large', weight: 'bolder' }, columnHeader: { weight: 'bolder' } },
    inputs: {
      label: {
        inputSpacing: 'small',
        requiredInputs: { weight: 'bolder', suffix: ' *', suffixColor: 'attention' },
        optionalInputs: { weight: 'bolder' },
      },
      errorMessage: { color: 'attention' },
    },
    table: { cellSpacing: 8 },
  };
}

/** CSS for a card inside `.teams-card`; the official renderer sets the rest inline. @param {'light' | 'dark'} theme */
export function cardStyles(theme) {
  const tok = tokens(theme);
  return `
@font-face { font-family: 'Segoe UI'; src: local('Segoe UI'), local('Open Sans'), local('Noto Sans'), local('DejaVu Sans'); }
@font-face { font-family: 'Segoe UI'; font-weight: 600; src: local('Segoe UI Semibold'), local('Open Sans SemiBold'),
  local('OpenSans-SemiBold'), local('Open Sans Bold'), local('Noto Sans SemiBold'), local('Noto Sans Bold'), local('DejaVu Sans Bold'); }
.teams-card, .teams-card * { box-sizing: border-box; }
.teams-card { background: ${tok.card}; color: ${tok.text}; border: 1px solid ${tok.line}; border-radius: 8px;
  box-shadow: 0 1px 2px #0002; font: 14px/20px 'Segoe UI', sans-serif; overflow-wrap: anywhere; }
.teams-card .ac-adaptiveCard { outline: none; border-radius: 8px; background: transparent !important; }
.teams-card .ac-textBlock p { margin: 0; }
.teams-card a { color: ${tok.accent}; text-decoration: underline; text-underline-offset: 2px; }
.teams-card .ac-actionSet { flex-wrap: wrap; row-gap: 8px; }
.teams-card .ac-pushButton { font: 600 14px/20px 'Segoe UI', sans-serif; min-height: 32px; padding: 5px 12px; cursor: pointer;
  border: 1px solid ${tok.buttonLine}; border-radius: 4px; background: ${tok.button}; color: ${tok.text};
  white-space: nowrap; overflow: hidden; text-overflow: ellipsis; max-width: 100%; }
.teams-card .ac-pushButton:hover { border-color: ${tok.subtle}; }
.teams-card .ac-pushButton:focus-visible, .teams-card .ac-input:focus-visible { outline: 2px solid ${tok.accent}; outline-offset: 1px; }
.teams-card .ac-pushButton.style-positive { background: ${tok.primary}; border-color: ${tok.primary}; color: ${tok.onPrimary}; }
.teams-card .ac-pushButton.style-destructive { color: ${tok.attention}; }
.teams-card .ac-input { font: 14px/20px 'Segoe UI', sans-serif; color: ${tok.text}; background: ${tok.card}; width: 100%; min-height: 32px;
  border: 1px solid ${tok.buttonLine}; border-bottom-color: ${tok.subtle}; border-radius: 4px; padding: 5px 10px; color-scheme: ${theme}; }
.teams-card .ac-multiline { height: 96px; resize: vertical; }
.teams-card .ac-choiceSetInput-expanded, .teams-card .ac-choiceSetInput-multiSelect, .teams-card .ac-toggleInput { border: 0; padding: 0; }
.teams-card .ac-table { width: 100%; }
.teams-card .teams-rounded { border-radius: 6px !important; }
.teams-card .teams-bordered { border: 1px solid ${tok.line} !important; }
.teams-badge { display: inline-flex; align-items: center; gap: 4px; padding: 2px 8px; border: 1px solid transparent; border-radius: 999px;
  font-size: 12px; line-height: 16px; font-weight: 600; white-space: nowrap; max-width: 100%; }
.teams-bar { height: 4px; border-radius: 2px; background: ${tok.line}; overflow: hidden; }
.teams-bar > i { display: block; height: 100%; border-radius: 2px; }
`;
}
