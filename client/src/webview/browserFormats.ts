/** Whether an image has a format that the browser shows by itself, without our worker; by its name. */
export function isShownByBrowser(name: string): boolean {
  return /\.(png|jpe?g|webp|bmp)$/i.test(name);
}
