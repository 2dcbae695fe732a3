/* Plain lines: a part of blocks.h. */

enum { LINE_AL = 0, LINE_LF = 3, LINE_SP = 5, LINE_CP = 13, LINE_QU = 15,
       LINE_EX = 16, LINE_IS = 17, LINE_NU = 19, LINE_ID = 23, LINE_IDW = 55 };

/*
** The classes of a block of ASCII, of which letters, _ and digits, space, LF
** and , . : ; ! ? " ' - ( ) are plain here. With Han and its punctuation there
** are so many classes that the automaton is faster.
*/
typedef struct line_classes {
  u64 al, nu, sp, lf, is, ex, qu, hy, op, cp;
} line_classes;

PART u64 find_lines (const lanes v, line_classes *c) {
  static const uint8_t infix[16] = {
    NO, NO, NO, NO, NO, NO, NO, NO, NO, NO, ':', ';', ',', NO, '.', NO
  };
  c->al = bits(any(is_letter(v), equal(v, '_')));
  c->nu = bits(within(v, '0', '9'));
  c->sp = bits(equal(v, ' '));
  c->lf = bits(equal(v, '\n'));
  c->is = bits(among(v, infix));
  c->ex = bits(any(equal(v, '!'), equal(v, '?')));
  c->qu = bits(any(equal(v, '"'), equal(v, '\'')));
  c->hy = bits(equal(v, '-'));
  c->op = bits(equal(v, '('));
  c->cp = bits(equal(v, ')'));
  return c->al | c->nu | c->sp | c->lf | c->is | c->ex | c->qu | c->hy |
         c->op | c->cp;
}

/* The places behind the characters of 'mask'; the block's first is one where
   it follows one of 'class'. */
#define BEHIND(mask, class) (((mask) << 1) | (u64)(last == (class)))

/* What the rules ask of the character before a place. */
typedef struct line_before {
  u64 al, nu, sp, lf, is, hy, op, cp, qu;
  u64 initial;                /* an HY behind a space or a line: LB20a */
} line_before;

PART line_before look_before (const line_classes *c, unsigned last) {
  line_before b;
  b.al = BEHIND(c->al, LINE_AL);
  b.nu = BEHIND(c->nu, LINE_NU);
  b.sp = BEHIND(c->sp, LINE_SP);
  b.lf = BEHIND(c->lf, LINE_LF);
  b.is = BEHIND(c->is, LINE_IS);
  b.cp = BEHIND(c->cp, LINE_CP);
  b.qu = BEHIND(c->qu, LINE_QU);
  b.hy = c->hy << 1;
  b.op = c->op << 1;
  b.initial = (c->hy & (b.sp | b.lf)) << 1;
  return b;
}

/* The places that are no breaks, LB4, LB13, LB15d and LB18 left aside. */
PART u64 line_joined (const line_classes *c, const line_before *b) {
  return c->qu | b->qu | c->hy | b->op |                /* LB19, LB21, LB14 */
         ((b->al | b->nu | b->cp) & (c->al | c->nu)) |  /* LB23, 28, 30 */
         ((b->al | b->nu) & c->op) |                    /* LB30 */
         ((b->is | b->initial) & c->al) |               /* LB29, LB20a */
         ((b->is | b->hy) & c->nu);                     /* LB25 */
}

/* What masks don't answer: LB14 looks past spaces. */
PART u64 line_hazards (const line_classes *c, const line_before *b) {
  return c->sp & (b->op | b->sp);
}

/* Characters after which the state knows more than which they are: in or
   behind a number, or with what LB14 to LB16 look for past spaces, or what
   stands before a hyphen, or that a digit is to come (LB15c). */
PART u64 line_open (const line_classes *c, const line_before *b) {
  return (c->is & (b->nu | b->is | b->sp)) | (c->cp & (b->nu | b->is)) |
         c->op | c->hy | (c->sp & b->cp);
}

PART size_t lines (jilu_segmenter *s, const jilu_automaton *a,
                   const window *w, unsigned last, uint32_t *ends,
                   size_t count) {
  const u64 known = BIT(LINE_AL) | BIT(LINE_LF) | BIT(LINE_SP) |
    BIT(LINE_CP) | BIT(LINE_QU) | BIT(LINE_EX) | BIT(LINE_IS) |
    BIT(LINE_NU) | BIT(LINE_ID) | BIT(LINE_IDW);
  unsigned size = BLOCK;
  u64 breaks, open;
  line_classes c;
  line_before b;
  if (last >= 64 || !(known & BIT(last))) return count;
  if (bits(w->first) || find_lines(w->first, &c) != ~(u64)0) return count;
  b = look_before(&c, last);
  if (line_hazards(&c, &b)) return count;
  breaks = b.lf | (c.is & b.sp & (c.nu >> 1)) |               /* LB4, 15c */
           (~(c.sp | c.lf | c.is | c.ex | c.cp) &             /* LB6, 7, 13 */
            (b.sp | ~line_joined(&c, &b)));                   /* LB18, 31 */
  open = line_open(&c, &b);
  while (open & BIT(size - 1))           /* a block does not end with one */
    if (--size == 0) return count;
  count = emit(ends, count, (uint32_t)s->at, breaks & BELOW(size));
  move(s, a, size);
  return count;
}
