import { defineSearchWindow } from './search/window.ts';

defineSearchWindow();
