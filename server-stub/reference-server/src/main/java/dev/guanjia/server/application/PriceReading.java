package dev.guanjia.server.application;

import dev.guanjia.billing.tariff.Band;
import dev.guanjia.billing.tariff.Pricing;
import dev.guanjia.billing.tariff.Rate;
import dev.guanjia.billing.tariff.Slabs;
import dev.guanjia.billing.tariff.TariffRefusal;
import dev.guanjia.decision.Refusal;
import dev.guanjia.money.Rational;
import dev.guanjia.server.application.TariffDraft.Price;
import dev.guanjia.server.application.TariffDraft.Step;
import dev.guanjia.server.problem.FieldCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what a tariff costs; what does not fit is noted, row by row. */
final class PriceReading {

    private static final String PRICES = "above 0, at most 1000000";
    private static final String BAND_PRICES = "0 to 1000000";

    private final Given given;

    PriceReading(Given given) {
        this.given = given;
    }

    /** Empty when something does not fit. */
    Optional<Pricing> read(Price draft) {
        String single = draft.single();
        List<Step> bands = draft.bands();
        if ((single == null) == (bands == null)) {
            return given.wrong(
                    "/price", FieldCode.WRONG_FORMAT, "expected", "either price or slabs");
        }
        return bands == null
                ? given.decimal("/price", String.valueOf(single), Pricing::isPrice, PRICES)
                        .map(Rate::new)
                : slabs(bands, draft.minimum() == null ? "0" : draft.minimum());
    }

    private Optional<Pricing> slabs(List<Step> steps, String minimum) {
        List<Band> bands = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            band("/slabs/bands/" + i, steps.get(i)).ifPresent(bands::add);
        }
        return bands.size() < steps.size()
                ? Optional.empty()
                : Slabs.of(bands, Rational.parse(minimum))
                        .fold(Optional::<Pricing>of, this::refused);
    }

    private Optional<Band> band(String pointer, Step step) {
        Rational from = Rational.parse(step.from());
        String end = step.upTo();
        Rational upTo = end == null ? null : Rational.parse(end);
        Optional<Rational> price =
                given.decimal(pointer + "/price", step.price(), Pricing::isDecimal, BAND_PRICES);
        if (upTo != null && upTo.compareTo(from) <= 0) {
            String expected = "more than " + step.from();
            return given.wrong(pointer + "/up_to", FieldCode.OUT_OF_RANGE, "expected", expected);
        }
        return price.map(each -> new Band(from, upTo, each));
    }

    private Optional<Pricing> refused(List<Refusal> reasons) {
        for (Refusal reason : reasons) {
            given.faults().add(place(reason), reason.code(), reason.facts());
        }
        return Optional.empty();
    }

    private static String place(Refusal reason) {
        String row = reason.facts().get("row");
        if (row == null) {
            return "/slabs/minimum";
        }
        String field = reason.code() == TariffRefusal.SLABS_END ? "/up_to" : "/from";
        return "/slabs/bands/" + (Integer.parseInt(row) - 1) + field;
    }
}
