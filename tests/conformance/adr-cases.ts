/** The recorded runs of the real adr-tools, as `cases.json` holds them. */
export interface CaseFile {
  readonly tool: string;
  readonly baseEnv: Environment;
  readonly cases: readonly Case[];
}

export interface Case {
  readonly id: string;
  /** What happens is odd, and why. */
  readonly quirk?: string;
  readonly setup: {
    readonly files?: Readonly<Record<string, Content>>;
    readonly dirs?: readonly string[];
    readonly exec?: readonly string[];
  };
  readonly env?: Environment;
  readonly steps: readonly Step[];
  readonly expect: readonly Expected[];
  /** Every file at the end; an empty folder ends with a slash. */
  readonly files: Readonly<Record<string, Content>>;
}

/** Text, bytes that are no UTF-8, or the target of a symbolic link. */
export type Content = string | { readonly base64: string } | { readonly link: string };

/** `null` takes a variable away. */
export type Environment = Readonly<Record<string, string | null>>;

export interface Step {
  readonly argv: readonly string[];
  readonly cwd: string;
  readonly env?: Environment;
  readonly stdin?: string;
}

export interface Expected {
  readonly exit: number;
  readonly stdout: string;
  readonly unordered?: boolean;
  /** Parts that a help text must hold; its wording is free. */
  readonly contains?: readonly string[];
}
