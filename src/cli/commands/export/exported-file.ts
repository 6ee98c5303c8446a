/** One file that an export makes. */
export interface ExportedFile {
  readonly name: string;
  readonly text: string;
  /** What is written in the place of the text: a picture that is none. */
  readonly bytes?: Uint8Array;
  /** It goes with another one, as a legend does: standard output takes the other one alone. */
  readonly isExtra?: boolean;
}
