import { openPictures } from './openPictures';

/** The worker that opens all pictures: loaded when one needs it. */
openPictures(true);
