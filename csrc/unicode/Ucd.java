/*
 * java -cp ICU4J.jar csrc/unicode/Ucd.java FOLDER
 *
 * Writes the files of the Unicode Character Database that the generators of
 * csrc/ read, in the form of the UCD itself, from ICU4J, which has the data of
 * the version that its own number names (78: Unicode 17.0). FOLDER may then be
 * named by UCD, as may a copy of the UCD itself.
 */
import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.lang.UProperty.NameChoice;
import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.SpoofChecker;
import com.ibm.icu.util.ULocale;
import com.ibm.icu.util.VersionInfo;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.function.IntFunction;

class Ucd {
  static final int LAST = 0x10FFFF;
  static final String VERSION = UCharacter.getUnicodeVersion().getVersionString(3, 3);
  static Path folder;

  static PrintWriter open(String name) throws IOException {
    Path path = folder.resolve(name + ".txt");
    Files.createDirectories(path.getParent());
    PrintWriter out = new PrintWriter(Files.newBufferedWriter(path));
    out.printf("# %s-%s.txt%n", path.getFileName().toString().replace(".txt", ""), VERSION);
    return out;
  }

  /* Lines "first..last; value" for the runs of code points of one value. */
  static void ranges(PrintWriter out, IntFunction<String> valueOf) {
    int first = 0;
    String value = valueOf.apply(0);
    for (int c = 1; c <= LAST + 1; c++) {
      String next = c <= LAST ? valueOf.apply(c) : null;
      if (c <= LAST && (value == null ? next == null : value.equals(next))) continue;
      if (value != null && first == c - 1) out.printf("%04X; %s%n", first, value);
      else if (value != null) out.printf("%04X..%04X; %s%n", first, c - 1, value);
      first = c;
      value = next;
    }
  }

  static void file(String name, IntFunction<String> valueOf) throws IOException {
    try (PrintWriter out = open(name)) {
      ranges(out, valueOf);
    }
  }

  static IntFunction<String> property(int which, int choice) {
    return c -> UCharacter.getPropertyValueName(which, UCharacter.getIntPropertyValue(c, which), choice);
  }

  static void binary(String name, int... which) throws IOException {
    try (PrintWriter out = open(name)) {
      for (int property : which) {
        String label = UCharacter.getPropertyName(property, NameChoice.LONG);
        ranges(out, c -> UCharacter.hasBinaryProperty(c, property) ? label : null);
      }
    }
  }

  static String hex(String text) {
    StringBuilder out = new StringBuilder();
    text.codePoints().forEach(c -> out.append(out.length() > 0 ? " " : "").append(String.format("%04X", c)));
    return out.toString();
  }

  static String of(int c) {
    return new String(Character.toChars(c));
  }

  /* Field 5 of UnicodeData.txt: "<type> mapping" or a canonical mapping. */
  static String decomposition(int c) {
    if (c >= 0xAC00 && c <= 0xD7A3) return "";
    String mapping = Normalizer2.getNFKCInstance().getRawDecomposition(c);
    if (mapping == null) return "";
    String type = UCharacter.getPropertyValueName(UProperty.DECOMPOSITION_TYPE,
        UCharacter.getIntPropertyValue(c, UProperty.DECOMPOSITION_TYPE), NameChoice.LONG);
    return type.equals("Canonical") ? hex(mapping) : "<" + type.toLowerCase() + "> " + hex(mapping);
  }

  static String simple(int from, int to) {
    return from == to ? "" : String.format("%04X", to);
  }

  /* The 15 fields of UnicodeData.txt (UAX #44, 4.2), every assigned code point on a line. */
  static void unicodeData() throws IOException {
    try (PrintWriter out = open("UnicodeData")) {
      for (int c = 0; c <= LAST; c++) {
        if (UCharacter.getType(c) == UCharacter.UNASSIGNED) continue;
        String name = UCharacter.getName(c);
        out.printf("%04X;%s;%s;%d;%s;%s;;;;%s;;;%s;%s;%s%n", c, name == null ? "<control>" : name,
            property(UProperty.GENERAL_CATEGORY, NameChoice.SHORT).apply(c), UCharacter.getCombiningClass(c),
            property(UProperty.BIDI_CLASS, NameChoice.SHORT).apply(c), decomposition(c),
            UCharacter.isMirrored(c) ? "Y" : "N", simple(c, UCharacter.toUpperCase(c)),
            simple(c, UCharacter.toLowerCase(c)), simple(c, UCharacter.toTitleCase(c)));
      }
    }
  }

  /* The full mappings that are not the simple ones, without conditions; those with conditions are code. */
  static void specialCasing() throws IOException {
    try (PrintWriter out = open("SpecialCasing")) {
      for (int c = 0; c <= LAST; c++) {
        if (c >= 0xD800 && c <= 0xDFFF) continue;
        String lower = UCharacter.toLowerCase(ULocale.ROOT, of(c));
        String upper = UCharacter.toUpperCase(ULocale.ROOT, of(c));
        String title = UCharacter.toTitleCase(ULocale.ROOT, of(c), null, UCharacter.TITLECASE_NO_BREAK_ADJUSTMENT);
        if (c == 0x3A3) lower = "σ";
        if (lower.equals(of(UCharacter.toLowerCase(c))) && upper.equals(of(UCharacter.toUpperCase(c)))
            && title.equals(of(UCharacter.toTitleCase(c)))) continue;
        out.printf("%04X; %s; %s; %s;%n", c, hex(lower), hex(title), hex(upper));
      }
    }
  }

  static void caseFolding() throws IOException {
    try (PrintWriter out = open("CaseFolding")) {
      for (int c = 0; c <= LAST; c++) {
        if (c >= 0xD800 && c <= 0xDFFF) continue;
        int simple = UCharacter.foldCase(c, true);
        String full = UCharacter.foldCase(of(c), true);
        if (full.equals(of(c))) continue;
        if (full.equals(of(simple))) {
          out.printf("%04X; C; %04X;%n", c, simple);
        } else {
          out.printf("%04X; F; %s;%n", c, hex(full));
          if (simple != c) out.printf("%04X; S; %04X;%n", c, simple);
        }
      }
    }
  }

  static String numeric(int c) {
    double value = UCharacter.getUnicodeNumericValue(c);
    if (value == UCharacter.NO_NUMERIC_VALUE) return null;
    for (int down = 1; down <= 320; down++) {
      double up = value * down;
      if (Math.abs(up - Math.rint(up)) < 1e-9) {
        return String.format("%s; ; %d%s", value, (long) Math.rint(up), down > 1 ? "/" + down : "");
      }
    }
    throw new IllegalStateException("a number that is no fraction: " + value);
  }

  static String extensions(int c) {
    BitSet set = new BitSet();
    if (UScript.getScriptExtensions(c, set) >= 0 && set.cardinality() == 1
        && set.get(UScript.getScript(c))) return null;
    StringBuilder out = new StringBuilder();
    set.stream().forEach(s -> out.append(out.length() > 0 ? " " : "").append(UScript.getShortName(s)));
    return out.toString();
  }

  static String age(int c) {
    VersionInfo age = UCharacter.getAge(c);
    return age.getMajor() == 0 ? null : age.getMajor() + "." + age.getMinor();
  }

  static void derivedCore() throws IOException {
    try (PrintWriter out = open("DerivedCoreProperties")) {
      int[] which = {UProperty.ALPHABETIC, UProperty.LOWERCASE, UProperty.UPPERCASE, UProperty.CASED,
        UProperty.CASE_IGNORABLE, UProperty.MATH, UProperty.ID_START, UProperty.ID_CONTINUE, UProperty.XID_START,
        UProperty.XID_CONTINUE, UProperty.DEFAULT_IGNORABLE_CODE_POINT, UProperty.GRAPHEME_EXTEND,
        UProperty.GRAPHEME_BASE};
      for (int property : which) {
        String label = UCharacter.getPropertyName(property, NameChoice.LONG);
        ranges(out, c -> UCharacter.hasBinaryProperty(c, property) ? label : null);
      }
      IntFunction<String> conjunct = property(UProperty.INDIC_CONJUNCT_BREAK, NameChoice.LONG);
      ranges(out, c -> conjunct.apply(c).equals("None") ? null : "InCB; " + conjunct.apply(c));
    }
  }

  /* Short and long names of values: "sc; Hani; Han". */
  static void aliases() throws IOException {
    try (PrintWriter out = open("PropertyValueAliases")) {
      int[] which = {UProperty.GENERAL_CATEGORY, UProperty.SCRIPT, UProperty.BIDI_CLASS,
        UProperty.EAST_ASIAN_WIDTH};
      for (int property : which) {
        for (int v = 0; v <= UCharacter.getIntPropertyMaxValue(property); v++) {
          String brief = UCharacter.getPropertyValueName(property, v, NameChoice.SHORT);
          String label = UCharacter.getPropertyValueName(property, v, NameChoice.LONG);
          if (label != null) out.printf("%s; %s; %s%n", UCharacter.getPropertyName(property, NameChoice.SHORT),
              brief == null ? label : brief, label);
        }
      }
    }
  }

  /* UTS #39: what a character looks like, of those that NFD leaves alone. */
  static void confusables() throws IOException {
    SpoofChecker checker = new SpoofChecker.Builder().build();
    Normalizer2 nfd = Normalizer2.getNFDInstance();
    try (PrintWriter out = open("security/confusables")) {
      for (int c = 0; c <= LAST; c++) {
        if (c >= 0xD800 && c <= 0xDFFF) continue;
        String s = Character.toString(c);
        if (!nfd.isNormalized(s) || UCharacter.hasBinaryProperty(c, UProperty.DEFAULT_IGNORABLE_CODE_POINT)) continue;
        String skeleton = checker.getSkeleton(SpoofChecker.ANY_CASE, s);
        if (skeleton.equals(s)) continue;
        StringBuilder points = new StringBuilder();
        skeleton.codePoints().forEach(p -> points.append(String.format(" %04X", p)));
        out.printf("%04X;%s%n", c, points);
      }
    }
  }

  public static void main(String[] args) throws IOException {
    folder = Path.of(args[0]);
    confusables();
    file("security/IdentifierStatus", c -> UCharacter.getIntPropertyValue(c, UProperty.IDENTIFIER_STATUS) == 1
        ? "Allowed" : null);
    binary("PropList", UProperty.WHITE_SPACE, UProperty.BIDI_CONTROL, UProperty.DASH, UProperty.HYPHEN,
        UProperty.QUOTATION_MARK, UProperty.TERMINAL_PUNCTUATION, UProperty.HEX_DIGIT, UProperty.ASCII_HEX_DIGIT,
        UProperty.IDEOGRAPHIC, UProperty.DIACRITIC, UProperty.EXTENDER, UProperty.NONCHARACTER_CODE_POINT,
        UProperty.RADICAL, UProperty.UNIFIED_IDEOGRAPH, UProperty.SOFT_DOTTED, UProperty.DEPRECATED,
        UProperty.VARIATION_SELECTOR, UProperty.PATTERN_WHITE_SPACE, UProperty.PATTERN_SYNTAX,
        UProperty.S_TERM, UProperty.JOIN_CONTROL, UProperty.REGIONAL_INDICATOR);
    binary("emoji/emoji-data", UProperty.EMOJI, UProperty.EMOJI_PRESENTATION, UProperty.EMOJI_MODIFIER,
        UProperty.EMOJI_MODIFIER_BASE, UProperty.EMOJI_COMPONENT, UProperty.EXTENDED_PICTOGRAPHIC);
    binary("DerivedNormalizationProps", UProperty.FULL_COMPOSITION_EXCLUSION);
    aliases();
    derivedCore();
    unicodeData();
    specialCasing();
    caseFolding();
    file("EastAsianWidth", property(UProperty.EAST_ASIAN_WIDTH, NameChoice.SHORT));
    file("LineBreak", property(UProperty.LINE_BREAK, NameChoice.SHORT));
    file("HangulSyllableType", property(UProperty.HANGUL_SYLLABLE_TYPE, NameChoice.SHORT));
    file("Scripts", property(UProperty.SCRIPT, NameChoice.LONG));
    file("Blocks", property(UProperty.BLOCK, NameChoice.LONG));
    file("DerivedAge", Ucd::age);
    file("ScriptExtensions", Ucd::extensions);
    file("auxiliary/GraphemeBreakProperty", property(UProperty.GRAPHEME_CLUSTER_BREAK, NameChoice.LONG));
    file("auxiliary/WordBreakProperty", property(UProperty.WORD_BREAK, NameChoice.LONG));
    file("auxiliary/SentenceBreakProperty", property(UProperty.SENTENCE_BREAK, NameChoice.LONG));
    file("extracted/DerivedGeneralCategory", property(UProperty.GENERAL_CATEGORY, NameChoice.SHORT));
    file("extracted/DerivedBidiClass", property(UProperty.BIDI_CLASS, NameChoice.SHORT));
    file("extracted/DerivedCombiningClass", c -> String.valueOf(UCharacter.getCombiningClass(c)));
    file("extracted/DerivedNumericValues", Ucd::numeric);
  }
}
