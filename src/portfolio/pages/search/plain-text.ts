/**
 * The words of Markdown, for an index: marks, addresses, comments and rules of tables left out. It
 * need not understand every text, since what it leaves over is only a mark too many in a passage.
 */
export function plainMarkdown(markdown: string): string {
  return markdown
    .replace(/<!--[\s\S]*?-->/g, ' ')
    .replace(/^ {0,3}(?:```|~~~).*$/gm, ' ')
    .replace(/^ {0,3}\[[^\]\n]+\]:.*$/gm, ' ')
    .replace(/\[\^[^\]\n]+\]/g, '')
    .replace(/!?\[([^\]\n]*)\](?:\([^)\n]*\)|\[[^\]\n]*\])/g, '$1')
    .replace(/<((?:https?|mailto):[^>\s]+)>/g, '$1')
    .replace(/^ {0,3}(?:#{1,6}|>|[-*+]|\d+[.)])\s+/gm, '')
    .replace(/^[\s|:-]+$/gm, ' ')
    .replace(/(?<=\s)\||\|(?=\s|$)/gm, ' ')
    .replace(/(?<!\\)(\*{1,3})(?=\S)([^*\n]*[^\s\\*])\1/g, '$2')
    .replace(/(?<![\p{L}\p{N}\\])(_{1,2})(?=\S)([^_\n]*[^\s\\_])\1(?![\p{L}\p{N}])/gu, '$2')
    .replace(/`+([^`\n]+)`+/g, '$1')
    .replace(/\\(?=[!-/:-@[-`{-~])/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
