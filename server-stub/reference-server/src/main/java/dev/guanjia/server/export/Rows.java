package dev.guanjia.server.export;

import dev.guanjia.money.Money;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Takes rows cell by cell, from the left; each row ends with {@link #end}. */
public interface Rows {

    /**
     * A text, which no spreadsheet takes for a formula.
     *
     * @param text what it says; null leaves the cell empty
     * @return this
     * @throws IOException if it cannot be written
     */
    Rows text(@Nullable String text) throws IOException;

    /**
     * An amount, as a number with the decimals of its currency.
     *
     * @param amount how much
     * @return this
     * @throws IOException if it cannot be written
     */
    Rows amount(Money amount) throws IOException;

    /**
     * A day.
     *
     * @param day which; null leaves the cell empty
     * @return this
     * @throws IOException if it cannot be written
     */
    Rows day(@Nullable LocalDate day) throws IOException;

    /**
     * A number with the decimals it has.
     *
     * @param number which
     * @return this
     * @throws IOException if it cannot be written
     */
    Rows decimal(BigDecimal number) throws IOException;

    /**
     * A whole number.
     *
     * @param count how many
     * @return this
     * @throws IOException if it cannot be written
     */
    Rows count(long count) throws IOException;

    /**
     * Ends the row.
     *
     * @throws IOException if it cannot be written
     */
    void end() throws IOException;
}
