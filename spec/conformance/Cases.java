/*
 * java -cp ICU4J.jar spec/conformance/Cases.java > CaseTest.txt
 *
 * What ICU makes of texts of random letters, marks and signs: lines of the
 * text and its lower, upper, title and folded form in hexadecimal UTF-8, by
 * language. Code points that are both cased and case-ignorable are left out,
 * since ICU takes them for ignorable where Final_Sigma takes them for cased; in
 * Dutch also what ICU takes for ij too: with acute accents, without a dot; and
 * marks of scripts that ICU has dictionaries of words for.
 */
import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.CaseMap;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

class Cases {
  static final String[] LOCALES = {"", "tr", "az", "lt", "nl"};
  static final String FREQUENT = "IiJjİı\u012e\u012fÌÍĨΣσςßŉ \u0307\u0300\u0301\u0323'.aA汉ﬁǅ";

  static String hex(String text) {
    StringBuilder out = new StringBuilder();
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) out.append(String.format("%02X", b));
    return out.toString();
  }

  static List<Integer> pool() {
    List<Integer> list = new ArrayList<>();
    for (int c = 0; c < 0x20000; c++) {
      if (c >= 0xD800 && c <= 0xDFFF) continue;
      boolean cased = UCharacter.hasBinaryProperty(c, UProperty.CASED);
      boolean ignorable = UCharacter.hasBinaryProperty(c, UProperty.CASE_IGNORABLE);
      boolean dictionary = UCharacter.getIntPropertyValue(c, UProperty.LINE_BREAK)
          == UCharacter.LineBreak.COMPLEX_CONTEXT || UScript.breaksBetweenLetters(UScript.getScript(c))
          || UScript.hasScript(c, UScript.HAN);
      if (cased != ignorable && !dictionary) list.add(c);
    }
    return list;
  }

  static void line(String text) {
    for (String name : LOCALES) {
      if (name.equals("nl") && text.matches("(?s).*[Íí\u0301İı].*")) continue;
      Locale locale = Locale.forLanguageTag(name);
      String title = CaseMap.toTitle().adjustToCased().apply(locale, null, text);
      String fold = UCharacter.foldCase(text, name.equals("tr") || name.equals("az")
          ? UCharacter.FOLD_CASE_EXCLUDE_SPECIAL_I : UCharacter.FOLD_CASE_DEFAULT);
      System.out.println(String.join(";", name, hex(text), hex(UCharacter.toLowerCase(locale, text)),
          hex(UCharacter.toUpperCase(locale, text)), hex(title), hex(fold)));
    }
  }

  public static void main(String[] args) {
    Random random = new Random(17);
    List<Integer> pool = pool();
    for (int c : pool) line(new String(Character.toChars(c)));
    for (int k = 0; k < 4000; k++) {
      StringBuilder text = new StringBuilder();
      for (int i = 1 + random.nextInt(12); i > 0; i--)
        text.appendCodePoint(random.nextInt(3) > 0 ? FREQUENT.charAt(random.nextInt(FREQUENT.length()))
            : pool.get(random.nextInt(pool.size())));
      line(text.toString());
    }
  }
}
