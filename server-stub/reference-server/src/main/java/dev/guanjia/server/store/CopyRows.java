package dev.guanjia.server.store;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.postgresql.copy.CopyIn;

/**
 * Rows in the binary format of {@code COPY}: each number and text with its length before it, so
 * that neither side looks for the end of anything. Source: PostgreSQL 18, COPY, Binary Format.
 */
final class CopyRows {

    /** The signature, no flags, no extension. */
    private static final byte[] HEADER = {
        'P', 'G', 'C', 'O', 'P', 'Y', '\n', -1, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
    };

    private static final int FULL = 1 << 16;

    /** Days are counted from 2000-01-01. */
    private static final long FIRST_DAY = LocalDate.of(2000, 1, 1).toEpochDay();

    private static final Instant FIRST_INSTANT = Instant.ofEpochSecond(FIRST_DAY * 86_400);

    private static final byte JSONB_VERSION = 1;

    private final CopyIn copy;
    private byte[] bytes = new byte[FULL + (FULL >> 2)];
    private int length;

    CopyRows(CopyIn copy) {
        this.copy = copy;
        raw(HEADER);
    }

    /** A {@code jsonb} as the server takes it. */
    static byte[] json(String text) {
        byte[] plain = text.getBytes(StandardCharsets.UTF_8);
        byte[] json = new byte[plain.length + 1];
        json[0] = JSONB_VERSION;
        System.arraycopy(plain, 0, json, 1, plain.length);
        return json;
    }

    /** Begins a row of so many fields. */
    CopyRows row(int fields) {
        room(Short.BYTES);
        bytes[length++] = (byte) (fields >> Byte.SIZE);
        bytes[length++] = (byte) fields;
        return this;
    }

    /** Null is nothing. */
    CopyRows text(@Nullable String value) {
        if (value == null) {
            integer(-1);
            return this;
        }
        return field(value.getBytes(StandardCharsets.UTF_8));
    }

    /** To the microsecond. */
    CopyRows at(Instant value) {
        return number(ChronoUnit.MICROS.between(FIRST_INSTANT, value));
    }

    CopyRows day(LocalDate value) {
        integer(Integer.BYTES);
        integer(Math.toIntExact(value.toEpochDay() - FIRST_DAY));
        return this;
    }

    CopyRows number(long value) {
        integer(Long.BYTES);
        integer((int) (value >> Integer.SIZE));
        integer((int) value);
        return this;
    }

    CopyRows smaller(int value) {
        integer(Integer.BYTES);
        integer(value);
        return this;
    }

    CopyRows field(byte[] value) {
        integer(value.length);
        raw(value);
        return this;
    }

    /** Sends what there is when it is much. */
    void end() throws SQLException {
        if (length >= FULL) {
            send();
        }
    }

    /** After the last row. */
    void endAll() throws SQLException {
        row(-1);
        send();
        copy.endCopy();
    }

    private void send() throws SQLException {
        copy.writeToCopy(bytes, 0, length);
        length = 0;
    }

    private void integer(int value) {
        room(Integer.BYTES);
        for (int shift = Integer.SIZE - Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
            bytes[length++] = (byte) (value >> shift);
        }
    }

    private void raw(byte[] value) {
        room(value.length);
        System.arraycopy(value, 0, bytes, length, value.length);
        length += value.length;
    }

    private void room(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(length + more, 2 * bytes.length));
        }
    }
}
