import { fileNameOf } from './fileName';

/** The formats that can be read, as messages name them. */
export const formatNames =
  'COCO, Label Studio, LabelMe, CVAT, Pascal VOC, YOLO, QuPath, Darwin, DICOM SEG, and label masks in PNG and NIfTI';

/** The image of an annotation file that is meant: by its file name (folders aside), or the only one. */
export function imageNamed<T extends { readonly fileName: string }>(images: readonly T[], name: string): T | undefined {
  return (
    images.find(({ fileName }) => fileNameOf(fileName) === fileNameOf(name)) ??
    (images.length === 1 ? images[0] : undefined)
  );
}
