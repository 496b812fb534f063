/** A text between tags or in an attribute of HTML, as it is: no markup comes of it. */
export function html(text: string): string {
  return text
    .replace(/[\p{Cc}]/gu, (character) => (/\s/.test(character) ? character : ''))
    .replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
