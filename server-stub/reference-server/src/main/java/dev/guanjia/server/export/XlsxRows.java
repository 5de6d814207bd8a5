package dev.guanjia.server.export;

import dev.guanjia.money.Money;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** Rows of a workbook. A text is written as a text cell, which is never calculated. */
final class XlsxRows implements Rows {

    private static final int ROWS_IN_MEMORY = 500;
    private static final int ROWS_OF_SHEET = 1_000_000;
    private static final String DAY = "yyyy-mm-dd";
    private static final int LONGEST_TEXT = 32_767;

    private final Workbook workbook;
    private Worksheet sheet;
    private int sheets = 1;
    private int row;
    private int column;

    XlsxRows(Workbook workbook) {
        this.workbook = workbook;
        this.sheet = workbook.newWorksheet("1");
    }

    @Override
    public Rows text(@Nullable String text) {
        if (text != null) {
            sheet.inlineString(row, column, storable(text));
        }
        column++;
        return this;
    }

    @Override
    public Rows amount(Money amount) {
        int decimals = amount.currency().getDefaultFractionDigits();
        sheet.value(row, column, new BigDecimal(amount.amountText()));
        sheet.style(row, column)
                .format(decimals == 0 ? "#,##0" : "#,##0." + "0".repeat(decimals))
                .set();
        column++;
        return this;
    }

    @Override
    public Rows day(@Nullable LocalDate day) {
        if (day != null) {
            sheet.value(row, column, day);
            sheet.style(row, column).format(DAY).set();
        }
        column++;
        return this;
    }

    @Override
    public Rows decimal(BigDecimal number) {
        sheet.value(row, column, number);
        column++;
        return this;
    }

    @Override
    public Rows count(long count) {
        sheet.value(row, column, count);
        column++;
        return this;
    }

    @Override
    public void end() throws IOException {
        column = 0;
        row++;
        if (row % ROWS_IN_MEMORY == 0) {
            sheet.flush();
        }
        if (row == ROWS_OF_SHEET) {
            sheet.close();
            sheets++;
            sheet = workbook.newWorksheet(String.valueOf(sheets));
            row = 0;
        }
    }

    /** XML has no control characters, and a cell no more than so many. */
    private static String storable(String text) {
        String plain = text.replaceAll("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]", "");
        return plain.length() <= LONGEST_TEXT ? plain : plain.substring(0, LONGEST_TEXT);
    }
}
