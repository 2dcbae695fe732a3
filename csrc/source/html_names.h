/* The elements that the reader of pages knows, with what they do to text. */
#ifndef JILU_SOURCE_HTML_NAMES_H
#define JILU_SOURCE_HTML_NAMES_H

#include <stdint.h>

enum {
  HTML_BLOCK = 1,     /* begins a line, and is kept on the stack */
  HTML_VOID = 2,      /* has no end tag */
  HTML_HIDDEN = 4,    /* what is in it is no text of the page; on the stack */
  HTML_RAW = 8,       /* holds no tags up to its end tag */
  HTML_SCOPE = 16,    /* end tags of other elements don't reach out of it */
  HTML_CLOSES_P = 32
};

/*
** X(name, what it is, bits of JILU_HTML_…), in the order of names: they are
** searched by halves.
*/
#define HTML_ELEMENTS(X) \
  X(a, 0, 0) \
  X(address, HTML_BLOCK | HTML_CLOSES_P, 0) \
  X(applet, HTML_BLOCK | HTML_SCOPE | HTML_HIDDEN, 0) \
  X(area, HTML_VOID, 0) \
  X(article, HTML_BLOCK | HTML_CLOSES_P, JILU_HTML_ARTICLE) \
  X(aside, HTML_BLOCK | HTML_CLOSES_P, JILU_HTML_ASIDE) \
  X(audio, HTML_HIDDEN, 0) \
  X(base, HTML_VOID, 0) \
  X(blockquote, HTML_BLOCK | HTML_CLOSES_P, 0) \
  X(body, HTML_BLOCK, 0) \
  X(br, HTML_VOID, 0) \
  X(button, HTML_BLOCK, JILU_HTML_FORM) \
  X(canvas, HTML_HIDDEN, 0) \
  X(caption, HTML_BLOCK | HTML_SCOPE, 0) \
  X(center, HTML_BLOCK | HTML_CLOSES_P, 0) \
  X(col, HTML_VOID, 0) \
  X(datalist, HTML_HIDDEN, 0) \
  X(dd, HTML_BLOCK | HTML_CLOSES_P, JILU_HTML_ITEM) \
  X(details, HTML_BLOCK | HTML_CLOSES_P, 0) \
  X(dir, HTML_BLOCK | HTML_CLOSES_P, 0) \
  X(div, HTML_BLOCK | HTML_CLOSES_P, 0) \
  X(dl, HTML_BLOCK | HTML_CLOSES_P, 0) \
  X(dt, HTML_BLOCK | HTML_CLOSES_P, JILU_HTML_ITEM) \
  X(embed, HTML_VOID, 0) \
  X(fieldset, HTML_BLOCK | HTML_CLOSES_P, 0) \
  X(figcaption, HTML_BLOCK | HTML_CLOSES_P, 0) \
  X(figure, HTML_BLOCK | HTML_CLOSES_P, 0) \
  X(footer, HTML_BLOCK | HTML_CLOSES_P, JILU_HTML_FOOTER) \
  X(form, HTML_BLOCK | HTML_CLOSES_P, 0) \
  X(h1, HTML_BLOCK | HTML_CLOSES_P, 0) \
  X(h2, HTML_BLOCK | HTML_CLOSES_P, 0) \
  X(h3, HTML_BLOCK | HTML_CLOSES_P, 0) \
  X(h4, HTML_BLOCK | HTML_CLOSES_P, 0) \
  X(h5, HTML_BLOCK | HTML_CLOSES_P, 0) \
  X(h6, HTML_BLOCK | HTML_CLOSES_P, 0) \
  X(head, HTML_BLOCK, 0) \
  X(header, HTML_BLOCK | HTML_CLOSES_P, JILU_HTML_HEADER) \
  X(hr, HTML_BLOCK | HTML_VOID | HTML_CLOSES_P, 0) \
  X(html, HTML_BLOCK, 0) \
  X(iframe, HTML_HIDDEN | HTML_RAW, 0) \
  X(img, HTML_VOID, 0) \
  X(input, HTML_VOID, 0) \
  X(keygen, HTML_VOID, 0) \
  X(legend, HTML_BLOCK, 0) \
  X(li, HTML_BLOCK | HTML_CLOSES_P, JILU_HTML_ITEM) \
  X(link, HTML_VOID, 0) \
  X(main, HTML_BLOCK | HTML_CLOSES_P, JILU_HTML_ARTICLE) \
  X(menu, HTML_BLOCK | HTML_CLOSES_P, JILU_HTML_NAV) \
  X(meta, HTML_VOID, 0) \
  X(nav, HTML_BLOCK | HTML_CLOSES_P, JILU_HTML_NAV) \
  X(noembed, HTML_HIDDEN | HTML_RAW, 0) \
  X(noframes, HTML_HIDDEN | HTML_RAW, 0) \
  X(noscript, HTML_HIDDEN, 0) \
  X(object, HTML_HIDDEN, 0) \
  X(ol, HTML_BLOCK | HTML_CLOSES_P, 0) \
  X(optgroup, 0, 0) \
  X(option, 0, 0) \
  X(p, HTML_BLOCK | HTML_CLOSES_P, 0) \
  X(param, HTML_VOID, 0) \
  X(pre, HTML_BLOCK | HTML_CLOSES_P, 0) \
  X(script, HTML_HIDDEN | HTML_RAW, 0) \
  X(section, HTML_BLOCK | HTML_CLOSES_P, 0) \
  X(select, HTML_HIDDEN, 0) \
  X(source, HTML_VOID, 0) \
  X(span, 0, 0) \
  X(style, HTML_HIDDEN | HTML_RAW, 0) \
  X(summary, HTML_BLOCK | HTML_CLOSES_P, 0) \
  X(svg, HTML_HIDDEN, 0) \
  X(table, HTML_BLOCK | HTML_SCOPE, 0) \
  X(tbody, HTML_BLOCK, 0) \
  X(td, HTML_BLOCK | HTML_SCOPE, JILU_HTML_CELL) \
  X(template, HTML_HIDDEN, 0) \
  X(textarea, HTML_HIDDEN | HTML_RAW, 0) \
  X(tfoot, HTML_BLOCK, 0) \
  X(th, HTML_BLOCK | HTML_SCOPE, JILU_HTML_CELL) \
  X(thead, HTML_BLOCK, 0) \
  X(time, 0, 0) \
  X(title, HTML_HIDDEN | HTML_RAW, 0) \
  X(tr, HTML_BLOCK, 0) \
  X(track, HTML_VOID, 0) \
  X(ul, HTML_BLOCK | HTML_CLOSES_P, 0) \
  X(video, HTML_HIDDEN, 0) \
  X(wbr, HTML_VOID, 0)

typedef enum html_name {
#define X(name, is, around) ELEMENT_##name,
  HTML_ELEMENTS(X)
#undef X
  ELEMENT_COUNT,
  ELEMENT_OTHER = ELEMENT_COUNT   /* inline, of no meaning here */
} html_name;

#endif
