declare namespace App {
  /** What a page hands to the components in a study's text, which are given no props by it. */
  interface Locals {
    /** The page that they stand on. */
    study?: import('#portfolio/pages/study.ts').StudyPageData;
    /** The pages of a study stand one below the other, under one title. */
    inReview?: true;
  }
}
