package dev.guanjia.server.export;

import dev.guanjia.money.Money;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Rows as RFC 4180 has them. A text that a spreadsheet would calculate gets an apostrophe before
 * it, for CSV cannot say that it is text.
 */
final class CsvRows implements Rows {

    /** Spreadsheets tell UTF-8 by it. */
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final Writer out;
    private boolean isFirst = true;

    CsvRows(Writer out) throws IOException {
        this.out = out;
        out.write(BYTE_ORDER_MARK);
    }

    @Override
    public Rows text(@Nullable String text) throws IOException {
        return cell(text == null ? "" : quoted(Harmless.written(text)));
    }

    @Override
    public Rows amount(Money amount) throws IOException {
        return cell(amount.amountText());
    }

    @Override
    public Rows day(@Nullable LocalDate day) throws IOException {
        return cell(day == null ? "" : day.toString());
    }

    @Override
    public Rows decimal(BigDecimal number) throws IOException {
        return cell(number.toPlainString());
    }

    @Override
    public Rows count(long count) throws IOException {
        return cell(Long.toString(count));
    }

    @Override
    public void end() throws IOException {
        out.write("\r\n");
        isFirst = true;
    }

    private Rows cell(String text) throws IOException {
        if (!isFirst) {
            out.write(',');
        }
        out.write(text);
        isFirst = false;
        return this;
    }

    private static String quoted(String text) {
        boolean isPlain = text.chars().noneMatch(one -> ",\"\r\n".indexOf(one) >= 0);
        return isPlain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
