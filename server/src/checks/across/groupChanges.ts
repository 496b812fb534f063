import type { Groups } from './groups';
import type { Known } from './factBase';
import type { GroupKind } from './shared';
import { layerOfColour, layerOfValue, tellGroups } from './shared';

/** Lets labels enter and leave their groups, and takes note of what that changed since it was last asked for. */
export interface GroupChanges {
  /** `inOrder`: each label comes behind all others, and nobody was told anything yet, so that nothing need be noted. */
  enter(label: Known, inOrder: boolean): void;
  leave(label: Known): void;
  /** Groups whose first member is another one, by the question for it. They are forgotten one by one as they are taken. */
  firsts(): Iterable<{
    readonly question: string;
    readonly before: string | undefined;
    readonly now: string | undefined;
  }>;
  /** Layers in which colours changed: which did, and how many labels there were before. They are forgotten. */
  layers(): Iterable<readonly [layer: string, change: LayerChange]>;
}

interface LayerChange {
  readonly before: number;
  readonly colours: Set<string>;
}

export interface GroupChangesOptions {
  readonly groups: Groups;
  /** Told of questions whose answers may have changed. */
  readonly touch: (question: string) => void;
  /** Told of labels of the file itself that stand first with a mask value which a label of another file has, too. */
  readonly onSharedValue: (first: string, other: string) => void;
}

export function createGroupChanges({ groups, touch, onSharedValue }: GroupChangesOptions): GroupChanges {
  /** By their questions; the first members as they were before. */
  const firsts = new Map<string, { kind: GroupKind; key: string; before: string | undefined }>();
  let layers = new Map<string, LayerChange>();

  let entering = '';
  const enterLast = (kind: GroupKind, key: string) => groups.enter(kind, key, entering, true);

  function change(kind: GroupKind, key: string, id: string, action: 'enter' | 'leave'): void {
    const question = `${kind} ${key}`;
    if (!firsts.has(question)) firsts.set(question, { kind, key, before: groups.first(kind, key) });
    if (kind === 'layer' && !layers.has(key)) {
      layers.set(key, { before: groups.all(kind, key).length, colours: new Set() });
    }
    if (action === 'enter') groups.enter(kind, key, id);
    else groups.leave(kind, key, id);
    if (kind === 'colour') layers.get(layerOfColour(key))?.colours.add(key);
    if (kind === 'value') noticeValue(id, key);
  }

  function noticeValue(id: string, value: string): void {
    touch(`imported ${value}`);
    touch(`free ${layerOfValue(value)}`);
    const first = groups.first('value', value);
    if (first !== undefined && first !== id) onSharedValue(first, id);
  }

  return {
    enter({ label, inherited }, inOrder) {
      entering = label.id;
      if (inOrder) tellGroups(label, inherited, enterLast);
      else tellGroups(label, inherited, (kind, key) => change(kind, key, label.id, 'enter'));
    },
    leave({ label, inherited }) {
      tellGroups(label, inherited, (kind, key) => change(kind, key, label.id, 'leave'));
    },
    *firsts() {
      for (const [question, { kind, key, before }] of firsts) {
        firsts.delete(question);
        const now = groups.first(kind, key);
        if (before !== now) yield { question, before, now };
      }
    },
    layers() {
      const changed = layers;
      layers = new Map();
      return changed;
    },
  };
}
