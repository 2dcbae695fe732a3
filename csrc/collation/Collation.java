// Writes the collation elements of the root collation of CLDR, as ICU4J has them,
// and the order of ideographs by pinyin and by strokes.
//
//   java -cp icu4j.jar Collation.java FOLDER
//
// A line of elements.txt is code points, " ; ", then elements primary.secondary.tertiary, all in
// hexadecimal. What is not printed: characters that decompose, and what is not
// assigned or private, whose order follows from their code points.
import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacterCategory;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.text.CollationElementIterator;
import com.ibm.icu.text.Collator;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.RuleBasedCollator;
import com.ibm.icu.text.UnicodeSet;
import com.ibm.icu.util.ULocale;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

public class Collation {
  static RuleBasedCollator root;
  static PrintStream file;
  static final Normalizer2 nfd = Normalizer2.getNFDInstance();

  static void print(String s) {
    StringBuilder out = new StringBuilder();
    for (int k = 0; k < s.length(); k += Character.charCount(s.codePointAt(k)))
      out.append(k > 0 ? " " : "").append(Integer.toHexString(s.codePointAt(k)));
    out.append(" ;");
    CollationElementIterator elements = root.getCollationElementIterator(s);
    int first = elements.next();
    while (first != CollationElementIterator.NULLORDER) {
      int next = elements.next();
      int second = 0;
      // the other half of an element that does not fit: marked by two bits
      if (next != CollationElementIterator.NULLORDER && (next & 0xC0) == 0xC0) {
        second = next;
        next = elements.next();
      }
      int primary = (first & 0xFFFF0000) | (second >>> 16);
      int secondary = (first & 0xFF00) | (second >> 8 & 0xFF);
      int tertiary = (first & 0x3F) << 8 | (second & 0x3F);
      out.append(' ').append(Integer.toHexString(primary)).append('.')
         .append(Integer.toHexString(secondary)).append('.').append(Integer.toHexString(tertiary));
      first = next;
    }
    file.println(out);
  }

  // pinyin.txt, stroke.txt: the ideographs of the basic plane, in order.
  static void order(String folder, String name) throws Exception {
    Collator collator = Collator.getInstance(ULocale.forLanguageTag("zh-u-co-" + name));
    List<String> list = new ArrayList<>();
    for (int c = 0x3400; c <= 0x9FFF; c++)
      if (UCharacter.hasBinaryProperty(c, UProperty.UNIFIED_IDEOGRAPH))
        list.add(Character.toString(c));
    list.sort((a, b) -> {
      int order = collator.compare(a, b);
      return order != 0 ? order : a.compareTo(b);
    });
    try (PrintStream out = new PrintStream(folder + "/" + name + ".txt")) {
      for (String s : list) out.println(Integer.toHexString(s.codePointAt(0)));
    }
  }

  public static void main(String[] args) throws Exception {
    root = (RuleBasedCollator)Collator.getInstance(ULocale.ROOT).cloneAsThawed();
    file = new PrintStream(args[0] + "/elements.txt");
    file.println("# CLDR root collation, UCA " + root.getUCAVersion() + ", Unicode "
                       + UCharacter.getUnicodeVersion());
    file.println("@variable " + Integer.toHexString(root.getVariableTop()));
    for (int c = 0; c <= 0x10FFFF; c++) {
      int type = UCharacter.getType(c);
      boolean special = c == 0xFFFE || c == 0xFFFF;
      if (!special && (type == UCharacterCategory.UNASSIGNED
          || type == UCharacterCategory.PRIVATE_USE
          || type == UCharacterCategory.SURROGATE)) continue;
      String s = new String(Character.toChars(c));
      if (nfd.isNormalized(s)) print(s);
    }
    UnicodeSet contractions = new UnicodeSet();
    root.getContractionsAndExpansions(contractions, null, true);
    for (String s : contractions)
      if (nfd.isNormalized(s) && s.charAt(0) != 0xFDD1) print(s);
    file.close();
    order(args[0], "pinyin");
    order(args[0], "stroke");
  }
}
