package dev.guanjia.benchmark;

import java.nio.charset.StandardCharsets;

/** Lines of CSV put together by hand, for comparison. */
final class BareCsv {

    private final byte[] buffer = new byte[1 << 16];
    private int used;
    private long bytes;

    void line(int unit, String code, long quantity, long net, long vat) {
        if (used > buffer.length - 256) {
            flush();
        }
        buffer[used++] = 'u';
        number(unit);
        buffer[used++] = ',';
        byte[] text = code.getBytes(StandardCharsets.ISO_8859_1);
        System.arraycopy(text, 0, buffer, used, text.length);
        used += text.length;
        buffer[used++] = ',';
        hundredths(quantity);
        buffer[used++] = ',';
        hundredths(net);
        buffer[used++] = ',';
        hundredths(vat);
        buffer[used++] = ',';
        hundredths(net + vat);
        buffer[used++] = '\n';
    }

    long end() {
        flush();
        return bytes;
    }

    private void flush() {
        bytes += used + buffer[0];
        used = 0;
    }

    private void hundredths(long value) {
        number(value / 100);
        buffer[used++] = '.';
        buffer[used++] = (byte) ('0' + value % 100 / 10);
        buffer[used++] = (byte) ('0' + value % 10);
    }

    private void number(long value) {
        int start = used;
        long rest = value;
        do {
            buffer[used++] = (byte) ('0' + rest % 10);
            rest /= 10;
        } while (rest > 0);
        for (int i = start, j = used - 1; i < j; i++, j--) {
            byte digit = buffer[i];
            buffer[i] = buffer[j];
            buffer[j] = digit;
        }
    }
}
