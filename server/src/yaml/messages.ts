/** What a fault that the YAML parser names means to the writer of a guideline, and what to do about it. */
const sentences: Record<string, string> = {
  BAD_ALIAS: 'A value that begins with `*` needs quotes, as in "*text".',
  BAD_COLLECTION_TYPE:
    'This is written in a way that is not used in guidelines. Write keys with values, or a list with "- ".',
  BAD_DIRECTIVE: 'A line that begins with `%` is not used in guidelines. Remove it.',
  BAD_DQ_ESCAPE: 'In double quotes a backslash starts a code such as \\n. Write two backslashes, or use single quotes.',
  BAD_INDENT:
    'This line is indented in a way that does not fit the lines around it. Line it up with its neighbours, using spaces.',
  BAD_PROP_ORDER: 'Anchors (&) and tags (!) are not used in guidelines. Remove them.',
  BAD_SCALAR_START: 'A value cannot begin with this character. Put the value in quotes.',
  BLOCK_AS_IMPLICIT_KEY: 'There is one colon too many here. Put the text in quotes if the colon belongs to it.',
  BLOCK_IN_FLOW:
    'Inside brackets [ ] and braces { } everything stands in brackets too. Close the bracket, or write one item a line with "- ".',
  COMMENT_SPACE: 'A comment needs a space before its `#`. Put the value in quotes if the # belongs to it.',
  DUPLICATE_KEY: 'This key is there already. Remove one of the two, or give this one another id.',
  IMPOSSIBLE: 'This cannot be read as YAML.',
  KEY_OVER_1024_CHARS: 'A key has at most 1024 characters.',
  MISSING_CHAR: 'Something is missing here: a closing quote, a bracket, a comma, or a colon with a space behind it.',
  'open-quote': 'The quote that opens here is not closed. Write the same quote at the end of the text.',
  'open-bracket': 'The bracket that opens here is not closed. Write its partner behind the last item.',
  'missing-colon':
    'This line has no colon, so it reads as half a key. Write `key: value`, with a space behind the colon.',
  'missing-comma': 'A comma is missing before this. Put one between two items in brackets.',
  'missing-dash': 'This line stands in a list and does not begin with "- ".',
  'missing-space': 'A space is missing behind the colon.',
  'value-and-keys':
    'This key has a text here and keys on the lines below. Remove the text, or put all of it in quotes if it is one text.',
  'stray-text': 'This belongs to no key. Write `key: value`, with a space behind the colon, or remove the line.',
  'document-end': 'Three dots end a document, but more follows. Remove this line.',
  'long-line': 'This line has more than a million characters, and is not read. Make several lines of it.',
  'too-long':
    'This is too long to be read in one piece. A guideline has its labels as keys under `labels:`, 100,000 of them at most.',
  MULTILINE_IMPLICIT_KEY:
    'This line has no colon, so it reads as part of a key. Write `key: value`, with a space behind the colon.',
  'colon-apart': 'The colon of this key stands on another line. Put it right behind the key.',
  MULTIPLE_ANCHORS: 'Anchors (&) are not used in guidelines. Remove them.',
  MULTIPLE_DOCS: 'A file holds one guideline document. Move what follows `---` to a file of its own.',
  MULTIPLE_TAGS: 'Tags (!) are not used in guidelines. Remove them.',
  NON_STRING_KEY: 'A key is a single word or text, not a list or a group of keys.',
  TAB_AS_INDENT: 'A tab stands here. Indent with spaces.',
  TAG_RESOLVE_FAILED: 'Tags (!) are not used in guidelines. Remove this one.',
  UNEXPECTED_TOKEN:
    'This does not belong here. Check the quotes, brackets and indentation of this line and the one before it.',
  anchor: 'Anchors (&) are not used in guidelines. Write the content out.',
  alias:
    'Aliases (*) are not used in guidelines. Write the content out, or put the value in quotes if the * belongs to it.',
  'merge-key': 'Merge keys (<<) are not used in guidelines. Write the keys out, or give the label a `parent`.',
  tag: 'Tags (!) are not used in guidelines. Remove it, or put the value in quotes if the ! belongs to it.',
  directive: 'A line that begins with `%` is not used in guidelines. Remove it.',
  depth: 'This is nested more than 100 levels deep. A guideline needs a handful.',
  conflict: 'This is a conflict marker of git. Choose one of the two wordings and remove the markers.',
  encoding:
    'This character is no text, or the file is not saved as UTF-8. Save it as UTF-8, and write the character anew.',
  binary: 'This file holds characters that are not text. Is it a guideline?',
};

/** The sentence for a fault, by the parser's code for it or by ours. */
export function sentence(code: string): string {
  return sentences[code] ?? 'This cannot be read as YAML. Check the quotes, brackets and indentation of this line.';
}
