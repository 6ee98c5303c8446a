import { recall } from './stored.ts';

/** Runs before the first paint: a theme that the reader chose earlier holds on every page. */
const chosen = recall('theme');
if (chosen === 'light' || chosen === 'dark') document.documentElement.dataset.theme = chosen;
