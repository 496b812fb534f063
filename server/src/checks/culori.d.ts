/** The parts of culori that are used here; it comes without types. */
declare module 'culori/fn' {
  export interface Color {
    readonly mode: string;
    readonly r?: number;
    readonly g?: number;
    readonly b?: number;
    readonly l?: number;
    readonly a?: number;
  }
  export const modeRgb: object;
  export const modeLab65: object;
  export const modeLrgb: object;
  export const modeXyz65: object;
  export function useMode(mode: object): (color: Color | string) => Color;
  export function parseHex(text: string): Color | undefined;
  export function differenceCiede2000(): (a: Color, b: Color) => number;
  export function filterDeficiencyProt(severity?: number): (color: Color) => Color;
  export function filterDeficiencyDeuter(severity?: number): (color: Color) => Color;
  export function filterDeficiencyTrit(severity?: number): (color: Color) => Color;
}
