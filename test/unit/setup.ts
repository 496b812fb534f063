import fc from 'fast-check';

// The same runs every time: a change is to blame for what fails. `npm run fuzz`, or another seed here, looks further.
fc.configureGlobal({ seed: Number(process.env.LABELWRIGHT_SEED ?? 1) });
