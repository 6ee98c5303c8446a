import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Source } from '#diagnostics/source.ts';
import type { ElementStyle, Theme } from '#model/styles.ts';
import { themeFromJson } from '#model/theme-from-json.ts';
import type { Workspace } from '#model/workspace.ts';

/** Where a theme with an official address lies in a corpus, or in one beside it: `themes/NAME`. */
const OFFICIAL = /^https:\/\/static\.structurizr\.com\/themes\/([\w.-]+)\/theme\.json$/;

/** The themes of a workspace that the corpora have; those of others were not loaded for them, either. */
export function themesOf(dir: string, { viewConfiguration }: Workspace): Theme[] {
  return viewConfiguration.themes.flatMap((address) => {
    const name = OFFICIAL.exec(address)?.[1];
    const beside = name ? readdirSync(dirname(dir)).map((other) => join(dirname(dir), other)) : [];
    const file = [dir, ...beside]
      .map((folder) => join(folder, 'themes', name ?? '', 'theme.json'))
      .find((path) => existsSync(path));
    if (!name || !file) return [];
    const { theme } = themeFromJson(new Source(file, readFileSync(file, 'utf8')), address);
    if (!theme) return [];
    const base = address.slice(0, address.lastIndexOf('/') + 1);
    return [{ ...theme, elements: theme.elements.map((style) => withAddress(style, base)) }];
  });
}

/** An icon's path is relative to its theme. */
function withAddress(style: ElementStyle, base: string): ElementStyle {
  const { icon } = style;
  return !icon || /^(?:https?:|data:image)/.test(icon) ? style : { ...style, icon: base + icon };
}

/** The longer sides in pixels of the icons that the reference looked at for its PlantUML. */
const ICONS: Readonly<Record<string, number>> = {
  'amazon-ec2.png': 300,
  'amazon-rds-mysql-instance.png': 200,
  'amazon-rds.png': 300,
  'amazon-route-53.png': 300,
  'aws-auto-scaling.png': 300,
  'aws-cloud.png': 140,
  'elastic-load-balancing.png': 300,
  'region.png': 140,
};

const AMAZON = 'https://static.structurizr.com/themes/amazon-web-services-2020.04.30/';

/** The size of an icon of the corpora, as its address gave it when they were recorded. */
export function iconSize(address: string): number | undefined {
  return address.startsWith(AMAZON) ? ICONS[address.slice(AMAZON.length)] : undefined;
}
