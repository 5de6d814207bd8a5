package dev.guanjia.billing.batch;

import dev.guanjia.property.UnitId;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The plain lines of a billed table as CSV in UTF-8, one per charge: unit, fee item, quantity, net,
 * tax and gross, as exact decimals. What is not plain is left out; {@link BilledTable#outcomes} has
 * it.
 */
public final class BillCsv {

    /** Names the columns. */
    public static final String HEADER = "unit,fee_item,quantity,net,tax,gross\n";

    private static final int LINE = 256;
    private static final int ROOM = 1 << 16;

    private final Sink sink;
    private final byte[] buffer = new byte[ROOM];
    private int used;
    private int started;
    private long lines;

    /** Where bytes go; it may throw what it likes, nothing here catches it. */
    @FunctionalInterface
    public interface Sink {
        /**
         * Takes bytes over.
         *
         * @param bytes a buffer that is used again afterwards
         * @param count how many of them, from the first on
         */
        void accept(byte[] bytes, int count);
    }

    /**
     * A writer.
     *
     * @param sink where the lines go
     */
    public BillCsv(Sink sink) {
        this.sink = sink;
    }

    /** Writes the names of the columns. */
    public void header() {
        text(HEADER.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Writes the lines of a table, unit by unit, and hands everything over.
     *
     * @param billed the table
     * @param ids what the units are called, a row each
     * @return how many lines were written
     */
    public long write(BilledTable billed, List<UnitId> ids) {
        List<BilledColumn> columns = billed.columns();
        byte[][] codes =
                columns.stream()
                        .map(c -> ("," + c.item() + ",").getBytes(StandardCharsets.UTF_8))
                        .toArray(byte[][]::new);
        int digits = billed.currency().getDefaultFractionDigits();
        lines = 0;
        for (int row = 0; row < billed.rows(); row++) {
            byte[] id = ids.get(row).value().getBytes(StandardCharsets.ISO_8859_1);
            for (int i = 0; i < codes.length; i++) {
                start(id, codes[i]);
                line(columns.get(i), row, digits);
            }
        }
        flush();
        return lines;
    }

    /** Keeps the line that was started, or takes it back when nothing is charged. */
    private void line(BilledColumn column, int row, int digits) {
        if (column.isCharged(row)) {
            decimal(column.quantity(row), column.scale());
            amounts(column.net(row), column.tax(row), digits);
            lines++;
        } else {
            used = started;
        }
    }

    private void start(byte[] id, byte[] code) {
        if (used > ROOM - LINE) {
            flush();
        }
        started = used;
        text(id);
        text(code);
    }

    private void amounts(long net, long tax, int digits) {
        buffer[used++] = ',';
        decimal(net, digits);
        buffer[used++] = ',';
        decimal(tax, digits);
        buffer[used++] = ',';
        decimal(net + tax, digits);
        buffer[used++] = '\n';
    }

    private void text(byte[] text) {
        System.arraycopy(text, 0, buffer, used, text.length);
        used += text.length;
    }

    /** Zero or more, written from its last digit on. */
    private void decimal(long value, int decimals) {
        int length = Math.max(digits(value), decimals + 1);
        int end = used + length + (decimals > 0 ? 1 : 0);
        int at = end;
        long rest = value;
        for (int i = 0; i < length; i++) {
            if (i == decimals && i > 0) {
                buffer[--at] = '.';
            }
            long next = rest / 10;
            buffer[--at] = (byte) ('0' + (rest - next * 10));
            rest = next;
        }
        used = end;
    }

    private static int digits(long value) {
        int digits = 1;
        for (long bound = 10; digits < 19 && value >= bound; bound *= 10) {
            digits++;
        }
        return digits;
    }

    private void flush() {
        sink.accept(buffer, used);
        used = 0;
    }
}
