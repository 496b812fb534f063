/** The version that the text of a guideline gives itself (`2.3.0`), or the part of one with its first keys. */
export function versionIn(text: string): string | undefined {
  return /^version:[ \t]+(?:'([^'\r\n]+)'|"([^"\r\n]+)"|([^\s'"#]\S*))/m
    .exec(text)
    ?.slice(1)
    .find((version) => version !== undefined);
}
