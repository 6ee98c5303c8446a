import { defineContentsRail } from './contents-rail.ts';
import { defineCopyLinks } from './copy-link.ts';
import { definePanFrame } from './pan-frame.ts';
import { defineSiteSearch } from './search-opener.ts';
import { defineThemeSwitch } from './theme-switch.ts';

defineThemeSwitch();
definePanFrame();
defineContentsRail();
defineSiteSearch();
defineCopyLinks();
