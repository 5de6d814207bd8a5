package dev.guanjia.money;

/**
 * Amounts of renminbi in capital numerals (大写金额), which are harder to change than digits. Source:
 * 支付结算办法 (1997), annex 正确填写票据和结算凭证的基本规定, clauses 2 to 5.
 */
public final class AmountInWords {

    private static final String DIGITS = "零壹贰叁肆伍陆柒捌玖";
    private static final String[] PLACES = {"", "拾", "佰", "仟"};
    private static final long TEN_THOUSAND = 10_000;
    private static final long HUNDRED_MILLION = 100_000_000;
    private static final int TEN = 10;
    private static final int FEN_OF_YUAN = 100;

    private AmountInWords() {}

    /**
     * Writes an amount.
     *
     * @param amount in renminbi, zero or more
     * @return for instance {@code 壹万零伍元零叁分}; ends with {@code 整} where it has no fen
     * @throws IllegalArgumentException if it is negative or in another currency
     */
    public static String of(Money amount) {
        if (amount.isNegative() || !amount.currency().equals(Money.CNY)) {
            throw new IllegalArgumentException("no capital numerals for " + amount);
        }
        long yuan = amount.minorUnits() / FEN_OF_YUAN;
        int fen = (int) (amount.minorUnits() % FEN_OF_YUAN);
        String whole = yuan > 0 || fen == 0 ? integer(yuan) + "元" : "";
        return whole + fraction(fen, yuan > 0);
    }

    private static String fraction(int fen, boolean afterYuan) {
        if (fen == 0) {
            return "整";
        }
        String jiao = fen < TEN ? (afterYuan ? "零" : "") : DIGITS.charAt(fen / TEN) + "角";
        return jiao + (fen % TEN == 0 ? "整" : DIGITS.charAt(fen % TEN) + "分");
    }

    private static String integer(long number) {
        if (number >= HUNDRED_MILLION) {
            return joined(number, HUNDRED_MILLION, "亿");
        }
        return number >= TEN_THOUSAND ? joined(number, TEN_THOUSAND, "万") : upToThousands(number);
    }

    /** A zero tells that the lower group does not begin with its highest place. */
    private static String joined(long number, long unit, String name) {
        long rest = number % unit;
        String head = integer(number / unit) + name;
        if (rest == 0) {
            return head;
        }
        return head + (rest < unit / TEN ? "零" : "") + integer(rest);
    }

    private static String upToThousands(long number) {
        if (number == 0) {
            return DIGITS.substring(0, 1);
        }
        StringBuilder text = new StringBuilder();
        String digits = Long.toString(number);
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(i) - '0';
            if (digit > 0) {
                boolean gap = i > 0 && digits.charAt(i - 1) == '0';
                text.append(gap ? "零" : "").append(DIGITS.charAt(digit));
                text.append(PLACES[digits.length() - 1 - i]);
            }
        }
        return text.toString();
    }
}
