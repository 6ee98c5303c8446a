import type { Engine } from '#sources/structurizr-cli.ts';
import type { Format } from './format.ts';

/** What a check is asked with. */
export interface CheckOptions {
  readonly root?: string;
  readonly json?: boolean;
  readonly format?: Format;
  readonly explain?: string;
  readonly fix?: boolean;
  readonly yes?: boolean;
  readonly watch?: boolean;
  readonly engine?: Engine;
  readonly allowHost?: readonly string[];
  readonly postgres?: string;
}
