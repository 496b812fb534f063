/** Whether a text is written as an id; where it is not, the check of form says so, and a rule need not look it up. */
export function isId(text: string): boolean {
  return /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(text);
}
