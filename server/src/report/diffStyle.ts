/** How the page of changes looks on screen and on paper; colour is never all that tells one thing from another. */
export const style = `
:root { color-scheme: light dark; --text: #1b1b1b; --soft: #5a5a5a; --line: #c8c8c8; --back: #fff;
  --breaking: #b3261e; --review: #8a5a00; --quality: #6b3fa0; --additive: #1e6b34; --editorial: #5a5a5a;
  --del: #fbe3e1; --ins: #dff3e4; }
@media screen and (prefers-color-scheme: dark) { :root { --text: #e8e8e8; --soft: #ababab; --line: #4a4a4a; --back: #1b1b1b;
  --breaking: #ff8a80; --review: #ffc46b; --quality: #cdb0f5; --additive: #8fd9a5; --editorial: #ababab;
  --del: #57211d; --ins: #1d4a2a; } }
body { margin: 0 auto; padding: 1.5rem; max-width: 60rem; color: var(--text); background: var(--back);
  font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
h1 { font-size: 1.5rem; } h2 { font-size: 1.25rem; margin-top: 2.5rem; border-bottom: 1px solid var(--line); }
h3 { font-size: 1.05rem; margin: 1.5rem 0 .5rem; } h4 { font-size: 1rem; margin: 0; } h5 { font-size: .8rem; margin: 0; color: var(--soft); }
ul.levels { display: flex; flex-wrap: wrap; gap: .5rem 1.5rem; padding: 0; list-style: none; }
h3.breaking, .levels .breaking { color: var(--breaking); } h3.review, .levels .review { color: var(--review); }
h3.quality, .levels .quality { color: var(--quality); } h3.additive, .levels .additive { color: var(--additive); }
h3.editorial, .levels .editorial { color: var(--editorial); }
article { margin: .75rem 0; padding: .75rem 1rem; border: 1px solid var(--line); border-left: 4px solid; break-inside: avoid; }
article.breaking { border-left-color: var(--breaking); } article.review { border-left-color: var(--review); }
article.quality { border-left-color: var(--quality); } article.additive { border-left-color: var(--additive); }
article.editorial { border-left-color: var(--editorial); }
article p { margin: .25rem 0; }
.remedy { font-weight: 600; border: 1px solid var(--line); border-radius: 3px; padding: 0 .35rem; }
.notes { margin: .25rem 0; font-weight: 600; }
.wordings { display: grid; grid-template-columns: 1fr 1fr; gap: 1rem; margin-top: .5rem; }
@media (max-width: 40rem) { .wordings { grid-template-columns: 1fr; } }
blockquote { margin: .25rem 0; white-space: pre-wrap; }
.whole del, .whole ins { text-decoration: none; }
del { background: var(--del); } ins { background: var(--ins); text-decoration: underline; }
.none, .place, .id, footer { color: var(--soft); font-size: .85rem; }
.problem { font-weight: 600; }
footer { margin-top: 3rem; }
@page { margin: 15mm; }
@media print { :root { color-scheme: light; } body { max-width: none; padding: 0; font-size: 10pt; }
  h2, h3, h4, h5, section > p { break-after: avoid; } article.long { break-inside: auto; } footer { margin-top: 1.5rem; }
  del, ins, article { print-color-adjust: exact; } }
`;
