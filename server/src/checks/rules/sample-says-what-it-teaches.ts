import type { Finding } from '../problem';
import type { ProtocolRule } from '../rule';
import { protocolExample } from './examples';

const example = (about: string) => ({
  ...protocolExample(`
labels: [nodule]
samples:
  typical: {image: nodule.png, shows: [nodule]}
  nipple: {image: nipple.png, kind: pitfall${about}}
`),
  'nodule.png': '',
  'nipple.png': '',
});

export const sampleSaysWhatItTeaches: ProtocolRule = {
  id: 'sample-says-what-it-teaches',
  family: 'samples',
  level: 'warning',
  scope: 'protocol',
  docs: {
    what: 'A sample says which labels it shows (`shows`), or which it is about though they are not there (`about`). A negative one needs neither.',
    why: 'A picture of which nobody knows what it is an example of is found beside no label, and teaches nothing. Instructions are asked for by BIAS and the FDA draft guidance of January 2025, section VIII.',
    invalid: example(''),
    valid: example(', about: [nodule], caption: A nipple shadow; the other one is at the same height.'),
  },
  check({ protocol }) {
    const found: Finding[] = [];
    for (const { id, key, shows, about, kind } of protocol.samples.values()) {
      if (shows.length > 0 || about.length > 0 || kind === 'negative') continue;
      found.push({
        at: key,
        message: `“${id}” does not say what it is an example of. Name labels under “shows”, or under “about” when they are not there.`,
      });
    }
    return found;
  },
};
