/*
** Validation by table look-up, after Keiser and Lemire, "Validating UTF-8 in
** less than one instruction per byte" (2021). Included by validate.c for each
** kind of vectors, which defines
**
**   VALIDATOR, TARGET, PART    the function's name, attributes
**   vector, WIDTH              what it reads at a time, and its bytes
**   OF(name)                   the names of these functions over vectors:
**     load (p), look_up (table, v), high (v), low (v), above (v, byte),
**     either (v, w), both (v, w), differ (v, w), same (byte),
**     ascii (v), none (v)
**
** Each pair of neighbouring bytes is looked up by the first one's two nibbles
** and the second one's high nibble. A look-up gives the errors that it does
** not exclude, and an error that no look-up excludes is there. Whether a byte
** must be the third or fourth of a sequence is seen from the bytes two and
** three before it; TWO_CONTINUE is then no error.
*/

PART vector OF(errors) (const unsigned char *p) {
  vector first = OF(load)(p - 1), second = OF(load)(p);
  vector third = OF(above)(OF(load)(p - 2), 0xE0 - 0x80);
  vector fourth = OF(above)(OF(load)(p - 3), 0xF0 - 0x80);
  vector pair = OF(both)(
    OF(both)(OF(look_up)(first_high, OF(high)(first)),
             OF(look_up)(first_low, OF(low)(first))),
    OF(look_up)(second_high, OF(high)(second)));
  vector must = OF(both)(OF(either)(third, fourth), OF(same)(0x80));
  return OF(differ)(pair, must);
}

TARGET static size_t VALIDATOR (const unsigned char *text, size_t at,
                                size_t size) {
  for (; size - at >= 2 * WIDTH; at += 2 * WIDTH) {
    const unsigned char *p = text + at;
    vector now = OF(either)(OF(load)(p), OF(load)(p + WIDTH));
    if (OF(ascii)(OF(either)(now, OF(load)(p - 3)))) continue;
    if (!OF(none)(OF(either)(OF(errors)(p), OF(errors)(p + WIDTH)))) break;
  }
  return at;
}
