import { remember } from './stored.ts';

const THEMES = ['system', 'light', 'dark'] as const;

/** `<theme-switch>`: three buttons in place of nothing; without scripts the system decides. */
export function defineThemeSwitch(): void {
  customElements.define(
    'theme-switch',
    class extends HTMLElement {
      connectedCallback(): void {
        const group = document.createElement('div');
        group.setAttribute('role', 'group');
        group.setAttribute('aria-label', 'Theme');
        for (const theme of THEMES) {
          const button = document.createElement('button');
          button.type = 'button';
          button.textContent = theme;
          button.addEventListener('click', () => {
            choose(theme);
            mark(group);
          });
          group.append(button);
        }
        mark(group);
        this.replaceChildren(group);
      }
    },
  );
}

function current(): string {
  return document.documentElement.dataset.theme ?? 'system';
}

function choose(theme: string): void {
  if (theme === 'system') {
    delete document.documentElement.dataset.theme;
    remember('theme', null);
  } else {
    document.documentElement.dataset.theme = theme;
    remember('theme', theme);
  }
}

function mark(group: HTMLElement): void {
  for (const button of group.querySelectorAll('button')) {
    button.setAttribute('aria-pressed', String(button.textContent === current()));
  }
}
