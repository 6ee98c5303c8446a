import type { AstroIntegration } from 'astro';
import type { PortfolioConfigInput } from '#portfolio/config.ts';
import type { Hooks, Prepared } from './prepared.ts';

/** The integration of `astro.config.mjs`, with the author's settings readable from outside. */
export interface PortfolioIntegration extends AstroIntegration {
  readonly settings: PortfolioConfigInput;
  /** The same integration over content that is loaded already. */
  prepared(content: Prepared): AstroIntegration;
}

/** Makes an Astro site of a portfolio. The settings are checked, with places, when content is loaded. */
export function portfolio(settings: PortfolioConfigInput): PortfolioIntegration {
  return {
    ...integration(settings, undefined),
    settings,
    prepared: (content) => integration(settings, content),
  };
}

/** What the hooks need is loaded when Astro asks: who only reads the settings does not wait for it. */
function integration(
  settings: PortfolioConfigInput,
  prepared: Prepared | undefined,
): AstroIntegration {
  let hooks: Promise<Hooks> | undefined;
  const loaded = () => {
    hooks ??= import('./hooks.ts').then(({ portfolioHooks }) => portfolioHooks(settings, prepared));
    return hooks;
  };
  return {
    name: 'archfolio',
    hooks: {
      'astro:config:setup': async (asked) => (await loaded())['astro:config:setup'](asked),
      'astro:server:setup': async (asked) => (await loaded())['astro:server:setup'](asked),
      'astro:build:done': async (asked) => (await loaded())['astro:build:done'](asked),
    },
  };
}
