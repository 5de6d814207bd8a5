package dev.guanjia.security.patrol;

import dev.guanjia.catalogue.Label;
import dev.guanjia.money.Rational;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;

/**
 * A check that failed, for whoever opens a rectification or a repair of it.
 *
 * @param round the round
 * @param checkpoint the checkpoint of its route
 * @param item the check item
 * @param place where it is
 * @param text what was looked at and what was read there, a value with six decimals at most
 * @param severity how bad it is
 * @param at when it was found
 */
public record Finding(
        RoundId round,
        String checkpoint,
        String item,
        String place,
        Label text,
        Severity severity,
        Instant at) {

    private static final int DECIMALS = 6;

    static Finding of(RoundId round, Checkpoint point, CheckItem item, CheckResult result) {
        String read =
                result.readings().stream()
                        .filter(reading -> reading.item().equals(item.id()))
                        .map(reading -> reading.value().map(Finding::text).orElse(reading.note()))
                        .findFirst()
                        .orElse("");
        Label text =
                read.isBlank()
                        ? item.label()
                        : new Label(
                                item.label().zh() + "：" + read, item.label().en() + ": " + read);
        return new Finding(
                round, point.id(), item.id(), point.place(), text, item.severity(), result.at());
    }

    private static String text(Rational value) {
        BigDecimal shown = value.toDecimal(DECIMALS, RoundingMode.HALF_UP);
        return shown.stripTrailingZeros().toPlainString();
    }

    /** How bad a failed check is, the mildest first. */
    public enum Severity {
        /** Put right with the next routine work. */
        MINOR,
        /** Put right promptly. */
        MAJOR,
        /** A danger to people: put right before anything else. */
        CRITICAL
    }
}
