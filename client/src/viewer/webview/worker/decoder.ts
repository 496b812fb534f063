import { openPictures } from './openPictures';

/** The worker that opens most pictures: loaded with the page. The build leaves out what only the other one has. */
openPictures(false);
