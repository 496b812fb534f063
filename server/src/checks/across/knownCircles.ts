import type { Circles } from './circles';

/** The circles that labels were last noticed in: what is told of them, kept in step with those that there are now. */
export interface KnownCircles extends Circles {
  /** Takes the circles of a new version; those that were noticed stay until a label of theirs is noticed again. */
  begin(circles: Circles): void;
  /** The circle that a label is in now. */
  now(id: string): readonly string[] | undefined;
  /** Takes note of the circle of a label; of one that is noticed already nothing is looked at. */
  noticeFirst(id: string): void;
  /** Takes note of the circles of those that a label is in a circle with, or was; gives them. */
  notice(id: string): ReadonlySet<string>;
}

const none: ReadonlySet<string> = new Set();

export function createKnownCircles(): KnownCircles {
  const noticed = new Map<string, readonly string[]>();
  let present: Circles = { of: () => undefined };
  return {
    begin: (circles) => void (present = circles),
    of: (id) => noticed.get(id),
    now: (id) => present.of(id),
    noticeFirst(id) {
      const circle = noticed.has(id) ? undefined : present.of(id);
      if (circle) for (const member of circle) noticed.set(member, circle);
    },
    notice(id) {
      const [was, is] = [noticed.get(id), present.of(id)];
      if (!was && !is) return none;
      const members = new Set([...(was ?? []), ...(is ?? [])]);
      for (const member of members) {
        const circle = present.of(member);
        if (circle) noticed.set(member, circle);
        else noticed.delete(member);
      }
      return members;
    },
  };
}
