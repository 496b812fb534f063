import type { ImageServices } from './images/picture';
import type { ImageSize } from './imageSize';

/** What is known of the surroundings of an annotation file. */
export interface Around {
  /** Size in pixels of the image that the annotations are meant for, where it is known. */
  readonly imageSize?: ImageSize;
  /** Reads a file by its path relative to the annotation file; nothing when it is not there or may not be read. */
  readonly beside?: (path: string) => Promise<Uint8Array | undefined>;
  /** The annotation file's own name, with or without folders: others are looked for beside it by it. */
  readonly name?: string;
  /** Whether the file was named as annotations: a picture that could be either is then a mask. */
  readonly isNamed?: boolean;
  /** Decoders, for masks that are compressed as images are. */
  readonly services?: ImageServices;
}
