/** A taxonomy with so many labels, as they are written: about ten lines each. */
export function taxonomyText(labels: number): string {
  const lines = ['# Made for tests', 'taxonomy: made-up', 'version: 1.0.0', 'title: "Made up"', 'labels:'];
  for (let i = 0; i < labels; i++) {
    lines.push(
      `  label-${i}:`,
      `    name: Label ${i}`,
      '    definition: >-',
      '      Air in the pleural space,',
      '      seen as a line.',
      `    parent: label-0 # the first`,
      `    color: '#00000${i % 10}'`,
      '    geometry: [mask, polygon]',
      '    attributes:',
      '      width: {type: number, unit: mm}',
    );
  }
  return `${lines.join('\n')}\n`;
}
