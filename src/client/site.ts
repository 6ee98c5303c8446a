import { definePanFrame } from './pan-frame.ts';
import { defineThemeSwitch } from './theme-switch.ts';

defineThemeSwitch();
definePanFrame();
