/** Paths in a square of 16, drawn with a line of the text's colour. */
const paths = {
  fit: 'M2.5 6V2.5H6 M10 2.5h3.5V6 M13.5 10v3.5H10 M6 13.5H2.5V10',
  zoomIn: 'M8 3v10 M3 8h10',
  zoomOut: 'M3 8h10',
  fill: 'M2.5 2.5h11v11h-11z M2.5 9.5l7-7 M2.5 13.5l11-11 M6.5 13.5l7-7',
  planes: 'M2.500 2.500h4.500v4.500h-4.500z M9 2.500h4.500v4.500H9z M2.500 9h4.500v4.500h-4.500z',
  window: 'M8 2.500a5.500 5.500 0 1 1 0 11a5.500 5.500 0 1 1 0-11z M8 2.500v11 M10.500 4v8 M12.500 6v4',
  distance: 'M2.500 10.500l8-8 3 3-8 8z M5 8l1.500 1.500 M7 6l1.500 1.500 M9 4l1.500 1.500',
  area: 'M3 5l5-2.500 5.500 4-2 6.500h-7z M3 5h.01 M8 2.500h.01 M13.500 6.500h.01',
  tag: 'M2.5 2.5h5l6 6-5 5-6-6z M5.5 5.5h.01',
  goTo: 'M6 3H3v10h10v-3 M9 3h4v4 M13 3 7 9',
  close: 'M4 4l8 8 M12 4l-8 8',
  shown: 'M1.5 8C3 5 5.3 3.7 8 3.7S13 5 14.5 8C13 11 10.7 12.3 8 12.300S3 11 1.5 8z M8 6a2 2 0 1 1 0 4 2 2 0 0 1 0-4z',
  hidden: 'M1.5 8C3 5 5.3 3.7 8 3.7S13 5 14.5 8C13 11 10.7 12.3 8 12.300S3 11 1.5 8z M2.5 13.500l11-11',
  warning: 'M8 2.5 14.5 13.500h-13z M8 6.500v3.5 M8 11.800h.01',
  compare: 'M5 2.500v8a2 2 0 0 0 2 2h2 M11 13.500v-8a2 2 0 0 0-2-2H7 M7.5 10.500l2 2-2 2 M8.5 1.500l-2 2 2 2',
} as const;

export type IconName = keyof typeof paths;

/** An icon that screen readers pass over: what it is on has the name. */
export function icon(name: IconName): SVGSVGElement {
  const namespace = 'http://www.w3.org/2000/svg';
  const svg = document.createElementNS(namespace, 'svg');
  svg.setAttribute('viewBox', '0 0 16 16');
  svg.setAttribute('class', 'icon');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(namespace, 'path');
  path.setAttribute('d', paths[name]);
  svg.append(path);
  return svg;
}
