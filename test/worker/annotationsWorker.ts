import { readAnnotations } from '../../server/src/annotations/read';
import { maskOnSlice } from '../../server/src/annotations/volume';

/** A worker that reads the annotations it is asked for, from the folder that the page is served from. */
self.addEventListener('message', async ({ data: name }: MessageEvent<string>) => {
  const fetched = async (path: string) => {
    const response = await fetch(`/${path}`);
    return response.ok ? new Uint8Array(await response.arrayBuffer()) : undefined;
  };
  const content = await fetched(name);
  const file = content && (await readAnnotations(content, { name, isNamed: true, beside: fetched }));
  const annotations = file?.images.flatMap((image) => image.annotations) ?? [];
  self.postMessage({
    format: file?.format,
    problems: file?.problems,
    labels: annotations.map(({ label }) => label.name),
    shapes: annotations.map(({ shape }) => (shape.type === 'volume' ? maskOnSlice(shape, 0)?.counts : shape)),
  });
});
