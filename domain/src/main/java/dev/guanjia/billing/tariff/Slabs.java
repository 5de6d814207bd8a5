package dev.guanjia.billing.tariff;

import dev.guanjia.decision.Decision;
import dev.guanjia.decision.Refusal;
import dev.guanjia.money.Rational;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Graduated prices with a minimum (阶梯价): each part of the quantity costs what its band says.
 *
 * @param bands by quantity, from zero on without gap or overlap, the last without end
 * @param minimum what a period costs at least, in major units; zero for none
 */
public record Slabs(List<Band> bands, Rational minimum) implements Pricing {

    /** Bands that {@link #of} would refuse are a bug of the caller. */
    public Slabs {
        bands = List.copyOf(bands);
        List<Refusal> faults = faults(bands);
        if (!faults.isEmpty() || minimum.signum() < 0) {
            throw new IllegalArgumentException("slabs " + faults + ", minimum " + minimum);
        }
    }

    /**
     * Decides on a table of bands.
     *
     * @param bands as they stand in the table
     * @param minimum what a period costs at least, zero or more
     * @return the prices; or refused naming every row that leaves a gap, runs into the one before,
     *     or does not begin at zero, and a table whose last band ends
     */
    public static Decision<Slabs> of(List<Band> bands, Rational minimum) {
        List<Refusal> faults = new ArrayList<>(faults(bands));
        if (minimum.signum() < 0) {
            faults.add(TariffRefusal.MINIMUM_NEGATIVE.because("minimum", minimum.decimalText()));
        }
        return faults.isEmpty()
                ? Decision.accept(new Slabs(bands, minimum))
                : Decision.refuse(faults);
    }

    @Override
    public Rational amount(Rational quantity) {
        Pricing.requireQuantity(quantity);
        Rational graduated =
                bands.stream()
                        .map(band -> band.amount(quantity))
                        .reduce(Rational.ZERO, Rational::plus);
        return graduated.compareTo(minimum) < 0 ? minimum : graduated;
    }

    @Override
    public <R> R fold(Function<Rate, R> onRate, Function<Slabs, R> onSlabs) {
        return onSlabs.apply(this);
    }

    private static List<Refusal> faults(List<Band> bands) {
        List<Refusal> faults = new ArrayList<>();
        Rational reached = Rational.ZERO;
        for (int row = 1; row <= bands.size(); row++) {
            Band band = bands.get(row - 1);
            if (reached == null || !band.from().equals(reached)) {
                faults.add(misplaced(row, band, reached));
            }
            reached = band.upTo();
        }
        if (reached != null) {
            faults.add(
                    TariffRefusal.SLABS_END.because(
                            "row", Integer.toString(bands.size()), "end", reached.decimalText()));
        }
        return faults;
    }

    private static Refusal misplaced(int row, Band band, @Nullable Rational reached) {
        TariffRefusal code =
                reached != null && band.from().compareTo(reached) > 0
                        ? TariffRefusal.SLAB_GAP
                        : TariffRefusal.SLAB_OVERLAP;
        return code.because(
                "row",
                Integer.toString(row),
                "from",
                band.from().decimalText(),
                "reached",
                reached == null ? "-" : reached.decimalText());
    }
}
