import { readAll } from '../../../../../server/src/annotations/images/byteSource';
import { readAnnotations, tooLargeText } from '../../../../../server/src/annotations/read';
import { fitAnnotations } from './fitAnnotations';
import type { AnnotationAsks } from './messages';
import { connectPage } from './page';

/** The worker that reads annotations. */
const page = connectPage<AnnotationAsks>({
  async annotations({ file, picture }) {
    const { id, name } = file;
    const { line, services } = page;
    const beside = (path: string) => line.ask('beside', { file: id, path });
    const source = page.sourceOf(file);
    const around = { name, isNamed: true, imageSize: picture, beside, services };
    const read =
      tooLargeText(await source.read(0, 4096), source.size) ?? (await readAnnotations(await readAll(source), around));
    if (!read) return { value: undefined };
    const fitted = fitAnnotations(read, picture);
    return { value: fitted.annotations, transfer: fitted.buffers };
  },
});
