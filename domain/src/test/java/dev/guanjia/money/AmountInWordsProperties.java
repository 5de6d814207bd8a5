package dev.guanjia.money;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

/** What is written in capital numerals is read back by another rule: each word has its weight. */
class AmountInWordsProperties {

    private static final String DIGITS = "零壹贰叁肆伍陆柒捌玖";

    @Property
    void whatIsWrittenReadsBack(@ForAll @LongRange(min = 0) long fen) {
        assertThat(read(AmountInWords.of(new Money(Money.CNY, fen)))).isEqualTo(fen);
    }

    @Property
    void smallAmountsReadBack(@ForAll @LongRange(min = 0, max = 99_999_999_999L) long fen) {
        String words = AmountInWords.of(new Money(Money.CNY, fen));
        assertThat(read(words)).isEqualTo(fen);
        assertThat(words).doesNotContain("零零").doesNotContain("零万").doesNotContain("零亿");
    }

    private static long read(String words) {
        int yuan = words.indexOf('元');
        long whole = yuan < 0 ? 0 : integer(words.substring(0, yuan));
        String rest = words.substring(yuan + 1);
        return whole * 100 + part(rest, '角') * 10 + part(rest, '分');
    }

    private static long part(String text, char unit) {
        int at = text.indexOf(unit);
        return at < 0 ? 0 : DIGITS.indexOf(text.charAt(at - 1));
    }

    private static long integer(String text) {
        int hundredMillion = text.lastIndexOf('亿');
        if (hundredMillion >= 0) {
            return integer(text.substring(0, hundredMillion)) * 100_000_000
                    + integer(text.substring(hundredMillion + 1));
        }
        int tenThousand = text.indexOf('万');
        return tenThousand < 0
                ? upToThousands(text)
                : upToThousands(text.substring(0, tenThousand)) * 10_000
                        + upToThousands(text.substring(tenThousand + 1));
    }

    private static long upToThousands(String text) {
        long sum = 0;
        long digit = 0;
        for (char word : text.toCharArray()) {
            int place = "拾佰仟".indexOf(word);
            if (place >= 0) {
                sum += digit * (long) Math.pow(10, place + 1);
                digit = 0;
            } else {
                digit = DIGITS.indexOf(word);
            }
        }
        return sum + digit;
    }
}
