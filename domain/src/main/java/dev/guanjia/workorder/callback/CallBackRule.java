package dev.guanjia.workorder.callback;

import dev.guanjia.catalogue.Row;
import dev.guanjia.money.Rational;
import dev.guanjia.workorder.WorkOrderId;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;

/**
 * Which orders of a kind are called back.
 *
 * @param mode how it is decided
 * @param share of a sample, zero to one; one for {@code ALWAYS} and {@code IF_UNRATED}, zero for
 *     {@code NONE}
 */
public record CallBackRule(Mode mode, Rational share) {

    private static final BigInteger HUNDRED = BigInteger.valueOf(100);
    private static final BigInteger RANGE = BigInteger.ONE.shiftLeft(Long.SIZE - 1);
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    /** A share lies between nothing and the whole. */
    public CallBackRule {
        boolean fits =
                switch (mode) {
                    case NONE -> share.signum() == 0;
                    case IF_UNRATED, ALWAYS -> share.equals(Rational.ONE);
                    case SAMPLE -> share.signum() >= 0 && share.compareTo(Rational.ONE) <= 0;
                };
        if (!fits) {
            throw new IllegalArgumentException(mode + " of " + share);
        }
    }

    static CallBackRule read(Row row) {
        Mode mode = row.as("rule", Mode::valueOf);
        if (mode == Mode.SAMPLE) {
            Rational percent = row.as("percent", Rational::parse);
            return new CallBackRule(mode, percent.over(new Rational(HUNDRED, BigInteger.ONE)));
        }
        if (!row.text("percent").isBlank()) {
            throw new IllegalArgumentException("percent is for SAMPLE only");
        }
        return new CallBackRule(mode, mode == Mode.NONE ? Rational.ZERO : Rational.ONE);
    }

    /**
     * Whether an order is to be called back.
     *
     * @param order which order
     * @param rated whether the customer has rated the work already
     * @param seed of the company's samples; the same seed draws the same orders
     * @return true if it is
     */
    public boolean requires(WorkOrderId order, boolean rated, long seed) {
        return switch (mode) {
            case NONE -> false;
            case IF_UNRATED -> !rated;
            case ALWAYS -> true;
            case SAMPLE -> position(order, seed).compareTo(share) < 0;
        };
    }

    /**
     * Where an order lies between zero and one; a sample takes those below its share, so a larger
     * sample holds every smaller one, and no order depends on another.
     *
     * <p>Shape: h = mix(seed + G); for each byte b of the id in UTF-8, h = mix((h xor b) + G); the
     * upper 63 bits of h over 2^63. G = 9E3779B97F4A7C15 (hexadecimal) and mix are those of
     * SplitMix64.
     *
     * @param order which order
     * @param seed of the company's samples
     * @return exact, zero included, one excluded
     */
    public static Rational position(WorkOrderId order, long seed) {
        long hash = mix(seed + GOLDEN);
        for (byte part : order.value().getBytes(StandardCharsets.UTF_8)) {
            hash = mix((hash ^ (part & 0xFF)) + GOLDEN);
        }
        return new Rational(BigInteger.valueOf(hash >>> 1), RANGE);
    }

    private static long mix(long bits) {
        long once = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
        long twice = (once ^ (once >>> 27)) * 0x94D049BB133111EBL;
        return twice ^ (twice >>> 31);
    }

    /** How it is decided. */
    public enum Mode {
        /** No order. */
        NONE,
        /** Those that the customer has not rated. */
        IF_UNRATED,
        /** Every order. */
        ALWAYS,
        /** A share, drawn by the order's id and a seed. */
        SAMPLE
    }
}
