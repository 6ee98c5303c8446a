import { done, type Outcome } from './outcome.ts';

/** Where things are; paths as a shell in the current folder would use them. */
export interface ConfigFacts {
  /** The folder of the command. */
  readonly bin: string;
  /** The folder with `template.md` and `init.md`. */
  readonly templates: string;
}

/** `adr config`: the two assignments of adr-tools, to be read by a shell. */
export function config({ bin, templates }: ConfigFacts): Outcome {
  return done(`adr_bin_dir=${shellQuote(bin)}\nadr_template_dir=${shellQuote(templates)}\n`, {
    json: { bin, templates },
  });
}

function shellQuote(text: string): string {
  return `"${text.replace(/["\\$`]/g, '\\$&')}"`;
}
