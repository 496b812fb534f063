/** Styles are imported for the bundler: they become the page's style sheet. */
declare module '*.css';
