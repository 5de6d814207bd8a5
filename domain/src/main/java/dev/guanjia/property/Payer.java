package dev.guanjia.property;

import dev.guanjia.decision.Identifier;
import java.util.Comparator;

/**
 * Who owes a charge: the owner of the unit, or an occupant who took it over (缴费人).
 *
 * <p>Source: requirements 05 S07.
 *
 * @param kind in which register to look
 * @param id which one there, of the shape of every identifier
 */
public record Payer(Kind kind, String id) implements Comparable<Payer> {

    private static final Comparator<Payer> ORDER =
            Comparator.comparing(Payer::kind).thenComparing(Payer::id);

    /** In which register a payer is found. */
    public enum Kind {
        /** An {@link Owner}. */
        OWNER,
        /** An {@link Occupant}. */
        OCCUPANT
    }

    /** An identifier of any other shape cannot exist. */
    public Payer {
        Identifier.require("payer id", id);
    }

    /**
     * An owner who pays.
     *
     * @param owner which one
     * @return the payer
     */
    public static Payer owner(OwnerId owner) {
        return new Payer(Kind.OWNER, owner.value());
    }

    /**
     * An occupant who pays.
     *
     * @param occupant which one
     * @return the payer
     */
    public static Payer occupant(OccupantId occupant) {
        return new Payer(Kind.OCCUPANT, occupant.value());
    }

    /**
     * Reads what {@link #toString} writes.
     *
     * @param text {@code OWNER:ow_1} or {@code OCCUPANT:oc_1}
     * @return the payer
     * @throws IllegalArgumentException if the text has any other shape
     */
    public static Payer parse(String text) {
        for (Kind kind : Kind.values()) {
            String start = kind + ":";
            if (text.startsWith(start)) {
                return new Payer(kind, text.substring(start.length()));
            }
        }
        throw new IllegalArgumentException(
                "payer must look like OWNER:ow_1 or OCCUPANT:oc_1: " + text);
    }

    @Override
    public int compareTo(Payer other) {
        return ORDER.compare(this, other);
    }

    /** {@code OWNER:ow_1}. */
    @Override
    public String toString() {
        return kind + ":" + id;
    }
}
